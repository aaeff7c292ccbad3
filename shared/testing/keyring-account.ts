/** Accounts for tests of the keyring: real files in a temporary folder, the cheapest allowed scrypt cost, a keychain in memory. */
import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Result } from '#domain/result.ts'
import { type CreateKeyringOptions, createKeyring } from '#engine/keyring/create-keyring.ts'
import { type OpenKeyringOptions, openKeyring } from '#engine/keyring/open-keyring.ts'
import type { Keyring } from '#engine/keyring/keyring.ts'
import type { Keychain, Random } from '#engine/ports.ts'

export const fastCost = { N: 2 ** 14, r: 8, p: 1 } as const
export const passphrase = 'correct horse battery staple'
export const realRandom: Random = { id: () => randomUUID(), bytes: (length) => randomBytes(length) }

export const expectOk = <Value>(result: Result<Value, unknown>): Value => {
  if (!result.ok) throw new Error(`expected success, got ${JSON.stringify(result.error)}`)
  return result.value
}

export const expectError = <Failure>(result: Result<unknown, Failure>): Failure => {
  if (result.ok) throw new Error('expected a failure')
  return result.error
}

export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'securatlas-keyring-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export type TestAccount = {
  readonly folder: string
  readonly accountId: string
  readonly keyring: Keyring
  readonly recoveryKey: string
}

export const makeAccount = async (options: Partial<CreateKeyringOptions> = {}): Promise<TestAccount> => {
  const folder = options.folder ?? join(temporaryFolder(), 'account')
  const accountId = options.accountId ?? randomUUID()
  const made = await createKeyring({ folder, accountId, passphrase, random: realRandom, cost: fastCost, ...options })
  const { keyring, recoveryKey } = expectOk(made)
  return { folder, accountId, keyring, recoveryKey }
}

/** Opens with the passphrase unless told otherwise. */
export const reopen = (folder: string, options: Partial<OpenKeyringOptions> = {}): ReturnType<typeof openKeyring> =>
  openKeyring({ folder, unlockWith: { passphrase }, random: realRandom, cost: fastCost, ...options })

export const keyringPath = (folder: string): string => join(folder, 'keyring')
export const copyPath = (folder: string): string => join(folder, 'keyring-copy')
export const readText = (path: string): string => readFileSync(path, 'latin1')
export const writeText = (path: string, text: string): void => writeFileSync(path, text, 'latin1')
export const hexKeysOf = (keyring: Keyring, file: string): readonly string[] =>
  keyring.keysOf(file).map((key) => key.toString('hex'))

/** Encrypts for real under a key of its own, as a store of one user of one machine would. */
export const memoryKeychain = (name = 'Test keychain'): Keychain => {
  const key = randomBytes(32)
  return {
    name,
    seal: async (secret) => {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const sealed = Buffer.concat([cipher.update(secret), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
    },
    open: async (sealed) => {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
      decipher.setAuthTag(sealed.subarray(12, 28))
      return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
    },
  }
}
