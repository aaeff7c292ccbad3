/** Every way in which keeping keys can fail, as values. The words for people live in the api; no secret is ever in one. */

export type SlotKind = 'passphrase' | 'recovery' | 'keychain'

export type WriteFailure = { readonly type: 'DiskFull' } | { readonly type: 'CannotWrite'; readonly code: string }

export type KeychainFailed = {
  readonly type: 'KeychainFailed'
  readonly name: string
  /** `timeout`, `not-available`, `not-this-account`, or the keychain's own words. */
  readonly detail: string
}

export type KeyringDamaged = {
  readonly type: 'KeyringDamaged'
  readonly detail: 'header-unreadable' | 'header-changed' | 'kdf-out-of-bounds' | 'other-account'
}

export type KeyringError =
  | WriteFailure
  | KeychainFailed
  | KeyringDamaged
  | { readonly type: 'KeyringMissing' }
  | { readonly type: 'KeyringExists' }
  | { readonly type: 'KeyringLocked' }
  | { readonly type: 'NewerKeyring'; readonly version: number }
  | { readonly type: 'CannotRead'; readonly code: string }
  | { readonly type: 'WrongPassphrase' }
  | { readonly type: 'WrongRecoveryKey' }
  | { readonly type: 'RecoveryKeyMistyped' }
  | { readonly type: 'PassphraseTooShort'; readonly minimum: number }
  | { readonly type: 'NoSlot'; readonly slot: SlotKind }
  | { readonly type: 'FileKeyMissing'; readonly file: string }

/** The code of a failed file operation. Anything else is a bug and is thrown on. */
export const fileErrorCode = (error: unknown): string => {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error) {
    return error.code
  }
  throw error
}

export const writeFailure = (error: unknown): WriteFailure => {
  const code = fileErrorCode(error)
  return code === 'ENOSPC' || code === 'EDQUOT' ? { type: 'DiskFull' } : { type: 'CannotWrite', code }
}
