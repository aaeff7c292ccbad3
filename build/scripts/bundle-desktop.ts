/** `node bundle-desktop.ts FOLDER PAGE`: bundles the shell and the engine for the oldest Electron, and puts the page beside them. */
import { engineBuild, mainBuild, nodeTarget, oldestRuntime, preloadBuild } from '#build/vite/shell-builds.ts'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { writeAppManifest } from './write-app-manifest.ts'

const [folder, page] = process.argv.slice(2)
if (folder === undefined || page === undefined) throw new Error('usage: bundle-desktop.ts FOLDER PAGE')

await build(mainBuild({ outDir: join(folder, 'main'), target: oldestRuntime.node }))
await build(preloadBuild({ outDir: join(folder, 'preload'), target: oldestRuntime.chromium }))
// An Electron that is too old for the storage gets the engine in a process of the project's own Node.
await build(engineBuild({ outDir: join(folder, 'engine'), target: nodeTarget }))
await cp(page, join(folder, 'renderer'), { recursive: true })
await writeAppManifest(folder)
