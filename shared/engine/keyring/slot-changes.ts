/** Changes to how the account key is unlocked: passphrase, keychain, and a new account key altogether. */
import { type Result, err, ok } from '#domain/result.ts'
import { rewrapAll } from './file-key-changes.ts'
import { applyEvent, emptyLedger } from './key-ledger.ts'
import { sealKeychainSlot } from './keychain-slot.ts'
import type { KeychainFailed, KeyringError } from './keyring-errors.ts'
import type { KeyringSlots } from './keyring-header.ts'
import { type KeyringSession, saveWhole } from './keyring-session.ts'
import { type PassphraseSlot, checkNewPassphrase, openPassphraseSlot, sealPassphraseSlot } from './passphrase-slot.ts'
import { sealRecoverySlot } from './recovery-slot.ts'
import { type AccountKeys, accountKeysOf, randomKey, wipeAccountKeys } from './wrap-key.ts'

type Done = Result<undefined, KeyringError>

export type RotatedAccountKey = {
  readonly recoveryKey: string
  /** The keychain could not take the new key: it no longer unlocks this account. */
  readonly keychainError: KeychainFailed | undefined
}

export const verifyPassphrase = async (session: KeyringSession, passphrase: string): Promise<Done> => {
  const { accountId, slots } = session.header
  if (slots.passphrase === undefined) return err({ type: 'NoSlot', slot: 'passphrase' })
  const key = await openPassphraseSlot(slots.passphrase, accountId, passphrase)
  key?.fill(0)
  return key === undefined ? err({ type: 'WrongPassphrase' }) : ok(undefined)
}

export const changePassphrase = async (session: KeyringSession, current: string, next: string): Promise<Done> => {
  const verified = await verifyPassphrase(session, current)
  return verified.ok ? setPassphrase(session, next) : verified
}

/** Without asking for the old one: after a recovery, or for an account that had none. */
export const setPassphrase = async (session: KeyringSession, next: string): Promise<Done> => {
  const checked = checkNewPassphrase(next)
  if (!checked.ok) return checked
  return saveSlots(session, { passphrase: await sealPassphrase(session, next, session.keys.account) })
}

export const addKeychain = async (session: KeyringSession): Promise<Done> => {
  const sealed = await sealKeychainSlot(session.access, session.keys.account)
  return sealed.ok ? saveSlots(session, { keychain: sealed.value }) : sealed
}

/** An account must keep a way in that its owner uses daily. */
export const removeKeychain = async (session: KeyringSession): Promise<Done> => {
  const { passphrase, keychain } = session.header.slots
  if (keychain === undefined) return ok(undefined)
  if (passphrase === undefined) return err({ type: 'NoSlot', slot: 'passphrase' })
  return saveSlots(session, { keychain: undefined })
}

/** A new account key and a new recovery key; every file key is wrapped anew, and all of it written in one step. */
export const rotateAccountKey = async (
  session: KeyringSession,
  passphrase: string | undefined,
): Promise<Result<RotatedAccountKey, KeyringError>> => {
  const { accountId, slots } = session.header
  if (slots.passphrase !== undefined || passphrase !== undefined) {
    const verified = await verifyPassphrase(session, passphrase ?? '')
    if (!verified.ok) return verified
  }
  const old = session.keys
  const keys = accountKeysOf(randomKey(session.random))
  const keychain = slots.keychain === undefined ? undefined : await sealKeychainSlot(session.access, keys.account)
  if (keychain?.ok === false && slots.passphrase === undefined) {
    wipeAccountKeys(keys)
    return keychain
  }
  const { slot: recovery, recoveryKey } = sealRecoverySlot(keys.account, accountId, session.random)
  const saved = await saveRotated(session, keys, {
    passphrase: passphrase === undefined ? undefined : await sealPassphrase(session, passphrase, keys.account),
    recovery,
    keychain: keychain?.ok === true ? keychain.value : undefined,
  })
  wipeAccountKeys(session.keys === old ? keys : old)
  return saved.ok ? ok({ recoveryKey, keychainError: keychain?.ok === false ? keychain.error : undefined }) : saved
}

const saveRotated = async (session: KeyringSession, keys: AccountKeys, slots: KeyringSlots): Promise<Done> => {
  const records = await rewrapAll(session, keys.files)
  const ledger = emptyLedger()
  for (const record of records) applyEvent(ledger, record)
  for (const file of session.ledger.destroyed) ledger.destroyed.add(file)
  ledger.damaged = session.ledger.damaged
  return saveWhole(session, { header: { ...session.header, slots }, keys, ledger })
}

const saveSlots = (session: KeyringSession, change: Partial<KeyringSlots>): Promise<Done> =>
  saveWhole(session, { header: { ...session.header, slots: { ...session.header.slots, ...change } } })

const sealPassphrase = (session: KeyringSession, passphrase: string, accountKey: Buffer): Promise<PassphraseSlot> =>
  sealPassphraseSlot({
    accountKey,
    accountId: session.header.accountId,
    passphrase,
    cost: session.cost,
    random: session.random,
  })
