import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  copyPath,
  expectError,
  expectOk,
  fastCost,
  hexKeysOf,
  keyringPath,
  makeAccount,
  passphrase,
  readText,
  realRandom,
  reopen,
  temporaryFolder,
} from '#testing/keyring-account.ts'
import { createKeyring } from './create-keyring.ts'
import { readKeyringHeader } from './open-keyring.ts'
import { formatRecoveryKey } from './recovery-key.ts'

test('[KEY-1] both files of a new keyring hold the same bytes', async () => {
  const { folder } = await makeAccount()
  expect(readText(keyringPath(folder))).toBe(readText(copyPath(folder)))
})

test.skipIf(process.platform === 'win32')(
  '[KEY-2] files and folder are closed to other users, whatever they were',
  async () => {
    const umask = process.umask(0)
    try {
      const folder = join(temporaryFolder(), 'account')
      const { keyring } = await makeAccount({ folder })
      expect(statSync(folder).mode & 0o777).toBe(0o700)
      expectOk(await keyring.addKeys(['a']))
      expectOk(await keyring.destroyKeys(['a']))
      for (const path of [keyringPath(folder), copyPath(folder)]) expect(statSync(path).mode & 0o777).toBe(0o600)
    } finally {
      process.umask(umask)
    }
  },
)

test('[KEY-7] creating a keyring where there is one changes nothing', async () => {
  const { folder, accountId } = await makeAccount()
  const before = readText(keyringPath(folder))
  const create = () => createKeyring({ folder, accountId, passphrase, random: realRandom, cost: fastCost })
  expect(expectError(await create())).toEqual({ type: 'KeyringExists' })
  rmSync(keyringPath(folder))
  expect(expectError(await create())).toEqual({ type: 'KeyringExists' })
  expect(existsSync(keyringPath(folder))).toBe(false)
  expect(readText(copyPath(folder))).toBe(before)
})

test('[KEY-10] a keyring opens with its passphrase and gives the same keys', async () => {
  const { folder, accountId, keyring } = await makeAccount()
  expectOk(await keyring.addKeys(['tenants/a.sqlite', 'portfolio.sqlite']))
  const opened = expectOk(await reopen(folder))
  expect(opened.accountId).toBe(accountId)
  expect(opened.listFiles()).toEqual(['tenants/a.sqlite', 'portfolio.sqlite'])
  for (const file of opened.listFiles()) expect(hexKeysOf(opened, file)).toEqual(hexKeysOf(keyring, file))
})

test('[KEY-12] a new account refuses a short passphrase before it makes a folder', async () => {
  const folder = join(temporaryFolder(), 'account')
  const made = await createKeyring({ folder, accountId: 'a', passphrase: '1234567', random: realRandom })
  expect(expectError(made)).toEqual({ type: 'PassphraseTooShort', minimum: 12 })
  expect(existsSync(folder)).toBe(false)
})

test('[KEY-13] a wrong passphrase is refused and changes nothing', async () => {
  const { folder } = await makeAccount()
  const before = readText(keyringPath(folder))
  for (const wrong of ['', 'wrong', passphrase.toUpperCase(), `${passphrase} `]) {
    expect(expectError(await reopen(folder, { unlockWith: { passphrase: wrong } }))).toEqual({
      type: 'WrongPassphrase',
    })
  }
  expect(readText(keyringPath(folder))).toBe(before)
})

test('[KEY-13] a wrong passphrase takes about as long as a right one', async () => {
  const { folder } = await makeAccount({ cost: { N: 2 ** 16, r: 8, p: 1 } })
  const timeOf = async (tried: string): Promise<number> => {
    const started = performance.now()
    await reopen(folder, { unlockWith: { passphrase: tried } })
    return performance.now() - started
  }
  const right = [await timeOf(passphrase), await timeOf(passphrase), await timeOf(passphrase)].toSorted((a, b) => a - b)
  const wrong = [await timeOf('no'), await timeOf('wrong, but long'), await timeOf('')].toSorted((a, b) => a - b)
  expect((wrong[0] ?? 0) / (right[0] ?? 1)).toBeGreaterThan(0.3)
  expect((wrong[0] ?? 0) / (right[0] ?? 1)).toBeLessThan(4)
})

