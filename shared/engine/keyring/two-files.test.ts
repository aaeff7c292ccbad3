import { existsSync, rmSync } from 'node:fs'
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
  temporaryFolder,
  writeText,
} from '#testing/keyring-account.ts'

const asidePaths = (folder: string): readonly string[] => [`${keyringPath(folder)}.new`, `${copyPath(folder)}.new`]

/** The text before and after destroying the key of `a`; `b` stays. */
const makeDestroyed = async () => {
  const { folder, keyring } = await makeAccount()
  expectOk(await keyring.addKeys(['a', 'b']))
  const right = hexKeysOf(keyring, 'b')
  const before = readText(keyringPath(folder))
  expectOk(await keyring.destroyKeys(['a']))
  return { folder, before, after: readText(keyringPath(folder)), right, keyring }
}

test('[KEY-5] a rewrite raises the generation, an append does not', async () => {
  const { folder, keyring } = await makeAccount()
  const generation = (): unknown =>
    (JSON.parse(readText(keyringPath(folder)).split('\n')[0] ?? '') as { generation: unknown }).generation
  expect(generation()).toBe(1)
  expectOk(await keyring.addKeys(['a']))
  expect(generation()).toBe(1)
  expectOk(await keyring.destroyKeys(['a']))
  expect(generation()).toBe(2)
  expectOk(await keyring.changePassphrase(passphrase, passphrase))
  expect(generation()).toBe(3)
  for (const path of asidePaths(folder)) expect(existsSync(path)).toBe(false)
})

test('[KEY-41] after a crash between the two renames the destroyed key stays destroyed', async () => {
  const { folder, before, after, right } = await makeDestroyed()
  for (const [keyringText, copyText] of [
    [after, before],
    [before, after],
  ] as const) {
    writeText(keyringPath(folder), keyringText)
    writeText(copyPath(folder), copyText)
    const opened = expectOk(await reopen(folder))
    expect(opened.keysOf('a')).toEqual([])
    expect(hexKeysOf(opened, 'b')).toEqual(right)
    for (const path of [keyringPath(folder), copyPath(folder)]) {
      expect(readText(path).split('\n').slice(1)).toEqual(after.split('\n').slice(1))
    }
  }
})

test('[KEY-32] a copy of before cannot bring a destroyed key back, not even for a damaged line', async () => {
  const { folder, before, after } = await makeDestroyed()
  writeText(keyringPath(folder), after.replace('"destroyed":true', '"destroyed":trxe'))
  writeText(copyPath(folder), before)
  const opened = expectOk(await reopen(folder))
  expect(opened.keysOf('a')).toEqual([])
  expect(opened.damagedLines()).toEqual([{ file: 'a' }])
})

test('[KEY-6] half-written files of a crash are not read, and are gone after opening', async () => {
  const { folder, before, after, right } = await makeDestroyed()
  for (const aside of [before, before.slice(0, 200), '']) {
    for (const path of asidePaths(folder)) writeText(path, aside)
    expect(expectError(await reopen(folder, { unlockWith: { passphrase: 'wrong' } }))).toEqual({
      type: 'WrongPassphrase',
    })
    const opened = expectOk(await reopen(folder))
    expect(opened.keysOf('a')).toEqual([])
    expect(hexKeysOf(opened, 'b')).toEqual(right)
    expect(readText(keyringPath(folder))).toBe(after)
    for (const path of asidePaths(folder)) expect(existsSync(path)).toBe(false)
  }
})

test('[KEY-6] a crash before the first rename leaves everything as it was', async () => {
  const { folder, before, after } = await makeDestroyed()
  for (const path of [keyringPath(folder), copyPath(folder)]) writeText(path, before)
  for (const path of asidePaths(folder)) writeText(path, after)
  const opened = expectOk(await reopen(folder))
  expect(opened.listFiles()).toEqual(['a', 'b'])
  expect(readText(keyringPath(folder))).toBe(before)
})

test('[KEY-6] half-written files of a crash do not disturb the next change', async () => {
  const { folder, before, keyring } = await makeDestroyed()
  for (const path of asidePaths(folder)) writeText(path, before)
  expectOk(await keyring.destroyKeys(['b']))
  expect(expectOk(await reopen(folder)).listFiles()).toEqual([])
})

