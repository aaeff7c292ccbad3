/** Opens one slot of the chosen file, and proves the whole header with the key that was in it. */
import { isDeepStrictEqual } from 'node:util'
import { type Result, err, ok } from '#domain/result.ts'
import type { KeyringCandidate } from './choose-keyring-file.ts'
import { type KeychainAccess, keychainFailed, openKeychainSlot } from './keychain-slot.ts'
import type { KeyringError } from './keyring-errors.ts'
import { type KeyringHeader, isHeaderAuthentic } from './keyring-header.ts'
import { openPassphraseSlot } from './passphrase-slot.ts'
import { parseRecoveryKey } from './recovery-key.ts'
import { openRecoverySlot } from './recovery-slot.ts'
import { type AccountKeys, accountKeysOf, wipeAccountKeys } from './wrap-key.ts'

export type UnlockWith =
  | { readonly passphrase: string }
  | { readonly recoveryKey: string }
  | { readonly keychain: true }

export type UnlockedCandidate = { readonly candidate: KeyringCandidate; readonly keys: AccountKeys }

/**
 * Tries the second file only where it cannot bring back what was replaced: when the first is proven to be changed, or
 * when both have the same generation but different headers, so that one of them is damaged.
 */
export const unlockAccountKey = async (
  candidates: readonly [KeyringCandidate, ...KeyringCandidate[]],
  unlockWith: UnlockWith,
  access: KeychainAccess,
): Promise<Result<UnlockedCandidate, KeyringError>> => {
  const [first, second] = candidates
  const outcome = await tryCandidate(first, unlockWith, access)
  if (outcome.ok) return outcome
  if (second === undefined) return told(outcome.error, unlockWith, first)
  const isProvenChanged = outcome.error.type === 'KeyringDamaged'
  const hasSameAge = second.header.generation === first.header.generation
  const isSameTry = isDeepStrictEqual(second.header, first.header)
  if (!isProvenChanged && (!hasSameAge || isSameTry)) return told(outcome.error, unlockWith, first)
  const other = await tryCandidate(second, unlockWith, access)
  return other.ok ? other : told(outcome.error, unlockWith, first)
}

const tryCandidate = async (
  candidate: KeyringCandidate,
  unlockWith: UnlockWith,
  access: KeychainAccess,
): Promise<Result<UnlockedCandidate, KeyringError>> => {
  const opened = await openSlot(candidate.header, unlockWith, access)
  if (!opened.ok) return opened
  const keys = accountKeysOf(opened.value)
  const headerLine = candidate.text.slice(0, candidate.text.indexOf('\n'))
  if (isHeaderAuthentic(headerLine, keys.header)) return ok({ candidate, keys })
  wipeAccountKeys(keys)
  return err({ type: 'KeyringDamaged', detail: 'header-changed' })
}

const openSlot = async (
  { accountId, slots }: KeyringHeader,
  unlockWith: UnlockWith,
  access: KeychainAccess,
): Promise<Result<Buffer, KeyringError>> => {
  if ('passphrase' in unlockWith) {
    if (slots.passphrase === undefined) return err({ type: 'NoSlot', slot: 'passphrase' })
    const key = await openPassphraseSlot(slots.passphrase, accountId, unlockWith.passphrase)
    return key === undefined ? err({ type: 'WrongPassphrase' }) : ok(key)
  }
  if ('recoveryKey' in unlockWith) {
    const secret = parseRecoveryKey(unlockWith.recoveryKey)
    if (!secret.ok) return secret
    const key = openRecoverySlot(slots.recovery, accountId, secret.value)
    secret.value.fill(0)
    return key === undefined ? err({ type: 'WrongRecoveryKey' }) : ok(key)
  }
  if (slots.keychain === undefined) return err({ type: 'NoSlot', slot: 'keychain' })
  return openKeychainSlot(access, slots.keychain)
}

/** A key out of the keychain that does not fit the header is more likely another key than a changed header. */
const told = (error: KeyringError, unlockWith: UnlockWith, { header }: KeyringCandidate): Result<never, KeyringError> =>
  err(
    error.type === 'KeyringDamaged' && 'keychain' in unlockWith && header.slots.keychain !== undefined
      ? keychainFailed(header.slots.keychain.name, 'not-this-account')
      : error,
  )
