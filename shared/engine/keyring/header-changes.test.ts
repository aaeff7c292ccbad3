import { expect, test } from 'vitest'
import {
  copyPath,
  expectError,
  expectOk,
  hexKeysOf,
  keyringPath,
  makeAccount,
  passphrase,
  readText,
  reopen,
  writeText,
} from '#testing/keyring-account.ts'
import { readKeyringHeader } from './open-keyring.ts'

type Header = {
  account: string
  generation: number
  version: number
  slots: {
    passphrase: { N: number; r: number; p: number; salt: string; wrapped: string }
    recovery: object
    keychain?: object
  }
}

const changeHeader = (path: string, change: (header: Header) => void): void => {
  const [line = '', ...lines] = readText(path).split('\n')
  const header = JSON.parse(line) as Header
  change(header)
  writeText(path, [JSON.stringify(header), ...lines].join('\n'))
}

const changeBoth = (folder: string, change: (header: Header) => void): void => {
  for (const path of [keyringPath(folder), copyPath(folder)]) changeHeader(path, change)
}

const changes: readonly (readonly [string, (header: Header) => void])[] = [
  ['a lower scrypt cost', ({ slots }) => (slots.passphrase.N = 2 ** 15)],
  ['more parallel work', ({ slots }) => (slots.passphrase.p = 2)],
  ['another salt', ({ slots }) => (slots.passphrase.salt = 'AAAAAAAAAAAAAAAAAAAAAA')],
  ['another generation', (header) => (header.generation = 90)],
  ['a slot more', ({ slots }) => (slots.keychain = { name: 'Mine', sealed: 'AAAA' })],
  ['a field more', (header) => Object.assign(header, { also: true })],
]

test.each(changes)('[KEY-40] a header with %s is refused after unlocking', async (_name, change) => {
  const { folder, recoveryKey } = await makeAccount()
  changeBoth(folder, change)
  const opened = await reopen(folder, { unlockWith: { recoveryKey } })
  expect(expectError(opened)).toEqual({ type: 'KeyringDamaged', detail: 'header-changed' })
})

test.each(changes)('[KEY-42] a header with %s is recovered from the copy', async (_name, change) => {
  const { folder, keyring, recoveryKey } = await makeAccount()
  expectOk(await keyring.addKeys(['a']))
  changeHeader(keyringPath(folder), change)
  const opened = expectOk(await reopen(folder, { unlockWith: { recoveryKey } }))
  expect(hexKeysOf(opened, 'a')).toEqual(hexKeysOf(keyring, 'a'))
  expectOk(await reopen(folder))
})

test('[KEY-40] the account of a header cannot be changed', async () => {
  const { folder, recoveryKey } = await makeAccount()
  changeBoth(folder, (header) => (header.account = 'another'))
  expect(expectError(await reopen(folder))).toEqual({ type: 'WrongPassphrase' })
  expect(expectError(await reopen(folder, { unlockWith: { recoveryKey } }))).toEqual({ type: 'WrongRecoveryKey' })
})

test('[KEY-40] a passphrase slot of another account opens nothing, even with its passphrase', async () => {
  const mine = await makeAccount()
  const other = await makeAccount({ passphrase: 'the passphrase of another' })
  const [line = ''] = readText(keyringPath(other.folder)).split('\n')
  changeBoth(mine.folder, (header) => (header.slots.passphrase = (JSON.parse(line) as Header).slots.passphrase))
  const opened = await reopen(mine.folder, { unlockWith: { passphrase: 'the passphrase of another' } })
  expect(expectError(opened)).toEqual({ type: 'WrongPassphrase' })
})

test('[KEY-11] a cost out of bounds is refused before scrypt runs', async () => {
  for (const cost of [{ N: 2 ** 30 }, { N: 2 ** 13 }, { N: 2 ** 14 + 2 }, { r: 1024 }, { p: 4096 }]) {
    const { folder } = await makeAccount()
    changeBoth(folder, ({ slots }) => Object.assign(slots.passphrase, cost))
    const started = performance.now()
    expect(expectError(await reopen(folder))).toEqual({ type: 'KeyringDamaged', detail: 'kdf-out-of-bounds' })
    expect(performance.now() - started).toBeLessThan(1_000)
  }
})

test('[KEY-48] a keyring of a newer version is refused and left alone', async () => {
  const { folder } = await makeAccount()
  changeHeader(keyringPath(folder), (header) => {
    header.version = 2
    header.generation += 1
  })
  const before = readText(keyringPath(folder))
  const refused = { type: 'NewerKeyring', version: 2 }
  expect(expectError(await reopen(folder))).toEqual(refused)
  expect(expectError(await readKeyringHeader(folder))).toEqual(refused)
  changeHeader(copyPath(folder), (header) => {
    header.version = 2
    header.generation += 1
  })
  expect(expectError(await reopen(folder))).toEqual(refused)
  expect(readText(keyringPath(folder))).toBe(before)
})

test('[KEY-42] a version number that is merely damaged does not keep the copy from opening', async () => {
  const { folder } = await makeAccount()
  changeHeader(keyringPath(folder), (header) => (header.version = 3))
  expectOk(await reopen(folder, { unlockWith: { passphrase } }))
  expect(readText(keyringPath(folder))).toBe(readText(copyPath(folder)))
})
