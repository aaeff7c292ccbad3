import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { accountToLose, backUp, contentOf, doctorOf, type AccountToLose } from '#testing/backup-account.ts'
import { jobEnd, testPassphrase, testPorts } from '#testing/create-test-engine.ts'
import { flipBit } from '#testing/damage-file.ts'
import { expectError, expectOk } from '#testing/expect-result.ts'
import { fakeRandom } from '#testing/fake-random.ts'
import { openTestAccount } from '#testing/open-test-account.ts'
import { canMount, smallDisk } from '#testing/small-disk.ts'
import { quickFolder } from '#testing/temporary-folder.ts'
import { createBackupWorker, type BackupWorker } from './create-backup-worker.ts'
import { restoreAccount } from './restore-account.ts'

const silent = () => ({ signal: new AbortController().signal, report: () => undefined })

const restoreTo = async (path: string, worker: BackupWorker, dataDir = quickFolder()) => {
  const secret = { passphrase: testPassphrase }
  const { accountId } = expectOk(
    await restoreAccount({ dataDir, path, secret, worker, ports: testPorts({ random: fakeRandom(21) }) }, silent()),
  )
  return { dataDir, accountId }
}

const restored = async (path: string) => {
  const worker = createBackupWorker()
  const place = await restoreTo(path, worker)
  await worker.end()
  return openTestAccount(place)
}

test('[BACK-1] what is restored is the same, with evidence and activity, and the doctor is content', async () => {
  const lost = await accountToLose()
  const before = contentOf(lost)
  const backup = await backUp(lost.account, lost.shelf)
  expect(backup).toMatchObject({ clients: 3, troubled: 0, scheduled: false, isThere: true })
  const again = await restored(backup.path)
  expect(contentOf(again)).toEqual(before)
  expect(await doctorOf(again.account)).toMatchObject({ clean: true, files: 4 })
})

test('[BACK-2] edits go on meanwhile, and every file is as it was at one moment', async () => {
  const lost = await accountToLose(12, 6_000_000)
  const [first = '', ...others] = lost.ids
  for (const employees of [1, 2, 3]) {
    expectOk(await lost.account.clients.edit(first, 'client.update', { employees }))
  }
  const { jobId } = expectOk(await lost.account.backups.start({ path: lost.shelf }))
  const ended = jobEnd(lost.account, jobId)
  let edits = 0
  while (lost.account.jobs.find(jobId)?.state === 'running') {
    const id = others[edits % others.length] ?? first
    const name = `Renamed ${String(edits)}`
    expectOk(await lost.account.clients.edit(edits % 3 === 0 ? first : id, 'client.update', { name, summary: name }))
    edits += 1
  }
  const job = await ended
  expect(job.state).toBe('done')
  expect(edits).toBeGreaterThan(5)
  const again = await restored((job.result as { path: string }).path)
  expect(await doctorOf(again.account)).toMatchObject({ clean: true, problems: [] })
  expect(expectOk(again.account.clients.getProfile(first)).employees).toBe(3)
}, 60_000)

test('[BACK-4] nothing of a client can be read in it, not even an id', async () => {
  const lost = await accountToLose()
  const { path } = await backUp(lost.account, lost.shelf)
  const bytes = readFileSync(path)
  for (const secret of ['Client 000', 'Ada Harbor', 'HIPAA', 'SQLite format', 'tenant/', ...lost.ids]) {
    expect(bytes.includes(secret)).toBe(false)
  }
  expect(statSync(path).mode & 0o77).toBe(0)
})

test('[BACK-5] a file that is there is replaced only when that is asked for, and whole', async () => {
  const { account, shelf } = await accountToLose()
  const path = join(shelf, 'mine.securatlas-backup')
  await backUp(account, path)
  const first = readFileSync(path)
  expect(expectError(await account.backups.start({ path }))).toEqual({ type: 'BackupExists', path })
  expect(readFileSync(path).equals(first)).toBe(true)
  const { jobId } = expectOk(await account.backups.start({ path, replace: true }))
  expect((await jobEnd(account, jobId)).state).toBe('done')
  expect(readFileSync(path).equals(first)).toBe(false)
  expect(await account.backups.list()).toHaveLength(1)
  expect(readdirSync(shelf).toSorted()).toEqual(['evidence.bin', 'mine.securatlas-backup'])
})

const failureOf = async ({ account }: AccountToLose, path: string, replace = false) => {
  const started = await account.backups.start({ path, replace })
  if (!started.ok) return started.error
  return (await jobEnd(account, started.value.jobId)).error
}

