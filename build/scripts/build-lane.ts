/**
 * `npm run build:lane`: builds the desktop app for the Electron lane into dist-lane, for the oldest runtime that the
 * lane is run on: the app itself, the app with a page for tests, and one whose engine needs no storage.
 */
import { cp, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { oldestRuntime, type ShellBuild } from '#build/vite/shell-builds.ts'
import { fixturePageBuild, utilityEngineBuild, utilityMainBuild } from '#build/vite/lane-builds.ts'
import type { InlineConfig } from 'vite'
import { buildDesktop } from './build-desktop.ts'
import { writeAppManifest } from './write-app-manifest.ts'

// React and others take their slow way otherwise.
process.env['NODE_ENV'] = 'production'
const { build } = await import('vite')

const root = fileURLToPath(new URL('../../', import.meta.url))
const lane = join(root, 'dist-lane')

const buildInto = (folder: string, target: string, config: (build: ShellBuild) => InlineConfig): Promise<unknown> =>
  build(config({ outDir: join(lane, folder), target }))

await rm(lane, { recursive: true, force: true })
await mkdir(lane)
await cp(await buildDesktop({ say: console.error }), join(lane, 'app'), { recursive: true })

await cp(join(lane, 'app'), join(lane, 'fixture-app'), { recursive: true })
await buildInto('fixture-app/renderer', oldestRuntime.chromium, fixturePageBuild)

await cp(join(lane, 'app', 'preload'), join(lane, 'utility-app', 'preload'), { recursive: true })
await cp(join(lane, 'fixture-app', 'renderer'), join(lane, 'utility-app', 'renderer'), { recursive: true })
await buildInto('utility-app/main', oldestRuntime.node, utilityMainBuild)
await buildInto('utility-app/engine', oldestRuntime.node, utilityEngineBuild)
await writeAppManifest(join(lane, 'utility-app'))
console.error('The Electron lane is built: dist-lane.')
