import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createTestEngine, testPassphrase, type TestEngine } from '#testing/create-test-engine.ts'
import { flipBit } from '#testing/damage-file.ts'
import { expectError, expectOk } from '#testing/expect-result.ts'

const keyrings = ['keyring', 'keyring-copy'] as const

/** Locked, with its folder and what the engine says of it. */
const makeLocked = async () => {
  const made = await createTestEngine()
  await made.engine.lockAccount(made.account.id)
  return { ...made, folder: made.paths.folder, describe: () => problemOf(made) }
}

const problemOf = async ({ engine }: TestEngine): Promise<string | undefined> => {
  const [account] = await engine.listAccounts()
  expect(account?.state).toBe(account?.problem === undefined ? 'locked' : 'damaged')
  return account?.problem?.type
}

describe('an account that cannot be opened', () => {
  test('[UNLOCK-5] says so before anything is typed: keyring missing, damaged or of a newer version, practice file missing', async () => {
    const { folder, paths, describe: problem } = await makeLocked()
    cpSync(folder, `${folder}.kept`, { recursive: true })
    const restore = () => cpSync(`${folder}.kept`, folder, { recursive: true })
    expect(await problem()).toBeUndefined()

    for (const name of keyrings) rmSync(join(folder, name))
    expect(await problem()).toBe('KeyringMissing')
    restore()
    expect(await problem()).toBeUndefined()

    for (const name of keyrings) flipBit(join(folder, name), 3)
    expect(await problem()).toBe('KeyringDamaged')
    restore()

    for (const name of keyrings) {
      const text = readFileSync(join(folder, name), 'utf8')
      writeFileSync(join(folder, name), text.replace('"version":1', '"version":9'))
    }
    expect(await problem()).toBe('NewerKeyring')
    restore()

    renameSync(paths.portfolio, `${paths.portfolio}.away`)
    expect(await problem()).toBe('PortfolioDamaged')
    renameSync(`${paths.portfolio}.away`, paths.portfolio)
    expect(await problem()).toBeUndefined()
    rmSync(`${folder}.kept`, { recursive: true })
  })

  test('[UNLOCK-5] one whose practice file shows its damage only when it is opened is called so from then on, until the file is put back', async () => {
    const made = await makeLocked()
    const { engine, account, paths } = made
    const whole = readFileSync(paths.portfolio)
    writeFileSync(paths.portfolio, Buffer.alloc(whole.length, 7))
    expect(await problemOf(made)).toBeUndefined()
    expect(expectError(await engine.unlockAccount(account.id, { passphrase: testPassphrase })).type).toBe(
      'PortfolioDamaged',
    )
    expect(await problemOf(made)).toBe('PortfolioDamaged')
    writeFileSync(paths.portfolio, whole)
    expect(await problemOf(made)).toBeUndefined()
    expectOk(await engine.unlockAccount(account.id, { passphrase: testPassphrase }))
  })
})