test('[BACK-6] a folder that is not there, or was taken away, is told in words', async () => {
  const lost = await accountToLose()
  const path = join(lost.shelf, 'gone', 'a.securatlas-backup')
  expect(await failureOf(lost, path)).toEqual({ type: 'BackupTargetFailed', path, trouble: 'missing' })
  const { jobId } = expectOk(await lost.account.backups.start({ path: lost.shelf }))
  rmSync(lost.shelf, { recursive: true })
  expect((await jobEnd(lost.account, jobId)).error).toMatchObject({ type: 'BackupTargetFailed', trouble: 'missing' })
  expect(await lost.account.backups.list()).toEqual([])
})

describe.skipIf(!canMount)('on a disk that fills', () => {
  test('[BACK-6] the backup before it stays as it was and opens, and nothing half-written is left', async () => {
    const lost = await accountToLose(3, 3_000_000)
    const disk = smallDisk('24m')
    const path = join(disk.folder, 'a.securatlas-backup')
    await backUp(lost.account, path)
    const before = readFileSync(path)
    disk.fill(1_000_000)
    expect(await failureOf(lost, path, true)).toEqual({ type: 'BackupTargetFailed', path, trouble: 'full' })
    disk.empty()
    expect(readdirSync(disk.folder)).toEqual(['a.securatlas-backup'])
    expect(readFileSync(path).equals(before)).toBe(true)
    const { jobId } = lost.account.backups.startVerify({ path })
    expect(await jobEnd(lost.account, jobId)).toMatchObject({ state: 'done', result: { clients: 3 } })
  })
})

test('[BACK-7] cancelled, nothing is left', async () => {
  const { account, shelf } = await accountToLose(3, 20_000_000)
  const { jobId } = expectOk(await account.backups.start({ path: shelf }))
  account.jobs.cancel(jobId)
  expect(await jobEnd(account, jobId)).toMatchObject({ state: 'cancelled' })
  expect(readdirSync(shelf)).toEqual(['evidence.bin'])
  expect(await account.backups.list()).toEqual([])
})

test('[BACK-8] a damaged file is kept as it is, a missing one is named, and both are counted', async () => {
  const lost = await accountToLose(4)
  const [, damaged = '', missing = ''] = lost.ids
  lost.handles.closeAll()
  flipBit(lost.parts.paths.tenant(damaged), 100)
  rmSync(lost.parts.paths.tenant(missing))
  const backup = await backUp(lost.account, lost.shelf)
  expect(backup).toMatchObject({ clients: 4, troubled: 2 })
  const again = await restored(backup.path)
  expect(readFileSync(again.parts.paths.tenant(damaged)).equals(readFileSync(lost.parts.paths.tenant(damaged)))).toBe(
    true,
  )
  expect(existsSync(again.parts.paths.tenant(missing))).toBe(false)
  const states = again.account.clients.list({ sort: [{ by: 'name', direction: 'asc' }] }).items
  expect(states.map(({ fileState }) => fileState)).toEqual(['ok', 'damaged', 'missing', 'ok'])
})

test('[BACK-9] into the data folder itself it is refused', async () => {
  const { account, parts, made } = await accountToLose()
  for (const folder of [made.dataDir, parts.paths.tenants]) {
    expect(expectError(await account.backups.start({ path: folder })).type).toBe('BackupInDataFolder')
  }
})

test('[BACK-10] two at a time, or one beside a change of keys, are refused', async () => {
  const { account, shelf } = await accountToLose(3, 20_000_000)
  const { jobId } = expectOk(await account.backups.start({ path: shelf }))
  expect(expectError(await account.backups.start({ path: join(shelf, 'other') })).type).toBe('FilesBusy')
  expect(expectError(await account.rotateKeys(testPassphrase)).type).toBe('FilesBusy')
  await jobEnd(account, jobId)
  const rotated = expectOk(await account.rotateKeys(testPassphrase))
  expect(expectError(await account.backups.start({ path: join(shelf, 'other') })).type).toBe('FilesBusy')
  await jobEnd(account, rotated.job.jobId)
  await backUp(account, join(shelf, 'other'))
})

test('[BACK-53] those that hold a client can be asked for, and a file that is gone says so', async () => {
  const { account, shelf, ids } = await accountToLose()
  const [first = ''] = ids
  const older = await backUp(account, join(shelf, 'older'))
  const added = expectOk(await account.clients.add({ name: 'Later', status: 'client' }))
  const newer = await backUp(account, join(shelf, 'newer'))
  expect((await account.backups.list()).map(({ path }) => path)).toEqual([newer.path, older.path])
  expect((await account.backups.holding(first)).map(({ path }) => path)).toEqual([newer.path, older.path])
  expect((await account.backups.holding(added.id)).map(({ path }) => path)).toEqual([newer.path])
  rmSync(newer.path)
  writeFileSync(join(shelf, 'unrelated'), '')
  expect((await account.backups.list()).map(({ isThere }) => isThere)).toEqual([false, true])
})
