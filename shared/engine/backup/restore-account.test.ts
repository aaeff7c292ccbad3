import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { accountToLose, backUp, contentOf } from '#testing/backup-account.ts'
import { jobEnd, startEngine, testPassphrase, testPorts } from '#testing/create-test-engine.ts'
import { expectError, expectOk } from '#testing/expect-result.ts'
import { fakeRandom } from '#testing/fake-random.ts'
import { canMount, smallDisk } from '#testing/small-disk.ts'
import { quickFolder } from '#testing/temporary-folder.ts'

const secret = { passphrase: testPassphrase }
const silent = () => ({ signal: new AbortController().signal, report: () => undefined })

test('[BACK-30] restored through an engine, the account is there, locked, and opens with its passphrase', async () => {
  const lost = await accountToLose()
  const { path } = await backUp(lost.account, lost.shelf)
  const engine = await startEngine(quickFolder(), testPorts({ random: fakeRandom(3) }))
  const seen: number[] = []
  const control = { ...silent(), report: (done: number, total: number) => seen.push(done / total) }
  const answer = expectOk(await engine.restoreBackup({ path, secret }, control))
  expect(answer).toMatchObject({ accountId: lost.account.id, clients: 3, troubled: [] })
  expect(seen.at(-1)).toBe(1)
  expect(await engine.listAccounts()).toMatchObject([{ id: lost.account.id, state: 'locked' }])
  const account = expectOk(await engine.unlockAccount(lost.account.id, secret))
  expect(account.clients.list({})).toEqual(lost.account.clients.list({}))
})

test('[BACK-31] an account that is there already is refused and stays as it is', async () => {
  const lost = await accountToLose()
  const { path } = await backUp(lost.account, lost.shelf)
  const before = contentOf(lost)
  const engine = await startEngine(quickFolder(), testPorts())
  expectOk(await engine.restoreBackup({ path, secret }, silent()))
  expect(expectError(await engine.restoreBackup({ path, secret }, silent()))).toEqual({
    type: 'AccountIsHere',
    accountId: lost.account.id,
  })
  const account = expectOk(await engine.unlockAccount(lost.account.id, secret))
  expect(account.clients.list({ archived: 'any', limit: 10_000, sort: [{ by: 'id', direction: 'asc' }] })).toEqual(
    (before as { clients: unknown }).clients,
  )
})

test('[BACK-30] cancelled or refused, no account is left', async () => {
  const lost = await accountToLose(3, 5_000_000)
  const { path } = await backUp(lost.account, lost.shelf)
  const dataDir = quickFolder()
  const engine = await startEngine(dataDir, testPorts())
  const cancel = new AbortController()
  const control = { signal: cancel.signal, report: () => cancel.abort() }
  expect(expectError(await engine.restoreBackup({ path, secret }, control))).toEqual({ type: 'Cancelled' })
  const wrong = { passphrase: 'another passphrase' }
  expect(expectError(await engine.restoreBackup({ path, secret: wrong }, silent())).type).toBe('WrongPassphrase')
  expect(await engine.listAccounts()).toEqual([])
  expect(existsSync(join(dataDir, 'accounts')) ? readdirSync(join(dataDir, 'accounts')) : []).toEqual([])
})

describe.skipIf(!canMount)('on a small disk', () => {
  test('[BACK-30] a disk that fills leaves no account', async () => {
    const lost = await accountToLose(3, 5_000_000)
    const { path } = await backUp(lost.account, lost.shelf)
    const disk = smallDisk('4m')
    const engine = await startEngine(disk.folder, testPorts())
    expect(expectError(await engine.restoreBackup({ path, secret }, silent())).type).toBe('DiskFull')
    expect(await engine.listAccounts()).toEqual([])
    expect(readdirSync(join(disk.folder, 'accounts'))).toEqual([])
  })
})

test('[BACK-32] a restored account writes chains of its own', async () => {
  const lost = await accountToLose()
  const [first = ''] = lost.ids
  const { path } = await backUp(lost.account, lost.shelf)
  const engine = await startEngine(quickFolder(), testPorts({ random: fakeRandom(7) }))
  expectOk(await engine.restoreBackup({ path, secret }, silent()))
  const account = expectOk(await engine.unlockAccount(lost.account.id, secret))
  for (const each of [account, lost.account]) {
    expectOk(await each.clients.edit(first, 'client.update', { industry: each === account ? 'There' : 'Here' }))
  }
  const newest = [account, lost.account].map(
    (each) => expectOk(each.clients.listActivity(first, { field: 'industry' })).items[0]?.device,
  )
  expect(newest[0]).not.toBe(newest[1])
  const devicesBefore = expectOk(lost.account.clients.listActivity(first, {})).items.map(({ device }) => device)
  expect(devicesBefore).not.toContain(newest[0])
})

test('[BACK-33] the schedule stays with the device that has it', async () => {
  const lost = await accountToLose()
  expectOk(await lost.account.backups.setSchedule({ folder: lost.shelf, every: 'weekly', keep: 2 }))
  await Promise.all(lost.account.jobs.list().map(({ id }) => jobEnd(lost.account, id)))
  const { path } = await backUp(lost.account, join(lost.shelf, 'by-hand'))
  const engine = await startEngine(quickFolder(), testPorts({ random: fakeRandom(9) }))
  expectOk(await engine.restoreBackup({ path, secret }, silent()))
  const account = expectOk(await engine.unlockAccount(lost.account.id, secret))
  expect(account.backups.status()).toMatchObject({ schedule: null, failure: null })
})

test('[BACK-34] the drill restores beside the data, has the doctor look, and leaves nothing', async () => {
  const lost = await accountToLose()
  const { path } = await backUp(lost.account, lost.shelf)
  const before = readdirSync(lost.made.dataDir).toSorted()
  const { jobId } = lost.account.backups.startDrill({ path, secret })
  const job = await jobEnd(lost.account, jobId)
  expect(job).toMatchObject({ state: 'done', result: { clients: 3, doctor: { clean: true, files: 4, problems: [] } } })
  expect(readdirSync(lost.made.dataDir).toSorted()).toEqual(before)
  const refused = lost.account.backups.startDrill({ path, secret: { passphrase: 'another passphrase' } })
  expect((await jobEnd(lost.account, refused.jobId)).error).toEqual({ type: 'WrongPassphrase' })
})

test('[BACK-34] what a killed drill left is removed by the next start', async () => {
  const dataDir = quickFolder()
  mkdirSync(join(dataDir, 'drill-1', 'accounts'), { recursive: true })
  writeFileSync(join(dataDir, 'drill-1', 'accounts', 'left'), 'over')
  await startEngine(dataDir, testPorts())
  expect(readdirSync(dataDir)).not.toContain('drill-1')
})
