/** The keyring's errors in the engine's words. */
import type { EngineError } from '#api/errors.ts'
import type { KeyringError } from '../keyring/keyring-errors.ts'

export const keyringFailure = (error: KeyringError): EngineError => {
  switch (error.type) {
    case 'CannotWrite':
      return { type: 'ReadOnly' }
    case 'CannotRead':
      return { type: 'KeyringDamaged', detail: `it cannot be read (${error.code})` }
    case 'KeyringLocked':
      return { type: 'AccountLocked' }
    case 'KeyringExists':
      return { type: 'StorageFailed', code: 'KEYRING_EXISTS', detail: 'there is a keyring already' }
    case 'NoSlot':
      return error.slot === 'keychain' ? { type: 'PassphraseNeeded' } : { type: 'WrongPassphrase' }
    case 'FileKeyMissing':
      return { type: 'FileKeyMissing' }
    case 'KeyringDamaged':
      return { type: 'KeyringDamaged', detail: damageWords[error.detail] }
    case 'DiskFull':
    case 'KeychainFailed':
    case 'KeyringMissing':
    case 'NewerKeyring':
    case 'WrongPassphrase':
    case 'WrongRecoveryKey':
    case 'RecoveryKeyMistyped':
    case 'PassphraseTooShort':
      return error
  }
}

const damageWords = {
  'header-unreadable': 'its first line cannot be read',
  'header-changed': 'its first line was changed by somebody else',
  'kdf-out-of-bounds': 'its passphrase parameters are outside what is allowed',
  'other-account': 'it belongs to another account',
} as const
