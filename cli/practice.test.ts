import { beforeEach, expect, test } from 'vitest'
import { cliPassphrase, createTestCli, expectRefusal, type TestCli } from '#testing/cli-process.ts'
import { createPracticeIn, startRunningEngine } from '#testing/running-engine.ts'
import { runCli } from './run-cli.ts'

let cli: TestCli

beforeEach(async () => {
  cli = createTestCli(runCli)
  await createPracticeIn(await startRunningEngine(cli.dataDir), cliPassphrase)
})

test('[PRAC-12] practice update sets profile, defaults and bands, and practice show says them', async () => {
  const set = [
    'contactEmail=new@harbor.example',
    'reviewCadenceMonths=6',
    'toleratedLossPercent=1.5',
    'scoreBands=25/45/70',
  ]
  const { changes } = await cli.json<{ changes: readonly { field: string; to: unknown }[] }>([
    ...['practice', 'update', '--set'],
    ...set,
  ])
  expect(Object.fromEntries(changes.map(({ field, to }) => [field, to]))).toEqual({
    contactEmail: 'new@harbor.example',
    reviewCadenceMonths: 6,
    toleratedLossPercent: 1.5,
    scoreBands: '25/45/70',
  })
  expect((await cli.json<{ practice: object }>(['practice', 'show'])).practice).toMatchObject({
    scoreBands: '25/45/70',
  })
  expect((await cli.run(['practice', 'update', '--set', ...set])).stdout).toContain('it is so already')
  await cli.json(['practice', 'update', '--set', 'scoreBands='])
  const { stdout } = await cli.run(['practice', 'show'])
  expect(stdout).toMatch(/Score bands +20\/40\/60\n/)
  expect(stdout).toMatch(/Review cadence, months +6\n/)
})

test('[PRAC-12] what is no field of a practice, or no value of one, is refused and nothing is changed', async () => {
  for (const set of ['logo=x', 'mode=solo', 'industry=Food', 'reviewCadenceMonths', 'riskAppetite=critical', 'name='])
    expectRefusal(await cli.run(['practice', 'update', '--set', set]), 2)
  expect((await cli.json<{ practice: object }>(['practice', 'show'])).practice).toMatchObject({
    name: 'Harbor Security',
    riskAppetite: null,
  })
})

test('[PRAC-12] what a client decides for itself is set and given up like any field', async () => {
  await cli.json(['clients', 'add', '--name', 'Alder', '--set', 'riskAppetite=low', 'itRevenuePercent=62.5'])
  const shown = () => cli.json<{ overrides: readonly string[] }>(['clients', 'show', '--client', 'Alder'])
  expect(await shown()).toMatchObject({ riskAppetite: 'low', itRevenuePercent: 62.5, overrides: ['riskAppetite'] })
  await cli.json(['clients', 'update', '--client', 'Alder', '--set', 'riskAppetite='])
  await expect.poll(async () => (await shown()).overrides).toEqual([])
})
