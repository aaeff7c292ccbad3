/** The ways into an account, and what is known of it before it is opened. */
import type { Result } from '#domain/result.ts'
import type { EngineError } from './errors.ts'

/** Beside the recovery key, which every account has. */
export type UnlockWay = 'passphrase' | 'keychain'

export type AccountSummary = {
  readonly id: string
  readonly state: 'locked' | 'open' | 'damaged'
  /** Empty when the keyring cannot be read. */
  readonly ways: readonly UnlockWay[]
  /** Why a damaged one cannot be opened. */
  readonly problem?: EngineError
}

export type AccountAccess = {
  unlockWays(): readonly UnlockWay[]
  changePassphrase(current: string, next: string): Promise<Result<void, EngineError>>
  /** For an account that has none. */
  addPassphrase(next: string): Promise<Result<void, EngineError>>
  /** Whether the machine's keychain opens this account; only where the host has one. */
  setKeychain(isOn: boolean): Promise<Result<void, EngineError>>
}
