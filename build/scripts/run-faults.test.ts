import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const program = fileURLToPath(new URL('./run-faults.ts', import.meta.url))

const runFaults = (env: Readonly<Record<string, string>>) => {
  const flags = ['--disable-warning=ExperimentalWarning', program]
  const { status, stdout } = spawnSync(process.execPath, flags, { env: { ...process.env, ...env }, encoding: 'utf8' })
  return { status, lastLine: stdout.trimEnd().split('\n').at(-1) }
}

test('[FAULT-10] a run ends with its figures and exit 0', () => {
  const { status, lastLine } = runFaults({ FAULT_ROUNDS: '1', FAULT_SEED: '5' })
  expect(lastLine).toMatch(/^faults: 1 rounds, [1-9]\d* edits, 0 lost, seed 5$/)
  expect(status).toBe(0)
}, 120_000)

test('[FAULT-10] a number of rounds that is none is refused', () => {
  expect(runFaults({ FAULT_ROUNDS: 'many' }).status).toBe(2)
}, 30_000)
