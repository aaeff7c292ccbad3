import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  copyPath,
  expectOk,
  hexKeysOf,
  keyringPath,
  makeAccount,
  passphrase,
  readText,
  reopen,
  writeText,
} from '#testing/keyring-account.ts'

const writeBoth = (folder: string, text: string): void => {
  writeText(keyringPath(folder), text)
  writeText(copyPath(folder), text)
}

const flipBit = (text: string, position: number): string => {
  const bytes = Buffer.from(text, 'latin1')
  bytes[position] = (bytes[position] ?? 0) ^ (1 << (position % 8))
  return bytes.toString('latin1')
}

const linesOf = (text: string): readonly string[] => text.split('\n').slice(1).toSorted()

/** Keys of four files, one of them in rotation, one destroyed; and what reopening may say about them. */
const makeFlippableAccount = async () => {
  const { folder, keyring, recoveryKey } = await makeAccount()
  const files = ['tenants/1.sqlite', 'tenants/2.sqlite', 'tenants/3.sqlite', 'portfolio.sqlite']
  expectOk(await keyring.addKeys([...files, 'gone']))
  expectOk(await keyring.destroyKeys(['gone']))
  expectOk(await keyring.beginFileRotation('tenants/2.sqlite'))
  const right = new Map(files.map((file) => [file, hexKeysOf(keyring, file)]))
  const text = readText(keyringPath(folder))
  const open = () => reopen(folder, { unlockWith: { recoveryKey } })
  const positions = Array.from({ length: Math.ceil(text.length / 7) }, (_, index) => index * 7)
  // Line ends are what holds the format together: try each of them.
  const lineEnds = [...text.matchAll(/\n/g)].map(({ index }) => index)
  return { folder, files, right, text, open, positions: [...new Set([...positions, ...lineEnds])] }
}

test('[KEY-45] one flipped bit in one file is healed by the other, wherever it is', async () => {
  const { folder, files, right, text, open, positions } = await makeFlippableAccount()
  for (const position of positions) {
    for (const path of [keyringPath(folder), copyPath(folder)]) {
      writeBoth(folder, text)
      writeText(path, flipBit(text, position))
      const opened = expectOk(await open())
      expect(opened.damagedLines(), `at ${position}`).toEqual([])
      for (const file of files) expect(hexKeysOf(opened, file), `at ${position}`).toEqual(right.get(file))
      expect(opened.isDestroyed('gone')).toBe(true)
      expect(readText(keyringPath(folder))).toBe(readText(copyPath(folder)))
      expect(linesOf(readText(keyringPath(folder)))).toEqual(linesOf(text))
    }
  }
}, 60_000)

test('[KEY-47] one flipped bit that nothing can heal gives right keys, an error or a reported line', async () => {
  const { folder, files, right, text, open, positions } = await makeFlippableAccount()
  const outcomes = { right: 0, error: 0, reported: 0 }
  for (const position of positions) {
    for (const hasCopy of [true, false]) {
      writeBoth(folder, flipBit(text, position))
      if (!hasCopy) rmSync(copyPath(folder))
      const outcome = judge(await open(), files, right)
      expect(Object.keys(outcomes), `at ${position}`).toContain(outcome)
      if (outcome === 'right' || outcome === 'error' || outcome === 'reported') outcomes[outcome] += 1
    }
  }
  expect(Math.min(...Object.values(outcomes))).toBeGreaterThan(0)
  expect(outcomes.error).toBeGreaterThan(20)
  expect(outcomes.reported).toBeGreaterThan(20)
}, 60_000)

const judge = (
  opened: Awaited<ReturnType<typeof reopen>>,
  files: readonly string[],
  right: ReadonlyMap<string, readonly string[]>,
): string => {
  if (!opened.ok) {
    const isExpected = ['KeyringDamaged', 'WrongRecoveryKey', 'NewerKeyring'].includes(opened.error.type)
    return isExpected ? 'error' : `the error ${opened.error.type}`
  }
  const keyring = opened.value
  const strangers = keyring.listFiles().filter((file) => !files.includes(file))
  if (strangers.length > 0) return `a key for ${strangers.join()}`
  const wrong = files.filter((file) => hexKeysOf(keyring, file).some((key) => right.get(file)?.includes(key) !== true))
  if (wrong.length > 0) return `a wrong key for ${wrong.join()}`
  const lost = files.filter((file) => hexKeysOf(keyring, file).join() !== right.get(file)?.join())
  if (lost.length > 1) return `no key for ${lost.join()}`
  const isReported = keyring.damagedLines().length > 0
  if (lost.length === 0) return isReported ? 'reported' : 'right'
  return isReported ? 'reported' : `silence about ${lost.join()}`
}

test('[KEY-44] an append cut short at any byte is ignored and mended', async () => {
  const { folder, keyring, recoveryKey } = await makeAccount()
  expectOk(await keyring.addKeys(['a', 'b']))
  const before = readText(keyringPath(folder))
  expectOk(await keyring.addKeys(['c']))
  const after = readText(keyringPath(folder))
  const right = ['a', 'b', 'c'].map((file) => hexKeysOf(keyring, file))
  for (let length = before.length; length <= after.length; length++) {
    for (const copy of ['missing', before, after]) {
      writeText(keyringPath(folder), after.slice(0, length))
      if (copy === 'missing') rmSync(copyPath(folder))
      else writeText(copyPath(folder), copy)
      const opened = expectOk(await reopen(folder, { unlockWith: { recoveryKey } }))
      const isWhole = copy === after || length >= after.length - 1
      expect(opened.damagedLines()).toEqual([])
      expect(['a', 'b', 'c'].map((file) => hexKeysOf(opened, file))).toEqual(
        isWhole ? right : [...right.slice(0, 2), []],
      )
      expectOk(await opened.addKeys(['later']))
      expect(readText(keyringPath(folder))).toBe(readText(copyPath(folder)))
      expect(
        readText(keyringPath(folder))
          .split('\n')
          .slice(1, -1)
          .map((line) => (JSON.parse(line) as { file: string }).file),
      ).toEqual(isWhole ? ['a', 'b', 'c', 'later'] : ['a', 'b', 'later'])
    }
  }
}, 60_000)

