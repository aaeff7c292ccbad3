import { expect, test } from 'vitest'
import {
  copyPath,
  expectError,
  expectOk,
  hexKeysOf,
  keyringPath,
  makeAccount,
  readText,
  reopen,
  temporaryFolder,
  writeText,
} from '#testing/keyring-account.ts'

const linesOf = (folder: string): readonly string[] => readText(keyringPath(folder)).split('\n')

test('[KEY-3] the file is one header and one line an event, in plain JSON', async () => {
  const { folder, keyring, accountId } = await makeAccount()
  expectOk(await keyring.addKeys(['a', 'Zoë "quoted"\n.sqlite']))
  expectOk(await keyring.beginFileRotation('a'))
  expectOk(await keyring.destroyKeys(['c']))
  const [header, ...events] = linesOf(folder)
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(header).toMatchObject({ format: 'securatlas-keyring', version: 1, account: accountId, generation: 2 })
  const said = events.map(({ check, wrapped, next, ...rest }) => {
    expect(String(check)).toMatch(/^[0-9a-f]{8}$/)
    return { ...rest, wrapped: String(wrapped).length, next: String(next).length }
  })
  const none = 'undefined'.length
  expect(said).toEqual([
    { file: 'a', wrapped: 80, next: none },
    { file: 'a', wrapped: none, next: 80 },
    { file: 'Zoë "quoted"\n.sqlite', wrapped: 80, next: none },
    { file: 'c', destroyed: true, wrapped: none, next: none },
  ])
})

test('[KEY-4] a batch of keys is one append to each file, and on disk when it is promised', async () => {
  const { folder, keyring } = await makeAccount()
  const before = readText(keyringPath(folder))
  const files = Array.from({ length: 600 }, (_, index) => `tenants/${index}.sqlite`)
  const keys = expectOk(await keyring.addKeys([...files, ...files]))
  const after = readText(keyringPath(folder))
  expect(after.startsWith(before)).toBe(true)
  expect(after).toBe(readText(copyPath(folder)))
  expect([...keys.keys()]).toEqual(files)
  expect(new Set([...keys.values()].map((key) => key.toString('hex'))).size).toBe(600)
  const opened = expectOk(await reopen(folder))
  for (const file of files) expect(hexKeysOf(opened, file)).toEqual([keys.get(file)?.toString('hex')])
  for (const key of keys.values()) expect(key).toHaveLength(32)
})

test('[KEY-8] changes asked for at once all arrive', async () => {
  const { folder, keyring } = await makeAccount()
  const files = Array.from({ length: 20 }, (_, index) => `tenants/${index}.sqlite`)
  const added = files.map((file) => keyring.addKeys([file]))
  const changes = [keyring.destroyKeys(['tenants/3.sqlite']), keyring.setPassphrase('a better passphrase')]
  const later = keyring.addKeys(['tenants/3.sqlite', 'later'])
  for (const result of [...(await Promise.all(added)), ...(await Promise.all(changes)), await later]) expectOk(result)
  const opened = expectOk(await reopen(folder, { unlockWith: { passphrase: 'a better passphrase' } }))
  expect(opened.listFiles().toSorted()).toEqual([...files, 'later'].toSorted())
  for (const file of opened.listFiles()) expect(hexKeysOf(opened, file)).toEqual(hexKeysOf(keyring, file))
  expect(readText(keyringPath(folder))).toBe(readText(copyPath(folder)))
})

test('[KEY-31] asking again for a key gives the key that is there', async () => {
  const { folder, keyring } = await makeAccount()
  const first = expectOk(await keyring.addKeys(['a'])).get('a')
  const before = readText(keyringPath(folder))
  expect(expectOk(await keyring.addKeys(['a'])).get('a')).toBe(first)
  expect(readText(keyringPath(folder))).toBe(before)
  const opened = expectOk(await reopen(folder))
  expect(expectOk(await opened.addKeys(['a', 'b'])).get('a')).toEqual(first)
})

test('[KEY-32] a destroyed key is gone from both files', async () => {
  const { folder, keyring } = await makeAccount()
  const keys = expectOk(await keyring.addKeys(['a', 'b', 'c']))
  const wrapped = linesOf(folder)
    .slice(1, 3)
    .map((line) => (JSON.parse(line) as { wrapped: string }).wrapped)
  expectOk(await keyring.destroyKeys(['a', 'b']))
  for (const path of [keyringPath(folder), copyPath(folder)]) {
    for (const text of wrapped) expect(readText(path)).not.toContain(text)
  }
  for (const file of ['a', 'b']) expect(keys.get(file)).toEqual(Buffer.alloc(32))
  const opened = expectOk(await reopen(folder))
  expect(opened.listFiles()).toEqual(['c'])
  expect(opened.keysOf('a')).toEqual([])
  expect(opened.hasKey('a')).toBe(false)
  expect(hexKeysOf(opened, 'c')).toEqual([keys.get('c')?.toString('hex')])
})

