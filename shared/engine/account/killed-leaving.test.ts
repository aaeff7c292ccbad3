import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
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
import type { LeavingOrders } from '#testing/leave-until-killed.ts'
import { quickFolder } from '#testing/temporary-folder.ts'
import { accountPaths } from '../data-dir/data-dir-paths.ts'

/** FAULT_ROUNDS makes more of them. */
const rounds = Math.min(Number(process.env['FAULT_ROUNDS'] ?? 4), 200)
const program = fileURLToPath(import.meta.resolve('#testing/leave-until-killed.ts'))
const passphrase = 'a box for another practice'

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

/** Kills it so many milliseconds after it has begun; true when it had said that it was done. */
const runAndKill = async (
  orders: LeavingOrders,
  moment: number | { readonly whenPartIn: string },
): Promise<boolean> => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, JSON.stringify(orders)])
  const closed = once(child, 'close')
  const kill = (): void => void child.kill('SIGKILL')
  const watcher = typeof moment === 'number' ? undefined : watch(moment.whenPartIn, kill)
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
    if (text.startsWith('ready') && typeof moment === 'number') setTimeout(kill, moment)
  })
  await closed
  watcher?.close()
  expect(said).toMatch(/^ready\n(done\n)?$/)
  return said.endsWith('done\n')
}

const isWhole = async ({ dataDir, accountId }: FaultAccount, account: Account): Promise<void> => {
  expect((await jobEnd(account, account.startDoctor().jobId)).result).toMatchObject({ clean: true, problems: [] })
  const ids = account.clients.list({ archived: 'any' }).items.map(({ id }) => id)
  const files = readdirSync(accountPaths(dataDir, accountId).tenants).filter((name) => name.endsWith('.sqlite'))
  expect(files.map((name) => name.split('.')[0] ?? '').toSorted()).toEqual(ids.toSorted())
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
    const orders = { ...account, what: 'handOver', ...client, path, passphrase } as const
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
    const done = await runAndKill({ ...account, what: 'takeOver', ...client, path, passphrase }, delay)
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
    const done = await runAndKill({ ...account, what: 'delete', ...client, path: '', passphrase }, delay)
    const isHere = await inAccount(account, async (opened) => {
      await isWhole(account, opened)
      return opened.clients.get(client.clientId).ok
    })
    expect(done && isHere).toBe(false)
    removeFaultAccount(account)
  }
}, 600_000)
