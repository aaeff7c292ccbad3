import { rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Account, DoctorReport } from '#api/engine.ts'
import { jobEnd } from '#testing/create-test-engine.ts'
import { expectOk } from '#testing/expect-result.ts'
import {
  copyFaultAccount,
  faultPassphrase,
  makeFaultAccount,
  openFaultEngine,
  removeFaultAccount,
  type FaultAccount,
} from '#testing/fault-account.ts'
import { runAndKill } from '#testing/run-and-kill.ts'

/** FAULT_ROUNDS makes more of them. */
const rounds = Math.min(Number(process.env['FAULT_ROUNDS'] ?? 6), 200)
const clients = 24

let template: FaultAccount
let file: string
beforeAll(async () => {
  template = await makeFaultAccount(clients, 12)
  file = `${template.dataDir}.csv`
  const names = await inAccount(template, (account) => Promise.resolve(namesOf(account)))
  const updates = names.map((name) => `"${name}",Imported,at once`)
  const adds = Array.from({ length: 20 }, (_, index) => `Added ${index},Imported,`)
  writeFileSync(file, ['Name,Industry,Tags', ...updates, ...adds].join('\n'))
}, 60_000)
afterAll(() => {
  rmSync(file)
  removeFaultAccount(template)
})

const inAccount = async <Value>(
  { dataDir, accountId }: FaultAccount,
  work: (account: Account) => Promise<Value>,
): Promise<Value> => {
  const engine = await openFaultEngine(dataDir)
  try {
    return await work(expectOk(await engine.unlockAccount(accountId, { passphrase: faultPassphrase })))
  } finally {
    await engine.close()
  }
}

const rowsOf = (account: Account) => account.clients.list({ archived: 'any', limit: 1000 }).items
const timeless = (account: Account) => rowsOf(account).map((row) => ({ ...row, lastActivityAt: null }))
const namesOf = (account: Account): readonly string[] => rowsOf(account).map(({ name }) => name)
const countWhere = (account: Account, holds: (row: ReturnType<typeof rowsOf>[number]) => boolean): number =>
  rowsOf(account).filter(holds).length

const expectClean = async (account: Account): Promise<void> => {
  const { result } = await jobEnd(account, account.startDoctor().jobId)
  expect(result as DoctorReport).toMatchObject({ clean: true, problems: [] })
}

/** Spread over what the work takes, the beginning and the time after it included. */
const delays = (longest: number): readonly number[] =>
  Array.from({ length: rounds }, (_, round) => (longest * (round + 0.5)) / rounds)

test('[IMPORT-41] a kill during an import leaves it whole or not there, updates and new clients alike', async () => {
  const seen = new Set<number>()
  const killAfter = async (delay: number): Promise<void> => {
    const account = copyFaultAccount(template)
    const done = await runAndKill({ ...account, what: 'import', path: file }, delay)
    const imported = await inAccount(account, async (opened) => {
      await expectClean(opened)
      expect(countWhere(opened, ({ tags }) => tags.includes('at once'))).toBe(
        countWhere(opened, ({ industry, name }) => industry === 'Imported' && !name.startsWith('Added')),
      )
      expect(opened.changes.list()).toHaveLength(rowsOf(opened).length > clients ? 1 : 0)
      return countWhere(opened, ({ industry }) => industry === 'Imported')
    })
    expect(done ? [clients + 20] : [0, clients + 20]).toContain(imported)
    seen.add(imported)
    removeFaultAccount(account)
  }
  for (const delay of delays(350)) await killAfter(delay)
  // On a slow machine the whole takes longer.
  for (let delay = 700; !seen.has(clients + 20) && delay < 30_000; delay *= 2) await killAfter(delay)
  // Else the kills came too late or too early, and the rounds prove little.
  expect([...seen].toSorted((a, b) => a - b)).toEqual([0, clients + 20])
}, 600_000)

test('[BULK-7] a kill during a change of many clients leaves all of them changed or none', async () => {
  for (const delay of delays(150)) {
    const account = copyFaultAccount(template)
    const done = await runAndKill({ ...account, what: 'tag', label: 'bulk' }, delay)
    const tagged = await inAccount(account, async (opened) => {
      await expectClean(opened)
      return countWhere(opened, ({ tags }) => tags.includes('bulk'))
    })
    expect(done ? [clients] : [0, clients]).toContain(tagged)
    removeFaultAccount(account)
  }
}, 600_000)

test('[BULK-8] a kill while an import is undone: it is undone at the next start', async () => {
  const before = await inAccount(template, (account) => Promise.resolve(timeless(account)))
  const undone: (typeof before)[] = []
  const imported = copyFaultAccount(template)
  await runAndKill({ ...imported, what: 'import', path: file }, 5000)
  const [undoable] = await inAccount(imported, (opened) => Promise.resolve(opened.changes.list()))
  expect(undoable).toMatchObject({ what: { type: 'import', fileName: 'clients.csv' }, clients: clients + 20 })
  for (const delay of delays(200)) {
    const account = copyFaultAccount(imported)
    const done = await runAndKill({ ...account, what: 'undo', jobId: undoable?.jobId ?? '' }, delay)
    await inAccount(account, async (opened) => {
      await expectClean(opened)
      const left = countWhere(opened, ({ industry }) => industry === 'Imported')
      expect(done ? [0] : [0, clients + 20]).toContain(left)
      if (left === 0) undone.push(timeless(opened))
    })
    removeFaultAccount(account)
  }
  expect(undone).toEqual(undone.map(() => before))
  expect(undone.length).toBeGreaterThan(0)
  removeFaultAccount(imported)
}, 600_000)
