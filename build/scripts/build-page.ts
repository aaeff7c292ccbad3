/** Builds the page that the window shows, when its sources are newer than every build that is still there. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildWhenStale, runBundler } from './build-when-stale.ts'

export type BuildPageOptions = {
  /** Told in one line before a build, which takes some seconds. */
  readonly say: (line: string) => void
  /** The checkout; this one by default. */
  readonly root?: string
}

const thisRoot = fileURLToPath(new URL('../../', import.meta.url))

/** What the page is made of, from the root. */
export const pageSources = ['renderer', 'shared/domain', 'shared/api', 'build/vite', 'package-lock.json'] as const

/** The folder with `index.html`, up to date. Throws when the build fails. */
export const buildPage = ({ say, root = thisRoot }: BuildPageOptions): Promise<string> =>
  buildWhenStale({
    folder: join(root, 'dist', 'page'),
    sources: pageSources.map((source) => join(root, source)),
    onBuild: () => say('Building the window (once, and after a change)…'),
    // Every program reads the whole page when it starts.
    keepOlderMs: 0,
    build: (outDir) => runVite(root, outDir),
  })

const runVite = (root: string, outDir: string): Promise<void> => {
  const vite = join(thisRoot, 'node_modules', 'vite', 'bin', 'vite.js')
  const config = join(root, 'build', 'vite', 'renderer.config.ts')
  return runBundler(root, [
    vite,
    ...['build', '--config', config, '--outDir', outDir, '--emptyOutDir', '--logLevel', 'error'],
  ])
}