test('[KEY-33] a destroyed key is remembered as destroyed until there is another', async () => {
  const { folder, keyring } = await makeAccount()
  expectOk(await keyring.addKeys(['a', 'b']))
  expectOk(await keyring.destroyKeys(['a', 'never had one']))
  const opened = expectOk(await reopen(folder))
  const isDestroyed = ['a', 'never had one', 'b', 'unknown'].map((file) => opened.isDestroyed(file))
  expect(isDestroyed).toEqual([true, true, false, false])
  const before = readText(keyringPath(folder))
  expectOk(await opened.destroyKeys(['a']))
  expect(readText(keyringPath(folder))).toBe(before)
  expectOk(await opened.addKeys(['a']))
  expect([opened.isDestroyed('a'), opened.hasKey('a')]).toEqual([false, true])
  const again = expectOk(await reopen(folder))
  expect([again.isDestroyed('a'), again.hasKey('a')]).toEqual([false, true])
})

test('[KEY-34] a rotation gives the current and the next key, in this order', async () => {
  const { folder, keyring } = await makeAccount()
  const current = expectOk(await keyring.addKeys(['a'])).get('a')
  const next = expectOk(await keyring.beginFileRotation('a'))
  expect(next).not.toEqual(current)
  expect(keyring.keysOf('a')).toEqual([current, next])
  expect(expectOk(await keyring.beginFileRotation('a'))).toBe(next)
  expect(expectOk(await keyring.addKeys(['a'])).get('a')).toBe(current)
  expect(expectOk(await reopen(folder)).keysOf('a')).toEqual([current, next])
  expect(expectError(await keyring.beginFileRotation('b'))).toEqual({ type: 'FileKeyMissing', file: 'b' })
})

test('[KEY-35] an ended rotation keeps the next key, also after a restart', async () => {
  const { folder, keyring } = await makeAccount()
  const current = expectOk(await keyring.addKeys(['a'])).get('a')
  const next = expectOk(await keyring.beginFileRotation('a')).toString('hex')
  expectOk(await keyring.endFileRotation('a'))
  expect(hexKeysOf(keyring, 'a')).toEqual([next])
  expect(current).toEqual(Buffer.alloc(32))
  expect(hexKeysOf(expectOk(await reopen(folder)), 'a')).toEqual([next])
  expectOk(await keyring.endFileRotation('a'))
  expect(hexKeysOf(keyring, 'a')).toEqual([next])
  expect(expectError(await keyring.endFileRotation('b'))).toEqual({ type: 'FileKeyMissing', file: 'b' })
})

test('[KEY-35] an abandoned rotation keeps the current key, also after a restart', async () => {
  const { folder, keyring } = await makeAccount()
  const current = expectOk(await keyring.addKeys(['a']))
    .get('a')
    ?.toString('hex')
  expectOk(await keyring.beginFileRotation('a'))
  expectOk(await keyring.abandonFileRotation('a'))
  expect(hexKeysOf(keyring, 'a')).toEqual([current])
  expect(hexKeysOf(expectOk(await reopen(folder)), 'a')).toEqual([current])
  expect(expectError(await keyring.abandonFileRotation('b'))).toEqual({ type: 'FileKeyMissing', file: 'b' })
})

test('[KEY-36] replaced keys leave both files when the rotation is finished', async () => {
  const { folder, keyring } = await makeAccount()
  expectOk(await keyring.addKeys(['a', 'b']))
  const [, old = '', kept = ''] = linesOf(folder)
  expectOk(await keyring.beginFileRotation('a'))
  expectOk(await keyring.endFileRotation('a'))
  expectOk(await keyring.finishRotation())
  for (const path of [keyringPath(folder), copyPath(folder)]) {
    expect(readText(path)).not.toContain((JSON.parse(old) as { wrapped: string }).wrapped)
    expect(readText(path)).not.toContain('"next"')
    expect(readText(path)).toContain(kept)
  }
  const settled = readText(keyringPath(folder))
  expectOk(await keyring.finishRotation())
  expect(readText(keyringPath(folder))).toBe(settled)
})

