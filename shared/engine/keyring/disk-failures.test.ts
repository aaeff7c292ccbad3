import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
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

const isRoot = process.geteuid?.() === 0
const ordinaryUser = 65_534

/** Permissions do not bind root: as root, works as another user meanwhile. */
const asOrdinaryUser = async <Value>(work: () => Promise<Value>): Promise<Value> => {
  if (isRoot) process.seteuid?.(ordinaryUser)
  try {
    return await work()
  } finally {
    if (isRoot) process.seteuid?.(0)
  }
}

const smallDisk = (): string => {
  const folder = temporaryFolder()
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder])
  onTestFinished(() => {
    execFileSync('umount', [folder])
  })
  return folder
}

const fillDisk = (path: string): void => {
  let size = 256 * 1024
  for (; size >= 4096; size -= 4096) {
    try {
      writeFileSync(path, Buffer.alloc(size))
      return
    } catch {
      // Too large by a page: the next try is smaller.
      rmSync(path, { force: true })
    }
  }
}

// Mounting a small disk takes root on Linux; elsewhere these two are skipped.
test.skipIf(!isRoot || process.platform !== 'linux')(
  '[KEY-50] a full disk refuses changes and loses nothing',
  async () => {
    const disk = smallDisk()
    const filler = join(disk, 'filler')
    const { folder, keyring } = await makeAccount({ folder: join(disk, 'account') })
    expectOk(await keyring.addKeys(['a', 'b']))
    const right = ['a', 'b'].map((file) => hexKeysOf(keyring, file))
    const before = readText(keyringPath(folder))
    fillDisk(filler)
    const many = Array.from({ length: 300 }, (_, index) => `tenants/${index}.sqlite`)
    expect(expectError(await keyring.addKeys(many))).toEqual({ type: 'DiskFull' })
    expect(expectError(await keyring.destroyKeys(['a']))).toEqual({ type: 'DiskFull' })
    expect(expectError(await keyring.changePassphrase(passphrase, 'a better passphrase'))).toEqual({ type: 'DiskFull' })
    expect(expectError(await keyring.rotateAccountKey(passphrase))).toEqual({ type: 'DiskFull' })
    expect(keyring.listFiles()).toEqual(['a', 'b'])
    for (const path of [keyringPath(folder), copyPath(folder)]) expect(readText(path)).toBe(before)
    expect(['a', 'b'].map((file) => hexKeysOf(keyring, file))).toEqual(right)
    expectOk(await keyring.verifyPassphrase(passphrase))
    expect(expectOk(await reopen(folder)).listFiles()).toEqual(['a', 'b'])
    rmSync(filler)
    expectOk(await keyring.addKeys(many))
    expectOk(await keyring.destroyKeys(['a']))
    const opened = expectOk(await reopen(folder))
    expect(opened.listFiles()).toEqual(['b', ...many])
    expect(hexKeysOf(opened, 'b')).toEqual(right[1])
    expect(readText(keyringPath(folder))).toBe(readText(copyPath(folder)))
  },
)

test.skipIf(!isRoot || process.platform !== 'linux')('[KEY-50] an account that found no room is not made', async () => {
  const disk = smallDisk()
  const filler = join(disk, 'filler')
  const folder = join(disk, 'account')
  mkdirSync(folder)
  fillDisk(filler)
  const create = () => createKeyring({ folder, accountId: 'a', passphrase, random: realRandom, cost: fastCost })
  expect(expectError(await create())).toEqual({ type: 'DiskFull' })
  rmSync(filler)
  expectOk(await create())
})

test('[KEY-51] a folder below a file cannot be made or read', async () => {
  const file = join(temporaryFolder(), 'file')
  writeFileSync(file, '')
  const folder = join(file, 'account')
  const made = await createKeyring({ folder, accountId: 'a', passphrase, random: realRandom, cost: fastCost })
  expect(expectError(made)).toEqual({ type: 'CannotWrite', code: 'ENOTDIR' })
  expect(expectError(await reopen(folder))).toEqual({ type: 'CannotRead', code: 'ENOTDIR' })
})

test.skipIf(process.platform === 'win32')(
  '[KEY-51] a folder without permission gives the code of the system',
  async () => {
    const parent = temporaryFolder()
    const { folder } = await makeAccount({ folder: join(parent, 'account') })
    chmodSync(folder, 0)
    chmodSync(parent, 0o555)
    const create = () =>
      createKeyring({ folder: join(parent, 'new'), accountId: 'a', passphrase, random: realRandom, cost: fastCost })
    expect(expectError(await asOrdinaryUser(create))).toEqual({ type: 'CannotWrite', code: 'EACCES' })
    expect(expectError(await asOrdinaryUser(() => reopen(folder)))).toEqual({ type: 'CannotRead', code: 'EACCES' })
    chmodSync(parent, 0o700)
    chmodSync(folder, 0o700)
  },
)

test.skipIf(process.platform === 'win32')('[KEY-52] a keyring that cannot be mended opens all the same', async () => {
  const { folder, keyring } = await makeAccount()
  expectOk(await keyring.addKeys(['a']))
  rmSync(copyPath(folder))
  chmodSync(dirname(folder), 0o755)
  if (isRoot) for (const path of [folder, keyringPath(folder)]) chownSync(path, ordinaryUser, ordinaryUser)
  chmodSync(folder, 0o500)
  const opened = expectOk(await asOrdinaryUser(() => reopen(folder)))
  expect(hexKeysOf(opened, 'a')).toEqual(hexKeysOf(keyring, 'a'))
  const refused = await asOrdinaryUser(() => opened.addKeys(['b']))
  expect(expectError(refused)).toEqual({ type: 'CannotWrite', code: 'EACCES' })
  expect(opened.listFiles()).toEqual(['a'])
  chmodSync(folder, 0o700)
  expectOk(await opened.addKeys(['b']))
  expect(expectOk(await reopen(folder)).listFiles()).toEqual(['a', 'b'])
})
