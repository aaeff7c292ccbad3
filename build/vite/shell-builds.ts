/** How the desktop shell is bundled: its main process, its preload, and the engine's process with its workers. */
import { builtinModules } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { InlineConfig, Plugin } from 'vite'

export type ShellBuild = {
  /** Absolute. */
  readonly outDir: string
  /** The oldest runtime that must take it, as in `node24` or `chrome114`. */
  readonly target: string
}

const root = fileURLToPath(new URL('../../', import.meta.url))
/** The Node that Electron 45 brings. */
export const nodeTarget = 'node24'

/** What an Electron brings that somebody may have named in place of ours: as old as the Electron lane runs on. */
export const oldestRuntime = { node: 'node18', chromium: 'chrome114' } as const

/** The parts of the product lie side by side in it. */
export const desktopFolder = `${root}dist/desktop/`

const givenByRuntime = ['electron', ...builtinModules, /^node:/]

/** CommonJS, because Electron must have heard of the page's scheme before it is ready. */
export const mainBuild = (build: ShellBuild): InlineConfig => scriptBuild('electron/main/index.ts', build)

/** One file, because a sandboxed preload can load no other. */
export const preloadBuild = (build: ShellBuild): InlineConfig => scriptBuild('electron/preload/index.ts', build)

/** The storage stays outside, with its binaries; everything else is inside, so that nothing else need be installed. */
export const engineBuild = (build: ShellBuild): InlineConfig => ({
  ...nodeBuild(build, {
    input: { index: `${root}electron/engine-process/index.ts` },
    external: [...givenByRuntime, 'better-sqlite3'],
    output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
  }),
  plugins: [bundleWorkers()],
})

/** A program in one file. */
export const scriptBuild = (entry: string, build: ShellBuild): InlineConfig =>
  nodeBuild(build, {
    input: { index: root + entry },
    external: givenByRuntime,
    output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
  })

type Bundling = NonNullable<NonNullable<InlineConfig['build']>['rolldownOptions']>

const nodeBuild = ({ outDir, target }: ShellBuild, rolldownOptions: Bundling): InlineConfig => ({
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  ssr: { noExternal: true },
  build: { ssr: true, outDir, target, emptyOutDir: true, minify: false, rolldownOptions },
})

/** A worker thread is started by the address of its source; built, it lies beside the chunk that starts it. */
const bundleWorkers = (): Plugin => ({
  name: 'bundle-workers',
  enforce: 'pre',
  transform(code, id) {
    if (!id.startsWith(root)) return undefined
    return code.replaceAll(/new URL\('\.\/([\w-]+)\.ts', import\.meta\.url\)/g, (_all, name: string) => {
      this.emitFile({ type: 'chunk', id: join(dirname(id), `${name}.ts`), fileName: `${name}.js` })
      return `new URL('./${name}.js', import.meta.url)`
    })
  },
})
