import { expect, test } from 'vitest'
import type { Check } from './check.ts'
import { runChecks } from './run-checks.ts'

const check = (name: string, run: Check['run']): Check => ({ name, run })

test('[CHECK-17] each check is printed with its time, its notes and all its failures', async () => {
  const lines: string[] = []
  const counts = await runChecks(
    [
      check('good', async () => Promise.resolve({ failures: [], notes: ['3 files'] })),
      check('bad', async () => Promise.resolve({ failures: ['a.ts: one', 'b.ts: two'] })),
    ],
    { project: { root: '.', files: [] }, atATime: 1, print: (line) => lines.push(line) },
  )
  expect(lines.map((line) => line.replace(/\d+\.\d/, '0.0'))).toEqual([
    'ok   good (0.0 s); 3 files',
    'FAIL bad (0.0 s)',
    '     a.ts: one',
    '     b.ts: two',
  ])
  expect(counts).toEqual({ passed: 1, failed: 1, skipped: 0 })
})

test('[CHECK-17] a check that breaks has failed, and the others still run', async () => {
  const lines: string[] = []
  const counts = await runChecks(
    [
      check('broken', () => Promise.reject(new Error('no such file'))),
      check('good', async () => Promise.resolve({ failures: [] })),
    ],
    { project: { root: '.', files: [] }, atATime: 2, print: (line) => lines.push(line) },
  )
  expect(counts).toEqual({ passed: 1, failed: 1, skipped: 0 })
  expect(lines.join('\n')).toContain('the check itself broke: Error: no such file')
})
