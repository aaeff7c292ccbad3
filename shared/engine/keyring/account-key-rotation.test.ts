import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  copyPath,
  expectError,
  expectOk,
  hexKeysOf,
  keyringPath,
  makeAccount,
  memoryKeychain,
  passphrase,
  readText,
  reopen,
} from '#testing/keyring-account.ts'
import type { Keychain } from '../ports.ts'

const wrappedIn = (text: string): readonly string[] =>
  [...text.matchAll(/"(?:wrapped|next)":"([^"]+)"/g)].map(([, w = '']) => w)

test('[KEY-38] a rotated account key keeps every file key and leaves nothing of the old one', async () => {
  const { folder, keyring, recoveryKey: oldRecoveryKey } = await makeAccount()
  const files = Array.from({ length: 300 }, (_, index) => `tenants/${index}.sqlite`)
  expectOk(await keyring.addKeys([...files, 'gone']))
  expectOk(await keyring.beginFileRotation('tenants/7.sqlite'))
  expectOk(await keyring.destroyKeys(['gone']))
  const before = new Map(files.map((file) => [file, hexKeysOf(keyring, file)]))
  const oldText = readText(keyringPath(folder))
  const { recoveryKey } = expectOk(await keyring.rotateAccountKey(passphrase))
  const newText = readText(keyringPath(folder))
  expect(newText).toBe(readText(copyPath(folder)))
  for (const wrapped of wrappedIn(oldText)) expect(newText).not.toContain(wrapped)
  for (const file of files) expect(hexKeysOf(keyring, file)).toEqual(before.get(file))
  expect(expectError(await reopen(folder, { unlockWith: { recoveryKey: oldRecoveryKey } }))).toEqual({
    type: 'WrongRecoveryKey',
  })
  for (const unlockWith of [{ recoveryKey }, { passphrase }]) {
    const opened = expectOk(await reopen(folder, { unlockWith }))
    for (const file of files) expect(hexKeysOf(opened, file)).toEqual(before.get(file))
    expect(opened.listFilesInRotation()).toEqual(['tenants/7.sqlite'])
    expect(opened.isDestroyed('gone')).toBe(true)
  }
})

test('[KEY-38] a keyring goes on working after its account key was rotated', async () => {
  const { folder, keyring } = await makeAccount()
  expectOk(await keyring.addKeys(['a']))
  const { recoveryKey } = expectOk(await keyring.rotateAccountKey(passphrase))
  expectOk(await keyring.addKeys(['b']))
  expectOk(await keyring.changePassphrase(passphrase, 'a better passphrase'))
  const opened = expectOk(await reopen(folder, { unlockWith: { recoveryKey } }))
  for (const file of ['a', 'b']) expect(hexKeysOf(opened, file)).toEqual(hexKeysOf(keyring, file))
})

test('[KEY-38] the lines of before a rotation open no more', async () => {
  const { folder, keyring } = await makeAccount()
  expectOk(await keyring.addKeys(['a']))
  const [, oldLine] = readText(keyringPath(folder)).split('\n')
  expectOk(await keyring.rotateAccountKey(passphrase))
  const [header] = readText(keyringPath(folder)).split('\n')
  for (const path of [keyringPath(folder), copyPath(folder)]) writeFileSync(path, `${header}\n${oldLine}\n`)
  const opened = expectOk(await reopen(folder))
  expect(opened.keysOf('a')).toEqual([])
  expect(opened.damagedLines()).toEqual([{ file: 'a' }])
})

test('[KEY-39] rotating needs the passphrase', async () => {
  const { folder, keyring } = await makeAccount()
  const before = readText(keyringPath(folder))
  for (const wrong of ['wrong passphrase', '', undefined]) {
    expect(expectError(await keyring.rotateAccountKey(wrong))).toEqual({ type: 'WrongPassphrase' })
  }
  expect(readText(keyringPath(folder))).toBe(before)
})

test('[KEY-39] the keychain takes the new key, or loses its slot and the caller is told', async () => {
  const keychain = memoryKeychain()
  let isLocked = false
  const lockable: Keychain = {
    ...keychain,
    seal: async (secret) => (isLocked ? Promise.reject(new Error('locked')) : keychain.seal(secret)),
  }
  const unlockWith = { keychain: true } as const
  const { folder, keyring } = await makeAccount({ keychain: lockable })
  expectOk(await keyring.addKeys(['a']))
  expect(expectOk(await keyring.rotateAccountKey(passphrase)).keychainError).toBeUndefined()
  const opened = expectOk(await reopen(folder, { keychain: lockable, unlockWith }))
  expect(hexKeysOf(opened, 'a')).toEqual(hexKeysOf(keyring, 'a'))
  isLocked = true
  const { keychainError } = expectOk(await opened.rotateAccountKey(passphrase))
  expect(keychainError).toEqual({ type: 'KeychainFailed', name: 'Test keychain', detail: 'locked' })
  expect(expectError(await reopen(folder, { keychain: lockable, unlockWith }))).toEqual({
    type: 'NoSlot',
    slot: 'keychain',
  })
  expectOk(await reopen(folder))
})

test('[KEY-39] an account of the keychain alone is rotated by it, and not without it', async () => {
  const keychain = memoryKeychain()
  const unlockWith = { keychain: true } as const
  const { folder, keyring, recoveryKey } = await makeAccount({ keychain, passphrase: undefined })
  expect(expectError(await keyring.rotateAccountKey('a passphrase'))).toEqual({ type: 'NoSlot', slot: 'passphrase' })
  const bare = expectOk(await reopen(folder, { unlockWith: { recoveryKey } }))
  expect(expectError(await bare.rotateAccountKey(undefined))).toMatchObject({ type: 'KeychainFailed' })
  expectOk(await keyring.rotateAccountKey(undefined))
  expectOk(await reopen(folder, { keychain, unlockWith }))
})
