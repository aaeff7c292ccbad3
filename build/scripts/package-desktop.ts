/**
 * `npm run package`: builds the desktop app and packs it for this platform into dist/packages. What follows `--` goes to
 * electron-builder: `npm run package -- --dir` makes the app without an installer.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { desktopFolder, engineBuild, nodeTarget } from '#build/vite/shell-builds.ts'
import { buildPage } from './build-page.ts'

// React and others take their slow way otherwise.
process.env['NODE_ENV'] = 'production'
const { build } = await import('vite')

const root = fileURLToPath(new URL('../../', import.meta.url))

const run = async (script: string, parameters: readonly string[]): Promise<void> => {
  const path = join(root, 'node_modules', script)
  const child = spawn(process.execPath, [path, ...parameters], { cwd: root, stdio: 'inherit' })
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
  if (code !== 0) throw new Error(`${script} ended with ${String(code ?? signal)}`)
}

await rm(desktopFolder, { recursive: true, force: true })
await run('electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn'])
await build(engineBuild({ outDir: `${desktopFolder}engine`, target: nodeTarget }))
await cp(await buildPage({ say: console.error }), `${desktopFolder}renderer`, { recursive: true })
await run('electron-builder/cli.js', process.argv.slice(2))
