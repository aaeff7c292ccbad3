import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createTestEngine } from '#testing/create-test-engine.ts'
import { expectError, expectOk } from '#testing/expect-result.ts'
import { canMount } from '#testing/small-disk.ts'
import { quickFolder } from '#testing/temporary-folder.ts'
import { findDataFolder, isSameFolder } from './find-data-folder.ts'

/** A data folder that nobody works on. */
const makeDataFolder = async () => {
  const { engine, dataDir, account } = await createTestEngine()
  await engine.close()
  return { dataDir, accountId: account.id }
}

test('[FOLDER-1] a data folder is found with its accounts, also by a link, by the folder of its accounts and by one account', async () => {
  const { dataDir, accountId } = await makeDataFolder()
  const link = join(quickFolder(), 'link')
  symlinkSync(dataDir, link)
  const before = readdirSync(dataDir)
  for (const path of [dataDir, `${dataDir}/`, link, join(dataDir, 'accounts'), join(dataDir, 'accounts', accountId)]) {
    const found = expectOk(await findDataFolder(path))
    expect(found).toEqual({ path: dataDir, accounts: [{ id: accountId, state: 'locked', ways: ['passphrase'] }] })
    expect(isSameFolder(path, dataDir)).toBe(true)
  }
  expect(readdirSync(dataDir)).toEqual(before)
})

test('[FOLDER-2] what is no data folder is refused, and nothing is made in it', async () => {
  const folder = quickFolder()
  const file = join(folder, 'file')
  writeFileSync(file, '')
  for (const path of [join(folder, 'nowhere'), file, 'relative/path', '', '\0']) {
    expect(expectError(await findDataFolder(path)).type, path).toBe('FolderNotFound')
  }
  expect(expectError(await findDataFolder(folder)).type).toBe('NotADataFolder')
  mkdirSync(join(folder, 'accounts'))
  expect(expectError(await findDataFolder(folder)).type).toBe('NotADataFolder')
  expect(readdirSync(folder).toSorted()).toEqual(['accounts', 'file'])
})

test('[FOLDER-2] a folder that another engine works on is refused', async () => {
  const { dataDir } = await createTestEngine()
  expect(expectError(await findDataFolder(dataDir))).toEqual({ type: 'FolderInUseElsewhere', path: dataDir })
})

test.skipIf(!canMount)('[FOLDER-2] a folder that cannot be written is refused', async ({ onTestFinished }) => {
  const { dataDir } = await makeDataFolder()
  const view = quickFolder()
  execFileSync('mount', ['--bind', dataDir, view])
  onTestFinished(() => void execFileSync('umount', ['-l', view]))
  execFileSync('mount', ['-o', 'remount,bind,ro', view])
  expect(expectError(await findDataFolder(view))).toEqual({ type: 'FolderReadOnly', path: view })
})
