import { describe, expect, test } from 'vitest'
import { createTestEngine, practiceInput, startEngine, testPassphrase, testPorts } from '#testing/create-test-engine.ts'
import { expectError, expectOk } from '#testing/expect-result.ts'
import { memoryKeychain } from '#testing/keyring-account.ts'
import { quickFolder } from '#testing/temporary-folder.ts'

const summariesOf = async (engine: { listAccounts(): Promise<readonly { readonly ways: readonly string[] }[]> }) =>
  (await engine.listAccounts()).map(({ ways }) => ways)

describe('the ways into an account', () => {
  test('[KEY-60] are told while it is locked and while it is open', async () => {
    const { engine, account } = await createTestEngine()
    expect(await engine.listAccounts()).toEqual([{ id: account.id, state: 'open', ways: ['passphrase'] }])
    await engine.lockAccount(account.id)
    expect(await engine.listAccounts()).toEqual([{ id: account.id, state: 'locked', ways: ['passphrase'] }])
  })

  test('[KEY-61] the keychain is used only when it is asked for, or when there is no passphrase', async () => {
    const engine = await startEngine(quickFolder(), testPorts({ keychain: memoryKeychain() }))
    expect(engine.keychainName).toBe('Test keychain')
    const passphrase = testPassphrase
    expectOk(await engine.createAccount({ practice: practiceInput, passphrase }))
    expectOk(await engine.createAccount({ practice: practiceInput, passphrase, useKeychain: true }))
    expectOk(await engine.createAccount({ practice: practiceInput }))
    expect(await summariesOf(engine)).toEqual([['passphrase'], ['passphrase', 'keychain'], ['keychain']])
  })

  test('[KEY-62] the keychain can be put in use and taken out of it, and then opens or no longer opens the account', async () => {
    const { engine, account } = await createTestEngine({ ports: { keychain: memoryKeychain() } })
    expectOk(await account.setKeychain(true))
    await engine.lockAccount(account.id)
    const again = expectOk(await engine.unlockAccount(account.id, { keychain: true }))
    expectOk(await again.setKeychain(false))
    await engine.lockAccount(account.id)
    expect(expectError(await engine.unlockAccount(account.id, { keychain: true }))).toEqual({
      type: 'PassphraseNeeded',
    })
    expectOk(await engine.unlockAccount(account.id, { passphrase: testPassphrase }))
  })

  test('[KEY-63] the only way in stays, and a passphrase can be set beside it once', async () => {
    const engine = await startEngine(quickFolder(), testPorts({ keychain: memoryKeychain() }))
    const { accountId } = expectOk(await engine.createAccount({ practice: practiceInput }))
    const account = expectOk(await engine.unlockAccount(accountId, { keychain: true }))
    expect(expectError(await account.setKeychain(false))).toEqual({ type: 'OnlyWayIn' })
    expectOk(await account.addPassphrase('a passphrase at last'))
    expect(expectError(await account.addPassphrase('another one'))).toEqual({ type: 'WrongPassphrase' })
    expectOk(await account.setKeychain(false))
    await engine.lockAccount(accountId)
    expectOk(await engine.unlockAccount(accountId, { passphrase: 'a passphrase at last' }))
  })

  test('[KEY-63] new keys are made for an account that only the keychain opens', async () => {
    const engine = await startEngine(quickFolder(), testPorts({ keychain: memoryKeychain() }))
    const { accountId } = expectOk(await engine.createAccount({ practice: practiceInput }))
    const account = expectOk(await engine.unlockAccount(accountId, { keychain: true }))
    const { job } = expectOk(await account.rotateKeys(''))
    for await (const state of account.jobs.watch(job.jobId)) expect(state.error ?? null).toBeNull()
    await engine.lockAccount(accountId)
    expectOk(await engine.unlockAccount(accountId, { keychain: true }))
  })

  test('[KEY-62] a host without a keychain says so', async () => {
    const { engine, account } = await createTestEngine()
    expect(engine.keychainName).toBeUndefined()
    expect(expectError(await account.setKeychain(true)).type).toBe('KeychainFailed')
  })
})