test('[KEY-42] a keyring that is gone, empty or unreadable is recovered from its copy', async () => {
  const { folder, keyring } = await makeAccount()
  expectOk(await keyring.addKeys(['a', 'b']))
  const text = readText(keyringPath(folder))
  const damages = [
    undefined,
    '',
    '\n',
    'garbage',
    '{}\n',
    '\u0000'.repeat(text.length),
    text.slice(1),
    text.slice(0, 300),
  ]
  for (const damage of damages) {
    for (const path of [keyringPath(folder), copyPath(folder)]) {
      for (const each of [keyringPath(folder), copyPath(folder)]) writeText(each, text)
      if (damage === undefined) rmSync(path)
      else writeText(path, damage)
      const opened = expectOk(await reopen(folder))
      for (const file of ['a', 'b']) expect(hexKeysOf(opened, file)).toEqual(hexKeysOf(keyring, file))
      expect(readText(keyringPath(folder))).toBe(readText(copyPath(folder)))
      expectOk(await opened.addKeys(['c']))
      expect(expectOk(await reopen(folder)).listFiles()).toEqual(['a', 'b', 'c'])
    }
  }
})

test('[KEY-42] with both files beyond recovery the keyring is called damaged, and without either missing', async () => {
  const { folder } = await makeAccount()
  for (const path of [keyringPath(folder), copyPath(folder)]) writeText(path, 'garbage\n')
  expect(expectError(await reopen(folder))).toEqual({ type: 'KeyringDamaged', detail: 'header-unreadable' })
  for (const path of [keyringPath(folder), copyPath(folder)]) rmSync(path)
  expect(expectError(await reopen(folder))).toEqual({ type: 'KeyringMissing' })
  expect(expectError(await reopen(temporaryFolder()))).toEqual({ type: 'KeyringMissing' })
})

test('[KEY-43] a copy of before a new passphrase does not let the old one in', async () => {
  const { folder, keyring } = await makeAccount()
  const before = readText(keyringPath(folder))
  expectOk(await keyring.changePassphrase(passphrase, 'a better passphrase'))
  writeText(copyPath(folder), before)
  expect(expectError(await reopen(folder))).toEqual({ type: 'WrongPassphrase' })
  expectOk(await reopen(folder, { unlockWith: { passphrase: 'a better passphrase' } }))
  expect(readText(copyPath(folder))).toBe(readText(keyringPath(folder)))
})

test('[KEY-43] a damaged passphrase slot is made good by the copy of the same generation', async () => {
  const { folder, keyring } = await makeAccount()
  expectOk(await keyring.addKeys(['a']))
  const text = readText(keyringPath(folder))
  const start = text.indexOf('"passphrase"')
  for (let position = start; position < text.indexOf('"recovery"'); position += 11) {
    const changed = text[position] === 'x' ? 'y' : 'x'
    writeText(keyringPath(folder), text.slice(0, position) + changed + text.slice(position + 1))
    writeText(copyPath(folder), text)
    const opened = expectOk(await reopen(folder))
    expect(hexKeysOf(opened, 'a')).toEqual(hexKeysOf(keyring, 'a'))
  }
})

test('[KEY-1] a file that vanished or grew while the keyring was open is made good by the next change', async () => {
  const { folder, keyring } = await makeAccount()
  expectOk(await keyring.addKeys(['a']))
  rmSync(keyringPath(folder))
  expectOk(await keyring.addKeys(['b']))
  writeText(copyPath(folder), `${readText(copyPath(folder))}half a li`)
  expectOk(await keyring.addKeys(['c']))
  expect(readText(keyringPath(folder))).toBe(readText(copyPath(folder)))
  const opened = expectOk(await reopen(folder))
  for (const file of ['a', 'b', 'c']) expect(hexKeysOf(opened, file)).toEqual(hexKeysOf(keyring, file))
})

test('[KEY-49] a copy of another account is not taken for a newer generation', async () => {
  const { folder, keyring } = await makeAccount()
  const other = await makeAccount()
  expectOk(await keyring.addKeys(['a']))
  expectOk(await other.keyring.changePassphrase(passphrase, passphrase))
  writeText(copyPath(folder), readText(keyringPath(other.folder)))
  const opened = expectOk(await reopen(folder))
  expect(hexKeysOf(opened, 'a')).toEqual(hexKeysOf(keyring, 'a'))
  expect(readText(copyPath(folder))).toBe(readText(keyringPath(folder)))
})