test('[KEY-36] replaced keys leave both files when the keyring next opens', async () => {
  const { folder, keyring } = await makeAccount()
  expectOk(await keyring.addKeys(['a']))
  const old = JSON.parse(linesOf(folder)[1] ?? '') as { wrapped: string }
  const next = expectOk(await keyring.beginFileRotation('a')).toString('hex')
  expectOk(await keyring.endFileRotation('a'))
  expect(readText(keyringPath(folder))).toContain(old.wrapped)
  const opened = expectOk(await reopen(folder))
  for (const path of [keyringPath(folder), copyPath(folder)]) expect(readText(path)).not.toContain(old.wrapped)
  expect(hexKeysOf(opened, 'a')).toEqual([next])
})

test('[KEY-37] a rotation cut short is listed after a restart', async () => {
  const { folder, keyring } = await makeAccount()
  expectOk(await keyring.addKeys(['a', 'b', 'c']))
  expectOk(await keyring.beginFileRotation('b'))
  expect(keyring.listFilesInRotation()).toEqual(['b'])
  const opened = expectOk(await reopen(folder))
  expect(opened.listFilesInRotation()).toEqual(['b'])
  expectOk(await opened.endFileRotation('b'))
  expect(opened.listFilesInRotation()).toEqual([])
})

test('[KEY-30] a line of another account gives no key and is reported', async () => {
  const [mine, other] = [await makeAccount(), await makeAccount()]
  for (const { keyring } of [mine, other]) expectOk(await keyring.addKeys(['a', 'b']))
  const [header, , second] = linesOf(mine.folder)
  const text = [header, linesOf(other.folder)[1], second, ''].join('\n')
  for (const path of [keyringPath(mine.folder), copyPath(mine.folder)]) writeText(path, text)
  const opened = expectOk(await reopen(mine.folder))
  expect(opened.keysOf('a')).toEqual([])
  expect(opened.damagedLines()).toEqual([{ file: 'a' }])
  expect(hexKeysOf(opened, 'b')).toEqual(hexKeysOf(mine.keyring, 'b'))
})

test('[KEY-30] a header of another account opens none of the lines', async () => {
  const [mine, other] = [await makeAccount(), await makeAccount()]
  for (const { keyring } of [mine, other]) expectOk(await keyring.addKeys(['a', 'b']))
  const text = [linesOf(other.folder)[0], ...linesOf(mine.folder).slice(1)].join('\n')
  for (const path of [keyringPath(mine.folder), copyPath(mine.folder)]) writeText(path, text)
  const opened = expectOk(await reopen(mine.folder))
  expect(['a', 'b'].flatMap((file) => opened.keysOf(file))).toEqual([])
  expect(opened.damagedLines()).toEqual([{ file: 'a' }, { file: 'b' }])
})

test('[KEY-54] locking refuses changes, finishes the one under way and zeroes every key', async () => {
  const { folder, keyring } = await makeAccount()
  const first = expectOk(await keyring.addKeys(['a'])).get('a')
  const underWay = keyring.addKeys(['b'])
  const locking = keyring.lock()
  expect(() => keyring.keysOf('a')).toThrow('locked')
  expect(expectError(await keyring.addKeys(['c']))).toEqual({ type: 'KeyringLocked' })
  const second = expectOk(await underWay).get('b')
  await locking
  expect([first, second]).toEqual([Buffer.alloc(32), Buffer.alloc(32)])
  const opened = expectOk(await reopen(folder))
  expect(opened.listFiles()).toEqual(['a', 'b'])
  for (const file of ['a', 'b']) expect(opened.keysOf(file)[0]).not.toEqual(Buffer.alloc(32))
})

test('[KEY-53] neither the files nor an error hold a secret', async () => {
  const { folder, keyring, recoveryKey } = await makeAccount({ passphrase: 'a very secret passphrase' })
  const keys = expectOk(await keyring.addKeys(['a', 'b']))
  const errors = [
    await reopen(folder, { unlockWith: { passphrase: 'a very secret passphrasf' } }),
    await reopen(folder, { unlockWith: { recoveryKey: recoveryKey.slice(0, -1) } }),
    await keyring.changePassphrase('a very secret passphrasf', 'another secret passphrase'),
    await keyring.changePassphrase('a very secret passphrase', 'secret'),
    await reopen(temporaryFolder(), { unlockWith: { passphrase: 'a very secret passphrase' } }),
  ].map((result) => JSON.stringify(expectError(result)))
  const written = readText(keyringPath(folder)) + readText(copyPath(folder))
  const secrets = ['secret', recoveryKey.slice(0, 20), recoveryKey.replaceAll('-', '').slice(0, 20)]
  for (const secret of secrets) expect(errors.join() + written).not.toContain(secret)
  for (const key of keys.values()) {
    for (const encoding of ['hex', 'base64', 'base64url'] as const) {
      expect(written).not.toContain(key.toString(encoding).slice(0, 20))
    }
  }
})
