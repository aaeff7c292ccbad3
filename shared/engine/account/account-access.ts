/** How an open account can be unlocked next time: its passphrase, and the machine's keychain. */
import type { AccountAccess } from '#api/account-access.ts'
import type { EngineError } from '#api/errors.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { KeyringError } from '../keyring/keyring-errors.ts'
import type { Keyring } from '../keyring/keyring.ts'
import { keyringFailure } from './keyring-failure.ts'

export const createAccountAccess = (keyring: Keyring, onChanged: () => void): AccountAccess => {
  const answer = async (change: Promise<Result<undefined, KeyringError>>): Promise<Result<void, EngineError>> => {
    const changed = await change
    if (changed.ok) onChanged()
    return changed.ok ? ok(undefined) : err(keyringFailure(changed.error))
  }
  const has = (way: 'passphrase' | 'keychain'): boolean => keyring.unlockWays().includes(way)
  return {
    unlockWays: keyring.unlockWays,
    changePassphrase: (current, next) => answer(keyring.changePassphrase(current, next)),
    addPassphrase: (next) =>
      has('passphrase') ? Promise.resolve(err({ type: 'WrongPassphrase' })) : answer(keyring.setPassphrase(next)),
    async setKeychain(isOn) {
      if (isOn) return answer(keyring.addKeychain())
      return has('passphrase') ? answer(keyring.removeKeychain()) : err({ type: 'OnlyWayIn' })
    },
  }
}
