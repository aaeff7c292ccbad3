import { copyFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { accountToLose, backUp } from '#testing/backup-account.ts'
import { createTestEngine, jobEnd, testPassphrase } from '#testing/create-test-engine.ts'
import { flipBit } from '#testing/damage-file.ts'
import { expectError, expectOk } from '#testing/expect-result.ts'
import { fakeRandom } from '#testing/fake-random.ts'
import { quickFolder } from '#testing/temporary-folder.ts'
import { checkBackup } from './check-backup.ts'
import { createBackupWorker } from './create-backup-worker.ts'

const worker = createBackupWorker()
const secret = { passphrase: testPassphrase }
const check = (path: string, options: Partial<Parameters<typeof checkBackup>[0]> = {}) =>
  checkBackup({ path, secret, worker, ...options }, { signal: new AbortController().signal, report: () => undefined })

test('[BACK-3] passphrase and recovery key open it, and nothing else does', async () => {
  const { account, recoveryKey } = await createTestEngine()
  const { path } = await backUp(account, quickFolder())
  expect(expectOk(await check(path))).toMatchObject({ accountId: account.id, clients: 0 })
  expect(expectOk(await check(path, { secret: { recoveryKey } }))).toMatchObject({ accountId: account.id })
  expect(expectError(await check(path, { secret: { passphrase: 'another passphrase' } })).type).toBe('WrongPassphrase')
  expect(expectError(await check(path, { secret: { recoveryKey: 'ABC' } })).type).toBe('RecoveryKeyMistyped')
  const { recoveryKey: other } = await createTestEngine({ ports: { random: fakeRandom(5) } })
  expect(expectError(await check(path, { secret: { recoveryKey: other } })).type).toBe('WrongRecoveryKey')
})

test('[BACK-3] a passphrase that was changed opens what was made after, the old one what was made before', async () => {
  const { account } = await createTestEngine()
  const shelf = quickFolder()
  const before = await backUp(account, join(shelf, 'before'))
  expectOk(await account.changePassphrase(testPassphrase, 'a second passphrase'))
  const after = await backUp(account, join(shelf, 'after'))
  expectOk(await check(before.path))
  expect(expectError(await check(after.path)).type).toBe('WrongPassphrase')
  expectOk(await check(after.path, { secret: { passphrase: 'a second passphrase' } }))
})

test('[BACK-20] whatever byte is changed, checking says so', async () => {
  const { account, parts, shelf } = await accountToLose(2, 2_500_000)
  const { path } = await backUp(account, shelf)
  const size = statSync(path).size
  const headerLength = readFileSync(path).indexOf(10) + 1
  const offsets = [0, 40, headerLength - 2, headerLength, headerLength + 1_048_576 + 8, size - 300, size - 25, size - 1]
  const many = [...offsets, ...Array.from({ length: 24 }, (_, index) => Math.floor((size * (index + 0.5)) / 24))]
  const copy = join(shelf, 'copy')
  for (const offset of many) {
    copyFileSync(path, copy)
    flipBit(copy, offset, 2)
    const answer = await check(copy, { secret: undefined, keyring: parts.keyring })
    expect({ offset, ok: answer.ok }).toEqual({ offset, ok: false })
  }
  expectOk(await check(path, { secret: undefined, keyring: parts.keyring }))
}, 60_000)

test('[BACK-20] wherever it is cut short, and with parts of another backup in it, checking says so', async () => {
  const { account, parts, shelf } = await accountToLose(2, 2_500_000)
  const first = await backUp(account, join(shelf, 'first'))
  const second = await backUp(account, join(shelf, 'second'))
  const own = { secret: undefined, keyring: parts.keyring }
  const copy = join(shelf, 'copy')
  for (const length of [0, 100, first.bytes - 1, first.bytes - 24, Math.floor(first.bytes / 2)]) {
    copyFileSync(first.path, copy)
    truncateSync(copy, length)
    expect({ length, ok: (await check(copy, own)).ok }).toEqual({ length, ok: false })
  }
  const mixed = Buffer.concat([
    readFileSync(first.path).subarray(0, 1_200_000),
    readFileSync(second.path).subarray(1_200_000),
  ])
  writeFileSync(copy, mixed)
  expect(expectError(await check(copy, own)).type).toBe('BackupDamaged')
})

test('[BACK-21] no backup, one of a newer version and one of another account are told apart', async () => {
  const { account, parts, shelf } = await accountToLose()
  const { path } = await backUp(account, shelf)
  const own = { secret: undefined, keyring: parts.keyring }
  const other = join(shelf, 'other')
  writeFileSync(other, 'PK and then something else\n')
  expect(expectError(await check(other, own))).toEqual({ type: 'NotABackup' })
  const bytes = readFileSync(path)
  writeFileSync(other, bytes.toString('latin1').replace('"version":1', '"version":2'), 'latin1')
  expect(expectError(await check(other, own))).toEqual({ type: 'NewerBackup', version: 2 })
  writeFileSync(other, bytes.toString('latin1').replace('"portfolio":', '"portfolio":9'), 'latin1')
  expect(expectError(await check(other, own))).toMatchObject({ type: 'NewerVersion' })
  expect(expectError(await check(join(shelf, 'nowhere'), own))).toMatchObject({
    type: 'BackupUnreadable',
    code: 'ENOENT',
  })
  const stranger = await createTestEngine({ ports: { random: fakeRandom(5) } })
  const theirs = await backUp(stranger.account, quickFolder())
  expect(expectError(await check(theirs.path, own))).toEqual({ type: 'BackupOfAnotherAccount' })
})

test('[BACK-44] a backup from before a change of keys asks for the secret of then', async () => {
  const { account, shelf } = await accountToLose()
  const { path } = await backUp(account, shelf)
  const { job } = expectOk(await account.rotateKeys(testPassphrase))
  await jobEnd(account, job.jobId)
  const without = account.backups.startVerify({ path })
  expect((await jobEnd(account, without.jobId)).error).toEqual({ type: 'BackupNeedsSecret' })
  const withSecret = account.backups.startVerify({ path, secret })
  expect((await jobEnd(account, withSecret.jobId)).state).toBe('done')
})