test('[KEY-44] an append cut short between two lines keeps the whole one', async () => {
  const { folder, keyring } = await makeAccount()
  expectOk(await keyring.addKeys(['a', 'b', 'c']))
  writeBoth(folder, readText(keyringPath(folder)).slice(0, -40))
  const opened = expectOk(await reopen(folder))
  expect(opened.listFiles()).toEqual(['a', 'b'])
  expect(opened.damagedLines()).toEqual([])
})

test('[KEY-46] a damaged line stays as it was found until its file is destroyed', async () => {
  const { folder, keyring } = await makeAccount()
  expectOk(await keyring.addKeys(['a', 'b', 'c', 'd']))
  const lines = readText(keyringPath(folder)).split('\n')
  const named = (lines[1] ?? '').replace('"wrapped":"', '"wrapped":"\u00ff')
  const nameless = (lines[3] ?? '').replace('"file":"c"', '\u0000\u0080"c"')
  writeBoth(folder, [lines[0], named, lines[2], nameless, lines[4], ''].join('\n'))
  const opened = expectOk(await reopen(folder))
  expect(opened.damagedLines()).toEqual([{ file: 'a' }, { file: undefined }])
  expect(opened.listFiles()).toEqual(['b', 'd'])
  expectOk(await opened.destroyKeys(['d']))
  expectOk(await opened.changePassphrase(passphrase, passphrase))
  expectOk(await opened.addKeys(['e']))
  expectOk(await opened.rotateAccountKey(passphrase))
  for (const path of [keyringPath(folder), copyPath(folder)]) {
    expect(readText(path).split('\n')).toContain(named)
    expect(readText(path).split('\n')).toContain(nameless)
  }
  const again = expectOk(await reopen(folder))
  expect(again.damagedLines()).toEqual([{ file: 'a' }, { file: undefined }])
  expectOk(await again.destroyKeys(['a']))
  expect(again.damagedLines()).toEqual([{ file: undefined }])
  expect(readText(keyringPath(folder))).not.toContain(named)
  expect(readText(copyPath(folder))).not.toContain(named)
  expect(readText(keyringPath(folder)).split('\n')).toContain(nameless)
})

test('[KEY-46] a line that gives no key when it is asked for joins the damaged ones and stays', async () => {
  const { folder, keyring } = await makeAccount()
  const other = await makeAccount()
  for (const account of [keyring, other.keyring]) expectOk(await account.addKeys(['a', 'b']))
  const foreign = readText(keyringPath(other.folder)).split('\n')[1] ?? ''
  const lines = readText(keyringPath(folder)).split('\n')
  writeBoth(folder, [lines[0], foreign, lines[2], ''].join('\n'))
  const opened = expectOk(await reopen(folder))
  expect(opened.keysOf('a')).toEqual([])
  expect(opened.hasKey('a')).toBe(false)
  expectOk(await opened.addKeys(['a']))
  expectOk(await opened.changePassphrase(passphrase, passphrase))
  expect(readText(keyringPath(folder)).split('\n')).toContain(foreign)
  expect(opened.keysOf('a')).toHaveLength(1)
})

test('[KEY-45] lines damaged in different places of the two files heal each other', async () => {
  const { folder, keyring } = await makeAccount()
  const files = ['a', 'b', 'c', 'd', 'e']
  expectOk(await keyring.addKeys(files))
  const text = readText(keyringPath(folder))
  writeText(keyringPath(folder), text.replace('"file":"b"', '"file":"B"'))
  writeText(copyPath(folder), text.replace('"file":"d"', '"fil\n":"d"'))
  const opened = expectOk(await reopen(folder))
  for (const file of files) expect(hexKeysOf(opened, file)).toEqual(hexKeysOf(keyring, file))
  expect(readText(keyringPath(folder))).toBe(readText(copyPath(folder)))
})

test('[KEY-45] a file cut off in the middle is completed by the other', async () => {
  const { folder, keyring } = await makeAccount()
  const files = ['a', 'b', 'c', 'd', 'e']
  expectOk(await keyring.addKeys(files))
  const text = readText(keyringPath(folder))
  for (const path of [keyringPath(folder), copyPath(folder)]) {
    writeBoth(folder, text)
    writeText(path, text.slice(0, text.indexOf('"file":"c"') + 20))
    const opened = expectOk(await reopen(folder))
    for (const file of files) expect(hexKeysOf(opened, file)).toEqual(hexKeysOf(keyring, file))
    expect(opened.damagedLines()).toEqual([])
  }
})

test('[KEY-46] a damaged line is not forgotten because the other file ends before it', async () => {
  const { folder, keyring } = await makeAccount()
  expectOk(await keyring.addKeys(['a', 'b']))
  const text = readText(keyringPath(folder))
  writeText(keyringPath(folder), text.replace('"file":"b"', '"file":"b~'))
  writeText(copyPath(folder), text.slice(0, text.indexOf('{"file":"b"')))
  const opened = expectOk(await reopen(folder))
  expect(opened.listFiles()).toEqual(['a'])
  expect(opened.damagedLines()).toHaveLength(1)
  expect(readText(copyPath(folder))).toContain('"file":"b~')
})
