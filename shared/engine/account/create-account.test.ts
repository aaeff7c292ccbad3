import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addClient, createTestEngine, practiceInput, startEngine, testPassphrase } from '#testing/create-test-engine.ts'
import { expectError, expectOk } from '#testing/expect-result.ts'
import { quickFolder } from '#testing/temporary-folder.ts'
import { accountsFolder } from '../data-dir/data-dir-paths.ts'

const accountsOf = (dataDir: string): readonly string[] =>
  existsSync(accountsFolder(dataDir)) ? readdirSync(accountsFolder(dataDir)) : []

test('[STORE-54] an account is there with its practice and its owner, in a folder of nobody else', async () => {
  const { account, paths } = await createTestEngine()
  expect(account.practice()).toMatchObject({ id: account.id, ...practiceInput, createdAt: '2026-03-02T09:00:00.000Z' })
  expect(account.listMembers()).toHaveLength(1)
  expect(account.actingMember()).toMatchObject({ name: 'Harbor Security', role: 'owner' })
  expect(
    readdirSync(paths.folder)
      .filter((name) => !name.startsWith('portfolio.sqlite-'))
      .toSorted(),
  ).toEqual(['keyring', 'keyring-copy', 'portfolio.sqlite', 'tenants'])
})

test.skipIf(process.platform === 'win32')(
  '[STORE-5] nobody else reads a data folder or anything of an account',
  async () => {
    const { dataDir, paths } = await createTestEngine()
    expect(statSync(dataDir).mode & 0o77).toBe(0)
    for (const name of readdirSync(paths.folder)) expect(statSync(join(paths.folder, name)).mode & 0o77).toBe(0)
  },
)

test.each([
  ['a passphrase that is too short', practiceInput, 'short', 'PassphraseTooShort'],
  ['no passphrase on a machine without a keychain', practiceInput, undefined, 'PassphraseNeeded'],
  ['a practice that cannot be', { ...practiceInput, contactEmail: 'nobody' }, testPassphrase, 'InvalidInput'],
] as const)('[STORE-54] with %s nothing is made', async (...[, practice, passphrase, type]) => {
  const dataDir = quickFolder()
  const engine = await startEngine(dataDir)
  expect(expectError(await engine.createAccount({ practice, passphrase })).type).toBe(type)
  expect(await engine.listAccounts()).toEqual([])
  expect(accountsOf(dataDir)).toEqual([])
})

test('[STORE-54] what a crash left of an account in the making is never listed and goes at the next start', async () => {
  const { engine, account, dataDir, paths } = await createTestEngine()
  await engine.close()
  writeFileSync(join(paths.folder, 'unfinished'), '')
  rmSync(paths.portfolio)
  mkdirSync(join(accountsFolder(dataDir), 'empty'))
  const again = await startEngine(dataDir)
  expect(await again.listAccounts()).toEqual([])
  expect(accountsOf(dataDir)).toEqual([])
  expect(expectError(await again.unlockAccount(account.id, { passphrase: testPassphrase })).type).toBe(
    'AccountNotFound',
  )
})

test('[STORE-54] a crash between the birth of an account and the end of its mark loses nothing', async () => {
  const { engine, account, dataDir, paths } = await createTestEngine()
  await engine.close()
  writeFileSync(join(paths.folder, 'unfinished'), '')
  const again = await startEngine(dataDir)
  expect(await again.listAccounts()).toMatchObject([{ id: account.id, state: 'locked' }])
  expect(existsSync(join(paths.folder, 'unfinished'))).toBe(false)
})

test.each([0, 2])(
  '[STORE-44] an account with %i clients that lost its portfolio is listed, keeps its keyring, and works when it is put back',
  async (clients) => {
    const { engine, account, dataDir, paths } = await createTestEngine()
    for (let index = 0; index < clients; index++) await addClient(account, `Client ${index}`)
    await engine.close()
    const backup = join(dataDir, 'backup')
    renameSync(paths.portfolio, backup)
    const keyring = readFileSync(join(paths.folder, 'keyring'))
    const without = await startEngine(dataDir)
    expect(await without.listAccounts()).toMatchObject([{ id: account.id, state: 'damaged' }])
    expect(expectError(await without.unlockAccount(account.id, { passphrase: testPassphrase })).type).toBe(
      'PortfolioDamaged',
    )
    expect(existsSync(paths.portfolio)).toBe(false)
    expect(readFileSync(join(paths.folder, 'keyring')).equals(keyring)).toBe(true)
    await without.close()
    renameSync(backup, paths.portfolio)
    const again = await startEngine(dataDir)
    const opened = expectOk(await again.unlockAccount(account.id, { passphrase: testPassphrase }))
    expect(opened.clients.list({}).total).toBe(clients)
  },
)

test('[STORE-54] several accounts live side by side and see nothing of each other', async () => {
  const { engine, account } = await createTestEngine()
  await addClient(account, 'Of the first')
  const { accountId } = expectOk(
    await engine.createAccount({ practice: practiceInput, passphrase: 'another passphrase' }),
  )
  const second = engine.findAccount(accountId)
  expect(second?.clients.list({}).total).toBe(0)
  expect((await engine.listAccounts()).map(({ id }) => id)).toEqual([account.id, accountId].toSorted())
  expect(expectError(await engine.unlockAccount(accountId, { passphrase: testPassphrase })).type).toBe(
    'WrongPassphrase',
  )
  await engine.lockAccount(accountId)
  expect(engine.findAccount(accountId)).toBeUndefined()
  expect(account.clients.list({}).total).toBe(1)
})
