/** What opening and protecting an account can meet. */
import type { WordsOf } from './error-words.ts'

export type AccountError =
  | { readonly type: 'AccountNotFound' }
  | { readonly type: 'AccountLocked' }
  | { readonly type: 'AccountChoiceNeeded'; readonly accounts: readonly string[] }
  | { readonly type: 'PassphraseNeeded' }
  | { readonly type: 'PassphraseTooShort'; readonly minimum: number }
  | { readonly type: 'WrongPassphrase' }
  | { readonly type: 'WrongRecoveryKey' }
  | { readonly type: 'RecoveryKeyMistyped' }
  | { readonly type: 'KeychainFailed'; readonly name: string; readonly detail: string }
  | { readonly type: 'OnlyWayIn' }
  | { readonly type: 'KeyringMissing' }
  | { readonly type: 'KeyringDamaged'; readonly detail: string }
  | { readonly type: 'NewerKeyring'; readonly version: number }
  | { readonly type: 'FileKeyMissing' }
  | { readonly type: 'PortfolioDamaged'; readonly detail: string }

export const accountErrorWords: WordsOf<AccountError> = {
  AccountNotFound: () => ({
    code: 'NOT_FOUND',
    message: 'This data folder has no such account.',
    safe: 'Nothing was changed.',
    action: 'Create one with "practice init", or name another data folder.',
  }),
  AccountLocked: () => ({
    code: 'UNAUTHORIZED',
    message: 'The account is locked.',
    safe: 'Everything in it is saved and encrypted.',
    action: 'Unlock it with its passphrase.',
  }),
  AccountChoiceNeeded: (error) => ({
    code: 'BAD_REQUEST',
    message: `This data folder holds several accounts: ${error.accounts.join(', ')}.`,
    safe: 'Nothing was changed.',
    action: 'Name one with --account.',
  }),
  PassphraseNeeded: () => ({
    code: 'BAD_REQUEST',
    message: 'A passphrase is needed, because this machine offers no keychain here.',
    safe: 'Nothing was opened or changed.',
    action: 'Set SECURATLAS_PASSPHRASE or give --passphrase-file.',
  }),
  PassphraseTooShort: (error) => ({
    code: 'BAD_REQUEST',
    message: `The passphrase needs at least ${error.minimum} characters.`,
    safe: 'Nothing was changed.',
    action: 'Choose a longer one; several words are good.',
  }),
  WrongPassphrase: () => ({
    code: 'UNAUTHORIZED',
    message: 'The passphrase is wrong.',
    safe: 'Nothing was opened or changed.',
    action: 'Try again, or use the recovery key.',
  }),
  WrongRecoveryKey: () => ({
    code: 'UNAUTHORIZED',
    message: 'This recovery key belongs to another account or was replaced.',
    safe: 'Nothing was opened or changed.',
    action: 'Use the newest recovery key of this account.',
  }),
  RecoveryKeyMistyped: () => ({
    code: 'BAD_REQUEST',
    message: 'The recovery key has a typing error: its check characters do not match.',
    safe: 'Nothing was opened or changed.',
    action: 'Compare it with your printed copy.',
  }),
  KeychainFailed: (error) => ({
    code: 'UNAVAILABLE',
    message: `${error.name} did not answer: ${error.detail}.`,
    safe: 'Nothing was opened or changed.',
    action: 'Unlock with the passphrase.',
  }),
  OnlyWayIn: () => ({
    code: 'PRECONDITION_FAILED',
    message: 'The keychain is the only way to open this account.',
    safe: 'Nothing was changed.',
    action: 'Set a passphrase first.',
  }),
  KeyringMissing: () => ({
    code: 'PRECONDITION_FAILED',
    message: 'The account has no keyring file.',
    safe: 'Its client files are untouched, but stay closed.',
    action: 'Put the keyring back from a backup.',
  }),
  KeyringDamaged: (error) => ({
    code: 'PRECONDITION_FAILED',
    message: `The keyring is damaged: ${error.detail}.`,
    safe: 'Its client files are untouched, but stay closed.',
    action: 'Put the keyring back from a backup.',
  }),
  NewerKeyring: (error) => ({
    code: 'PRECONDITION_FAILED',
    message: `The keyring was saved by a newer version (${error.version}).`,
    safe: 'Nothing was changed.',
    action: 'Update the app to open it.',
  }),
  FileKeyMissing: () => ({
    code: 'PRECONDITION_FAILED',
    message: "The key of this client's file is missing.",
    safe: 'The file stays closed and nothing is written to it.',
    action: 'Restore the keyring or this client from a backup.',
  }),
  PortfolioDamaged: () => ({
    code: 'PRECONDITION_FAILED',
    message: "The practice's own file cannot be opened: it is damaged or missing.",
    safe: 'The client files are separate and are not affected. Nothing is written.',
    action: 'Put portfolio.sqlite back from a backup.',
  }),
}
