import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Account } from '#api/engine.ts'
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
import { quickFolder } from '#testing/temporary-folder.ts'
import { accountPaths } from '../data-dir/data-dir-paths.ts'

/** FAULT_ROUNDS makes more of them. */
const rounds = Math.min(Number(process.env['FAULT_ROUNDS'] ?? 4), 200)
const passphrase = faultPassphrase

let from: FaultAccount
let to: FaultAccount
beforeAll(async () => {
  from = await makeFaultAccount(2, 11)
  to = await makeFaultAccount(1, 12)
}, 60_000)
afterAll(() => [from, to].forEach(removeFaultAccount))

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

const isWhole = async ({ dataDir, accountId }: FaultAccount, account: Account): Promise<void> => {
  expect((await jobEnd(account, account.startDoctor().jobId)).result).toMatchObject({ clean: true, problems: [] })
  const ids = account.clients.list({ archived: 'any' }).items.map(({ id }) => id)
  const files = readdirSync(accountPaths(dataDir, accountId).tenants).filter((name) => name.endsWith('.sqlite'))
  // A client with evidence has two files.
  const owners = new Set(files.map((name) => name.split('.')[0] ?? ''))
  expect([...owners].toSorted()).toEqual(ids.toSorted())
}

const firstOf = (account: FaultAccount) =>
  inAccount(account, (opened) => Promise.resolve(opened.clients.list({ limit: 1 }).items[0])).then((row) => {
    if (row === undefined) throw new Error('the sample has no client')
    return { clientId: row.id, name: row.name }
  })

const takeOverElsewhere = async (path: string): Promise<string> => {
  const other = copyFaultAccount(to)
  const { state } = await inAccount(other, async (opened) =>
    jobEnd(opened, expectOk(opened.clients.startTakeOver({ path, passphrase })).jobId),
  )
  removeFaultAccount(other)
  return state
}

/** Spread over what the work takes, the beginning and the time after it included. */
const delays = (longest: number): readonly number[] =>
  Array.from({ length: rounds }, (_, round) => (longest * (round + 0.5)) / rounds)

test('[HAND-50] a kill during a hand-over leaves the file of before or a whole one, nothing beside it, and the client as it was', async () => {
  const client = await firstOf(from)
  let partsLeft = 0
  for (const [round, delay] of delays(450).entries()) {
    const [account, folder] = [copyFaultAccount(from), quickFolder()]
    const path = join(folder, 'out')
    writeFileSync(path, 'the file of before')
    const orders = { ...account, what: 'handOver', ...client, path } as const
    // Every second one while the new file is being written, which is a moment of the whole.
    const done = await runAndKill(orders, round % 2 === 0 ? delay : { whenPartIn: folder })
    partsLeft += readdirSync(folder).length - 1
    await inAccount(account, (opened) => isWhole(account, opened))
    expect(readdirSync(folder)).toEqual(['out'])
    const isOld = readFileSync(path, 'latin1') === 'the file of before'
    expect(done && isOld).toBe(false)
    expect(isOld ? 'done' : await takeOverElsewhere(path)).toBe('done')
    removeFaultAccount(account)
  }
  expect(partsLeft).toBeGreaterThan(0)
}, 600_000)

test('[HAND-51] a kill during a take-over leaves the client not here or whole', async () => {
  const client = await firstOf(from)
  const path = join(quickFolder(), 'out')
  await inAccount(from, async (opened) =>
    jobEnd(opened, expectOk(opened.clients.startHandOver(client.clientId, { path, passphrase })).jobId),
  )
  for (const delay of delays(450)) {
    const account = copyFaultAccount(to)
    const done = await runAndKill({ ...account, what: 'takeOver', ...client, path }, delay)
    const isHere = await inAccount(account, async (opened) => {
      await isWhole(account, opened)
      return opened.clients.get(client.clientId).ok
    })
    expect(done && !isHere).toBe(false)
    removeFaultAccount(account)
  }
}, 600_000)

test('[HAND-52] a kill during a deletion leaves the client as it was or gone', async () => {
  const client = await firstOf(from)
  for (const delay of delays(60)) {
    const account = copyFaultAccount(from)
    const done = await runAndKill({ ...account, what: 'delete', ...client }, delay)
    const isHere = await inAccount(account, async (opened) => {
      await isWhole(account, opened)
      return opened.clients.get(client.clientId).ok
    })
    expect(done && isHere).toBe(false)
    removeFaultAccount(account)
  }
}, 600_000)
