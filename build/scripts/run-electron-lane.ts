/**
 * `npm run test:electron`: tests the desktop app that `npm run build:lane` has built, on a real Electron. Only runs, and
 * writes nothing but below the temporary folder. `npm run test:electron -- keychain` narrows it.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { electronVariable, findElectron } from './find-electron.ts'
import { reportVariable, type LaneReport } from './lane-reporter.ts'
import { judgeLane, type LaneResult } from './run-lane.ts'
import { summaryLine } from './summary-line.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const limitMs = 10 * 60_000

const findReasonToSkip = (): string | undefined => {
  const { reason } = findElectron()
  if (reason !== undefined) return `${reason}; ${electronVariable} names another folder`
  const needsScreen = process.platform === 'linux'
  const hasScreen = Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY'])
  return needsScreen && !hasScreen ? 'there is no screen here for a window' : undefined
}

const runTests = async (filters: readonly string[]): Promise<LaneResult> => {
  const folder = await mkdtemp(join(tmpdir(), 'securatlas-lane-'))
  const report = join(folder, 'report.json')
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const config = join(root, 'e2e', 'electron', 'vitest.config.ts')
  const reporters = ['--reporter', 'default', '--reporter', join(root, 'build', 'scripts', 'lane-reporter.ts')]
  const parameters = ['run', '--config', config, '--configLoader', 'native', ...reporters, ...filters]
  const env = { ...process.env, [reportVariable]: report, NODE_COMPILE_CACHE: join(folder, 'compiled') }
  const child = spawn(process.execPath, [vitest, ...parameters], { cwd: root, stdio: ['ignore', 1, 2], env })
  let timedOut = false
  const limit = setTimeout(() => {
    timedOut = true
    child.kill('SIGTERM')
  }, limitMs)
  const [code] = (await once(child, 'exit')) as [number | null]
  clearTimeout(limit)
  try {
    const found = existsSync(report) ? (JSON.parse(await readFile(report, 'utf8')) as LaneReport) : undefined
    return judgeLane(found, { code, timedOut }, filters.length > 0)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const skipReason = findReasonToSkip()
if (skipReason !== undefined) {
  console.log(`SKIPPED: ${skipReason}.\n${summaryLine({ passed: 0, failed: 0, skipped: 1 })}`)
} else if (!existsSync(join(root, 'dist-lane', 'app', 'renderer'))) {
  console.error('The desktop app for these tests is not built yet. Run "npm run build:lane" first.')
  process.exitCode = 1
} else {
  const { counts, remarks } = await runTests(process.argv.slice(2))
  console.log([...remarks, summaryLine(counts)].join('\n'))
  if (counts.failed > 0) process.exitCode = 1
}
