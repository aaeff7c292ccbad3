import { expect, test } from 'vitest'
import { plantProject } from '#build/checks/plant-project.ts'
import { judgeLane, runLane, type LaneResult } from './run-lane.ts'

const head = `import { expect, test } from 'vitest'\n`

const runPlanted = async (texts: Readonly<Record<string, string>>, limitMs = 60_000): Promise<LaneResult> => {
  await using project = await plantProject({
    'vitest.config.ts': true,
    'build/scripts/lane-reporter.ts': true,
    ...texts,
  })
  return await runLane('core', { root: project.root, filters: [], limitMs, output: 'hidden' })
}

test('[RUN-11] a lane counts what passed, failed and was skipped, and says why it was skipped', async () => {
  const result = await runPlanted({
    'cli/a.test.ts': `${head}test('[EXAMPLE-1] passes', () => { expect(1).toBe(1) })\ntest('[EXAMPLE-2] fails', () => { expect(1).toBe(2) })\n`,
    'cli/b.test.ts': `${head}test('[EXAMPLE-3] skips', ({ skip }) => { skip('no browser') })\ntest('[EXAMPLE-4] passes', () => { expect(1).toBe(1) })\n`,
    'cli/c.peer.test.ts': `${head}test('[EXAMPLE-5] belongs to the other lane', () => { expect(1).toBe(2) })\n`,
  })
  expect(result.counts).toEqual({ passed: 2, failed: 1, skipped: 1 })
  expect(result.remarks).toEqual(['SKIPPED [EXAMPLE-3] skips: no browser'])
}, 60_000)

test('[RUN-13] a file that cannot be loaded and an error outside any test count as failures', async () => {
  const result = await runPlanted({
    'cli/a.test.ts': `${head}import './missing.ts'\ntest('[EXAMPLE-1] passes', () => { expect(1).toBe(1) })\n`,
    'cli/b.test.ts': `${head}test('[EXAMPLE-2] passes', async () => { void Promise.reject(new Error('nobody listens')); await new Promise((done) => setTimeout(done, 50)); expect(1).toBe(1) })\n`,
  })
  expect(result.counts).toEqual({ passed: 1, failed: 2, skipped: 0 })
  expect(result.remarks.join('\n')).toMatch(/missing\.ts[^]*nobody listens/)
}, 60_000)

test('[RUN-13] a lane that ran no test has failed', async () => {
  const result = await runPlanted({ 'cli/a.ts': 'export const a = 1\n' })
  expect(result).toEqual({ counts: { passed: 0, failed: 1, skipped: 0 }, remarks: ['ran no test'] })
}, 60_000)

test('[RUN-13] a lane over its time limit is stopped and has failed', async () => {
  const started = performance.now()
  const result = await runPlanted(
    {
      'cli/a.test.ts': `${head}test('[EXAMPLE-1] hangs', async () => { await new Promise((done) => setTimeout(done, 60_000)); expect(1).toBe(1) }, 90_000)\n`,
    },
    3000,
  )
  expect(result.counts.failed).toBe(1)
  expect(result.remarks).toEqual([expect.stringContaining('time limit')])
  expect(performance.now() - started).toBeLessThan(30_000)
}, 60_000)

test('[RUN-13] vitest ending badly without a failed test is a failure', () => {
  const report = { passed: 3, failed: 0, skipped: [], broken: [] }
  expect(judgeLane(report, { code: 1, timedOut: false }, false).counts).toEqual({ passed: 3, failed: 1, skipped: 0 })
  expect(judgeLane(undefined, { code: 134, timedOut: false }, true).counts.failed).toBe(1)
  expect(judgeLane(report, { code: 0, timedOut: false }, false).counts.failed).toBe(0)
})

test('[RUN-17] in a test, a worker thread and a subpath import behave as in the product', async () => {
  const result = await runPlanted({
    'shared/domain/double.ts': 'export const double = (value: number): number => value * 2\n',
    'shared/engine/double-worker.ts': `import { parentPort, workerData } from 'node:worker_threads'\nimport { double } from '#domain/double.ts'\nparentPort?.postMessage(double(workerData as number))\n`,
    'shared/engine/a.test.ts': [
      `import { once } from 'node:events'`,
      `import { Worker } from 'node:worker_threads'`,
      head,
      `test('[EXAMPLE-1] doubles in another thread', async () => {`,
      `  const worker = new Worker(new URL('./double-worker.ts', import.meta.url), { workerData: 21 })`,
      `  expect(await once(worker, 'message')).toEqual([42])`,
      `})`,
    ].join('\n'),
  })
  expect(result).toEqual({ counts: { passed: 1, failed: 0, skipped: 0 }, remarks: [] })
}, 60_000)