test('[KEY-14] a keyring opens with its recovery key', async () => {
  const { folder, keyring, recoveryKey } = await makeAccount()
  expectOk(await keyring.addKeys(['a']))
  const opened = expectOk(await reopen(folder, { unlockWith: { recoveryKey: recoveryKey.toLowerCase() } }))
  expect(hexKeysOf(opened, 'a')).toEqual(hexKeysOf(keyring, 'a'))
})

test('[KEY-16] a mistyped recovery key is told apart from a wrong one', async () => {
  const { folder, recoveryKey } = await makeAccount()
  const mistyped = (recoveryKey.startsWith('7') ? '8' : '7') + recoveryKey.slice(1)
  const open = (typed: string) => reopen(folder, { unlockWith: { recoveryKey: typed } })
  expect(expectError(await open(mistyped))).toEqual({ type: 'RecoveryKeyMistyped' })
  expect(expectError(await open(formatRecoveryKey(randomBytes(25))))).toEqual({ type: 'WrongRecoveryKey' })
})

test('[KEY-21] after recovery a new passphrase replaces the forgotten one', async () => {
  const { folder, recoveryKey } = await makeAccount()
  const recovered = expectOk(await reopen(folder, { unlockWith: { recoveryKey } }))
  expect(expectError(await recovered.setPassphrase('short'))).toEqual({ type: 'PassphraseTooShort', minimum: 12 })
  expectOk(await recovered.setPassphrase('a better passphrase'))
  expect(expectError(await reopen(folder))).toEqual({ type: 'WrongPassphrase' })
  expectOk(await reopen(folder, { unlockWith: { passphrase: 'a better passphrase' } }))
  expectOk(await reopen(folder, { unlockWith: { recoveryKey } }))
})

test('[KEY-20] a changed passphrase takes effect at once, in both files', async () => {
  const { folder, keyring } = await makeAccount()
  expect(expectError(await keyring.changePassphrase('not the old one', 'a better passphrase'))).toEqual({
    type: 'WrongPassphrase',
  })
  expect(expectError(await keyring.changePassphrase(passphrase, 'short'))).toMatchObject({ type: 'PassphraseTooShort' })
  expectOk(await keyring.verifyPassphrase(passphrase))
  expectOk(await keyring.changePassphrase(passphrase, 'a better passphrase'))
  expect(expectError(await keyring.verifyPassphrase(passphrase))).toEqual({ type: 'WrongPassphrase' })
  expect(expectError(await reopen(folder))).toEqual({ type: 'WrongPassphrase' })
  rmSync(keyringPath(folder))
  expect(expectError(await reopen(folder))).toEqual({ type: 'WrongPassphrase' })
  expectOk(await reopen(folder, { unlockWith: { passphrase: 'a better passphrase' } }))
})

test('[KEY-10] the cost in the header rises with the next passphrase', async () => {
  const { folder } = await makeAccount()
  const dearer = { N: 2 ** 15, r: 8, p: 1 }
  const opened = expectOk(await reopen(folder, { cost: dearer }))
  expect(expectOk(await readKeyringHeader(folder)).cost).toEqual(fastCost)
  expectOk(await opened.changePassphrase(passphrase, passphrase))
  expect(expectOk(await readKeyringHeader(folder)).cost).toEqual(dearer)
  expectOk(await reopen(folder))
})

test('[KEY-49] a keyring of another account is refused', async () => {
  const { folder, accountId } = await makeAccount()
  expectOk(await reopen(folder, { accountId }))
  expect(expectError(await reopen(folder, { accountId: randomUUID() }))).toEqual({
    type: 'KeyringDamaged',
    detail: 'other-account',
  })
})

test('[KEY-55] the header tells account and slots without unlocking', async () => {
  const { folder, accountId } = await makeAccount()
  expect(expectOk(await readKeyringHeader(folder))).toEqual({
    accountId,
    slots: ['passphrase', 'recovery'],
    cost: fastCost,
  })
  expect(expectError(await readKeyringHeader(temporaryFolder()))).toEqual({ type: 'KeyringMissing' })
})
