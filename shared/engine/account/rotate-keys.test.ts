import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { jobEnd, testPassphrase } from '#testing/create-test-engine.ts'
import { flipBit } from '#testing/damage-file.ts'
import { expectError, expectOk } from '#testing/expect-result.ts'
import { makeAccount, openTestAccount } from '#testing/open-test-account.ts'
import { quickFolder } from '#testing/temporary-folder.ts'
import { portfolioKeyName, tenantKeyName } from '../data-dir/data-dir-paths.ts'
import { rekeyInPlace } from '../sqlite/rekey-database.ts'
import { openEncryptedDatabase } from '../sqlite/open-encrypted-database.ts'
import type { OpenAccount } from './open-account.ts'

const rotate = async ({ account }: OpenAccount) => {
  const { job, recoveryKey } = expectOk(await account.rotateKeys(testPassphrase))
  return { ...(await jobEnd(account, job.jobId)), recoveryKey }
}

const doctorOf = async ({ account }: OpenAccount) => (await jobEnd(account, account.startDoctor().jobId)).result

const keyOf = ({ keyring }: OpenAccount, name: string): Buffer => Buffer.from(keyring.keysOf(name)[0] ?? [])

const opensWith = (path: string, key: Buffer): boolean => {
  try {
    openEncryptedDatabase({ path, key, mustExist: true }).close()
    return true
  } catch (error) {
    expect(error).toMatchObject({ code: 'SQLITE_NOTADB' })
    return false
  }
}

test('[STORE-70] every file gets a key of its own anew, keeps its content, and edits go on meanwhile', async () => {
  const made = await makeAccount(40)
  const opened = await openTestAccount(made)
  const names = [portfolioKeyName, ...made.ids.map(tenantKeyName)]
  const before = names.map((name) => keyOf(opened, name))
  const rotated = rotate(opened)
  const edited = made.ids.map(async (id) =>
    expectOk(await opened.account.clients.edit(id, 'client.update', { industry: 'Food' })),
  )
  await Promise.all(edited)
  expect(await rotated).toMatchObject({ state: 'done', result: { files: 41 }, done: 40, total: 40 })
  const after = names.map((name) => keyOf(opened, name))
  expect(new Set([...before, ...after].map((key) => key.toString('hex'))).size).toBe(82)
  expect(opened.keyring.listFilesInRotation()).toEqual([])
  expect(await doctorOf(opened)).toMatchObject({ clean: true, problems: [] })
  await opened.close()
  const paths = [opened.parts.paths.portfolio, ...made.ids.map(opened.parts.paths.tenant)]
  expect(
    paths.map((path, index) => [
      opensWith(path, before[index] ?? before[0] ?? Buffer.alloc(32)),
      opensWith(path, after[index] ?? Buffer.alloc(32)),
    ]),
  ).toEqual(paths.map(() => [false, true]))
  const again = await openTestAccount(made)
  expect(again.account.clients.list({ industry: 'Food' }).total).toBe(40)
})

test('[STORE-71] a file that is damaged keeps its key and its bytes; the others get theirs', async () => {
  const made = await makeAccount(3)
  const [first = '', damaged = ''] = made.ids
  const opened = await openTestAccount(made)
  const path = opened.parts.paths.tenant(damaged)
  flipBit(path, 5000)
  const harmed = readFileSync(path)
  const [firstBefore, damagedBefore] = [keyOf(opened, tenantKeyName(first)), keyOf(opened, tenantKeyName(damaged))]
  await opened.close()
  const again = await openTestAccount(made)
  expect(await rotate(again)).toMatchObject({ state: 'done' })
  expect(keyOf(again, tenantKeyName(damaged)).equals(damagedBefore)).toBe(true)
  expect(keyOf(again, tenantKeyName(first)).equals(firstBefore)).toBe(false)
  expect(readFileSync(path).equals(harmed)).toBe(true)
})

test.each([
  ['before', false],
  ['after', true],
] as const)(
  '[STORE-72] a rotation cut short %s the file was re-encrypted ends at the next start with the key that the file has',
  async (_when, done) => {
    const made = await makeAccount(2)
    const opened = await openTestAccount(made)
    const [id = ''] = made.ids
    const name = tenantKeyName(id)
    const current = keyOf(opened, name)
    const next = Buffer.from(expectOk(await opened.keyring.beginFileRotation(name)))
    await opened.close()
    if (done) {
      const database = openEncryptedDatabase({ path: opened.parts.paths.tenant(id), key: current, mustExist: true })
      rekeyInPlace(database, next)
      database.close()
    }
    const again = await openTestAccount(made)
    expect(again.keyring.listFilesInRotation()).toEqual([])
    expect(again.keyring.keysOf(name).map((key) => key.toString('hex'))).toEqual([
      (done ? next : current).toString('hex'),
    ])
    expectOk(await again.account.clients.edit(id, 'client.update', { industry: 'Food' }))
    expect(await doctorOf(again)).toMatchObject({ clean: true })
  },
)

test('[STORE-70] with a wrong passphrase nothing is rotated', async () => {
  const made = await makeAccount(1)
  const opened = await openTestAccount(made)
  const before = keyOf(opened, portfolioKeyName)
  expect(expectError(await opened.account.rotateKeys('wrong passphrase')).type).toBe('WrongPassphrase')
  expect(opened.account.jobs.list()).toEqual([])
  expect(keyOf(opened, portfolioKeyName).equals(before)).toBe(true)
})

test('[HAND-11] hand-overs run beside each other; a change of keys waits for the last of them, and they for it', async () => {
  const made = await makeAccount(2)
  const { account } = await openTestAccount(made)
  const shelf = quickFolder()
  const [first = '', second = ''] = made.ids
  const handOver = (clientId: string, name: string) =>
    account.clients.startHandOver(clientId, { path: join(shelf, name), passphrase: testPassphrase })
  const running = [expectOk(handOver(first, 'first')), expectOk(handOver(second, 'second'))]
  expect(expectError(await account.rotateKeys(testPassphrase))).toEqual({ type: 'FilesBusy' })
  for (const { jobId } of running) expect(await jobEnd(account, jobId)).toMatchObject({ state: 'done' })
  const rotating = expectOk(await account.rotateKeys(testPassphrase))
  expect(expectError(handOver(first, 'third'))).toEqual({ type: 'FilesBusy' })
  expect(await jobEnd(account, rotating.job.jobId)).toMatchObject({ state: 'done' })
  expect(await jobEnd(account, expectOk(handOver(first, 'third')).jobId)).toMatchObject({ state: 'done' })
})
