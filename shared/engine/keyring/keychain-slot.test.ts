import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  expectError,
  expectOk,
  fastCost,
  hexKeysOf,
  makeAccount,
  memoryKeychain,
  passphrase,
  realRandom,
  reopen,
  temporaryFolder,
} from '#testing/keyring-account.ts'
import type { Keychain } from '../ports.ts'
import { createKeyring } from './create-keyring.ts'
import { readKeyringHeader } from './open-keyring.ts'

const unlockWith = { keychain: true } as const
const never = (): Promise<Uint8Array> => new Promise(() => undefined)
const hanging: Keychain = { name: 'Hanging keychain', seal: never, open: never }
const refusing: Keychain = {
  name: 'Refusing keychain',
  seal: () => Promise.reject(new Error('the store is locked')),
  open: () => {
    throw new Error('the store is locked')
  },
}

test('[KEY-17] an account without a passphrase opens with the keychain', async () => {
  const keychain = memoryKeychain()
  const { folder, keyring } = await makeAccount({ keychain, passphrase: undefined })
  expectOk(await keyring.addKeys(['a']))
  expect(expectOk(await readKeyringHeader(folder)).slots).toEqual(['recovery', 'keychain'])
  const opened = expectOk(await reopen(folder, { keychain, unlockWith }))
  expect(hexKeysOf(opened, 'a')).toEqual(hexKeysOf(keyring, 'a'))
})

test('[KEY-17] a keychain that hangs is given up at its deadline, and the passphrase unlocks', async () => {
  const { folder } = await makeAccount({ keychain: memoryKeychain() })
  const started = performance.now()
  const failed = await reopen(folder, { keychain: hanging, keychainDeadlineMs: 100, unlockWith })
  expect(expectError(failed)).toEqual({ type: 'KeychainFailed', name: 'Hanging keychain', detail: 'timeout' })
  expect(performance.now() - started).toBeLessThan(2_000)
  expectOk(await reopen(folder, { keychain: hanging }))
})

test('[KEY-17] a keychain that refuses is an error value, however it refuses', async () => {
  const { folder } = await makeAccount({ keychain: memoryKeychain() })
  const failure = { type: 'KeychainFailed', name: 'Refusing keychain', detail: 'the store is locked' }
  expect(expectError(await reopen(folder, { keychain: refusing, unlockWith }))).toEqual(failure)
  const opened = expectOk(await reopen(folder, { keychain: refusing }))
  expect(expectError(await opened.addKeychain())).toEqual(failure)
})

test('[KEY-17] a host without a keychain is told so', async () => {
  const { folder } = await makeAccount({ keychain: memoryKeychain('Old keychain') })
  const failure = { type: 'KeychainFailed', name: 'Old keychain', detail: 'not-available' }
  expect(expectError(await reopen(folder, { unlockWith }))).toEqual(failure)
})

test('[KEY-17] a new account with a failing keychain is made with its passphrase, and says so', async () => {
  const folder = join(temporaryFolder(), 'account')
  const options = { folder, accountId: 'a', random: realRandom, cost: fastCost, keychain: refusing }
  expect(expectError(await createKeyring(options))).toMatchObject({ type: 'KeychainFailed' })
  const { keychainError } = expectOk(await createKeyring({ ...options, passphrase }))
  expect(keychainError).toMatchObject({ type: 'KeychainFailed', name: 'Refusing keychain' })
  expect(expectOk(await readKeyringHeader(folder)).slots).toEqual(['passphrase', 'recovery'])
})

test('[KEY-18] a keychain that gives another key is named, and the keyring is not', async () => {
  const keychain = memoryKeychain()
  const { folder } = await makeAccount({ keychain })
  const failure = { type: 'KeychainFailed', detail: 'not-this-account' }
  for (const length of [32, 31]) {
    const lying: Keychain = { ...keychain, open: async () => new Uint8Array(length).fill(7) }
    expect(expectError(await reopen(folder, { keychain: lying, unlockWith }))).toMatchObject(failure)
  }
})

test('[KEY-19] an account is not made without passphrase and keychain, nor robbed of its last', async () => {
  const folder = join(temporaryFolder(), 'account')
  const without = await createKeyring({ folder, accountId: 'a', random: realRandom, cost: fastCost })
  expect(expectError(without)).toEqual({ type: 'NoSlot', slot: 'passphrase' })
  const { keyring } = await makeAccount({ keychain: memoryKeychain(), passphrase: undefined })
  expect(expectError(await keyring.removeKeychain())).toEqual({ type: 'NoSlot', slot: 'passphrase' })
  expectOk(await keyring.setPassphrase(passphrase))
  expectOk(await keyring.removeKeychain())
})

test('[KEY-22] unlocking by a slot that is not there says so', async () => {
  const keychain = memoryKeychain()
  const { folder, keyring } = await makeAccount({ keychain, passphrase: undefined })
  expect(expectError(await reopen(folder))).toEqual({ type: 'NoSlot', slot: 'passphrase' })
  expect(expectError(await keyring.verifyPassphrase(passphrase))).toEqual({ type: 'NoSlot', slot: 'passphrase' })
  const other = await makeAccount({ keychain })
  expectOk(await other.keyring.removeKeychain())
  expect(expectError(await reopen(other.folder, { keychain, unlockWith }))).toEqual({
    type: 'NoSlot',
    slot: 'keychain',
  })
  expectOk(await other.keyring.addKeychain())
  expectOk(await reopen(other.folder, { keychain, unlockWith }))
})

test('[KEY-53] what a keychain says reaches the error without anything that could be a key', async () => {
  const { folder } = await makeAccount({ keychain: memoryKeychain() })
  const secret = Buffer.alloc(32, 9)
  const talking: Keychain = {
    ...refusing,
    open: () => Promise.reject(new Error(`cannot open ${secret.toString('hex')} nor ${secret.toString('base64')}`)),
  }
  expect(expectError(await reopen(folder, { keychain: talking, unlockWith }))).toEqual({
    type: 'KeychainFailed',
    name: 'Refusing keychain',
    detail: 'cannot open … nor …',
  })
})
