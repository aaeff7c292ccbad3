/** Makes the keyring of a new account, and its recovery key, which is shown once. */
import { type Result, err, ok } from '#domain/result.ts'
import type { Keychain, Random } from '../ports.ts'
import { emptyLedger } from './key-ledger.ts'
import { defaultKeychainDeadlineMs, sealKeychainSlot } from './keychain-slot.ts'
import { makeAccountFolder, readKeyringFiles } from './keyring-disk.ts'
import type { KeychainFailed, KeyringError } from './keyring-errors.ts'
import { type KeyringSession, saveWhole } from './keyring-session.ts'
import { type Keyring, keyringOfSession } from './keyring.ts'
import { type ScryptCost, checkNewPassphrase, defaultScryptCost, sealPassphraseSlot } from './passphrase-slot.ts'
import { sealRecoverySlot } from './recovery-slot.ts'
import { type AccountKeys, accountKeysOf, randomKey, wipeAccountKeys } from './wrap-key.ts'

export type CreateKeyringOptions = {
  /** The account's folder; made when it is not there, and closed to other users. */
  readonly folder: string
  readonly accountId: string
  /** Needed where there is no keychain. */
  readonly passphrase?: string | undefined
  readonly keychain?: Keychain | undefined
  /** Whether it opens the account; without a passphrase it does in any case. */
  readonly useKeychain?: boolean
  readonly random: Random
  readonly cost?: ScryptCost
  readonly keychainDeadlineMs?: number
}

export type CreatedKeyring = {
  readonly keyring: Keyring
  readonly recoveryKey: string
  /** The keychain did not take the key, and the passphrase alone unlocks this account. */
  readonly keychainError: KeychainFailed | undefined
}

export const createKeyring = async (options: CreateKeyringOptions): Promise<Result<CreatedKeyring, KeyringError>> => {
  const { folder, passphrase, keychain } = options
  const checked = passphrase === undefined ? undefined : checkNewPassphrase(passphrase)
  if (checked?.ok === false) return checked
  if (passphrase === undefined && keychain === undefined) return err({ type: 'NoSlot', slot: 'passphrase' })
  const made = await makeAccountFolder(folder)
  if (!made.ok) return made
  const files = await readKeyringFiles(folder)
  if (files.keyring.type !== 'missing' || files.copy.type !== 'missing') return err({ type: 'KeyringExists' })
  const keys = accountKeysOf(randomKey(options.random))
  const created = await saveNewKeyring(options, keys)
  if (!created.ok) wipeAccountKeys(keys)
  return created
}

const saveNewKeyring = async (
  options: CreateKeyringOptions,
  keys: AccountKeys,
): Promise<Result<CreatedKeyring, KeyringError>> => {
  const { folder, accountId, passphrase, random, cost = defaultScryptCost, useKeychain = true } = options
  const access = { keychain: options.keychain, deadlineMs: options.keychainDeadlineMs ?? defaultKeychainDeadlineMs }
  const isWanted = options.keychain !== undefined && (useKeychain || passphrase === undefined)
  const keychain = isWanted ? await sealKeychainSlot(access, keys.account) : undefined
  if (keychain?.ok === false && passphrase === undefined) return keychain
  const { slot: recovery, recoveryKey } = sealRecoverySlot(keys.account, accountId, random)
  const slots = {
    passphrase:
      passphrase === undefined
        ? undefined
        : await sealPassphraseSlot({ accountKey: keys.account, accountId, passphrase, cost, random }),
    recovery,
    keychain: keychain?.ok === true ? keychain.value : undefined,
  }
  const header = { accountId, generation: 0, slots }
  const session: KeyringSession = {
    folder,
    random,
    cost,
    access,
    header,
    keys,
    ledger: emptyLedger(),
    length: undefined,
  }
  const saved = await saveWhole(session, {})
  if (!saved.ok) return saved
  const keychainError = keychain?.ok === false ? keychain.error : undefined
  return ok({ keyring: keyringOfSession(session), recoveryKey, keychainError })
}
