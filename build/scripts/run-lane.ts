/** Runs one lane of tests in vitest, within a time limit, and counts what came of it. */
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { reportVariable, type LaneReport } from './lane-reporter.ts'
import type { Counts } from './summary-line.ts'

export const lanes = ['core', 'peers'] as const
export type Lane = (typeof lanes)[number]

export type LaneOptions = {
  readonly root: string
  /** Parts of file names; none runs the whole lane. */
  readonly filters: readonly string[]
  readonly limitMs: number
  readonly output: 'shown' | 'hidden'
}

export type LaneResult = {
  readonly counts: Counts
  /** What broke outside a test, and which tests were skipped for which reason. */
  readonly remarks: readonly string[]
}

export const runLane = async (lane: Lane, options: LaneOptions): Promise<LaneResult> => {
  const reportPath = join(options.root, 'node_modules', '.cache', 'test-lanes', `${lane}-${randomUUID()}.json`)
  const exit = await runVitest(lane, { ...options, reportPath })
  return judgeLane(await readReport(reportPath), exit, options.filters.length > 0)
}

export type Exit = { readonly code: number | null; readonly timedOut: boolean }

/** A lane that ran no test has failed: most likely it no longer finds its files. */
export const judgeLane = (report: LaneReport | undefined, exit: Exit, filtered: boolean): LaneResult => {
  if (exit.timedOut) return broken(report, ['did not end within its time limit and was stopped'])
  if (report === undefined) return broken(report, [`vitest ended with ${exit.code} and left no result`])
  const total = report.passed + report.failed + report.skipped.length
  if (report.broken.length > 0) return broken(report, report.broken)
  if (total === 0 && !filtered) return broken(report, ['ran no test'])
  if (exit.code !== 0 && report.failed === 0 && total > 0) return broken(report, [`vitest ended with ${exit.code}`])
  return { counts: countsOf(report), remarks: skippedIn(report) }
}

const countsOf = (report: LaneReport | undefined): Counts => ({
  passed: report?.passed ?? 0,
  failed: report?.failed ?? 0,
  skipped: report?.skipped.length ?? 0,
})

/** What broke outside a test counts as a failed test each, so that it shows in the closing line. */
const broken = (report: LaneReport | undefined, remarks: readonly string[]): LaneResult => {
  const counts = countsOf(report)
  return { counts: { ...counts, failed: counts.failed + remarks.length }, remarks: [...remarks, ...skippedIn(report)] }
}

const skippedIn = (report: LaneReport | undefined): readonly string[] =>
  (report?.skipped ?? []).map(({ title, reason }) => `SKIPPED ${title}: ${reason}`)

const runVitest = (
  lane: Lane,
  { root, filters, limitMs, output, reportPath }: LaneOptions & { readonly reportPath: string },
): Promise<Exit> =>
  new Promise((done, fail) => {
    const reporter = join(root, 'build', 'scripts', 'lane-reporter.ts')
    const script = join(root, 'node_modules', 'vitest', 'vitest.mjs')
    const child = spawn(
      process.execPath,
      [script, 'run', '--project', lane, '--reporter', 'default', '--reporter', reporter, ...filters],
      {
        cwd: root,
        stdio: output === 'shown' ? ['ignore', 'inherit', 'inherit'] : 'ignore',
        env: { ...process.env, ...plainText, [reportVariable]: reportPath },
      },
    )
    let timedOut = false
    const limit = setTimeout(() => {
      timedOut = true
      child.kill('SIGTERM')
      setTimeout(() => child.kill('SIGKILL'), 5000).unref()
    }, limitMs)
    child.on('error', fail)
    child.on('close', (code) => {
      clearTimeout(limit)
      done({ code, timedOut })
    })
  })

/** Vitest colours its output even where nobody sees colours. */
const plainText = process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: '0' }

const readReport = async (path: string): Promise<LaneReport | undefined> => {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as LaneReport
  } catch {
    // Vitest was stopped or fell over before its end: judgeLane counts that as a failure.
    return undefined
  } finally {
    await rm(path, { force: true })
  }
}
