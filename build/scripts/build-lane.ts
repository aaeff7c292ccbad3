/**
 * `npm run build:lane`: builds the desktop app for the Electron lane into dist-lane, for the oldest runtime that the
 * lane is run on: the app itself, the app with a page for tests, and one whose engine needs no storage.
 */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { engineBuild, mainBuild, preloadBuild, type ShellBuild } from '#build/vite/shell-builds.ts'
import { fixturePageBuild, utilityEngineBuild, utilityMainBuild } from '#build/vite/lane-builds.ts'
import type { InlineConfig } from 'vite'
import { buildPage } from './build-page.ts'

// React and others take their slow way otherwise.
process.env['NODE_ENV'] = 'production'
const { build } = await import('vite')

const root = fileURLToPath(new URL('../../', import.meta.url))
const lane = join(root, 'dist-lane')
const oldNode = 'node18'
const oldChromium = 'chrome114'

const buildInto = (folder: string, target: string, config: (build: ShellBuild) => InlineConfig): Promise<unknown> =>
  build(config({ outDir: join(lane, folder), target }))

const writeManifest = async (folder: string): Promise<void> => {
  const { name, version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Record<string, unknown>
  const manifest = { name, version, type: 'module', main: 'main/index.cjs' }
  await writeFile(join(lane, folder, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`)
}

await rm(lane, { recursive: true, force: true })
await mkdir(lane)
await buildInto('app/main', oldNode, mainBuild)
await buildInto('app/preload', oldChromium, preloadBuild)
await buildInto('app/engine', 'node24', engineBuild)

await cp(join(lane, 'app'), join(lane, 'fixture-app'), { recursive: true })
await buildInto('fixture-app/renderer', oldChromium, fixturePageBuild)

await cp(join(lane, 'app', 'preload'), join(lane, 'utility-app', 'preload'), { recursive: true })
await cp(join(lane, 'fixture-app', 'renderer'), join(lane, 'utility-app', 'renderer'), { recursive: true })
await buildInto('utility-app/main', oldNode, utilityMainBuild)
await buildInto('utility-app/engine', oldNode, utilityEngineBuild)

for (const folder of ['app', 'fixture-app', 'utility-app']) await writeManifest(folder)
await cp(await buildPage({ say: console.error }), join(lane, 'app', 'renderer'), { recursive: true })
console.error('The Electron lane is built: dist-lane.')
