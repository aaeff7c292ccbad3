/** Every expected failure of the engine, with its code on the wire and its words for people. */
import type { DomainError } from '#domain/errors.ts'
import type { Role } from '#domain/permissions/roles.ts'
import { assertNever } from '#domain/result.ts'

export type EngineError =
  | DomainError
  | { readonly type: 'NotPermitted'; readonly role: Role; readonly what: string }
  | { readonly type: 'ChangedSince'; readonly fields: readonly string[] }
  | { readonly type: 'NothingToUndo' }
  | { readonly type: 'NothingToRedo' }
  | { readonly type: 'AccountNotFound' }
  | { readonly type: 'AccountLocked' }
  | { readonly type: 'AccountChoiceNeeded'; readonly accounts: readonly string[] }
  | { readonly type: 'PassphraseNeeded' }
  | { readonly type: 'PassphraseTooShort'; readonly minimum: number }
  | { readonly type: 'WrongPassphrase' }
  | { readonly type: 'WrongRecoveryKey' }
  | { readonly type: 'RecoveryKeyMistyped' }
  | { readonly type: 'KeychainFailed'; readonly name: string; readonly detail: string }
  | { readonly type: 'KeyringMissing' }
  | { readonly type: 'KeyringDamaged'; readonly detail: string }
  | { readonly type: 'NewerKeyring'; readonly version: number }
  | { readonly type: 'FileKeyMissing' }
  | { readonly type: 'PortfolioDamaged'; readonly detail: string }
  | { readonly type: 'NewerVersion'; readonly found: number; readonly supported: number }
  | { readonly type: 'ClientNotFound'; readonly wanted: string }
  | { readonly type: 'ClientAmbiguous'; readonly wanted: string; readonly ids: readonly string[] }
  | { readonly type: 'JobNotFound' }
  | { readonly type: 'ImportRefused'; readonly reason: string }
  | { readonly type: 'DataDirInUse'; readonly dataDir: string }
  | { readonly type: 'DiskFull' }
  | { readonly type: 'ReadOnly' }
  | { readonly type: 'FileDamaged'; readonly detail: string }
  | { readonly type: 'FileMissing' }
  | { readonly type: 'FileBusy' }
  | { readonly type: 'StorageFailed'; readonly code: string; readonly detail: string }
  | { readonly type: 'Cancelled' }

/** The closed list of codes on the wire. */
export type ErrorCode =
  | 'BAD_REQUEST'
  | 'UNAUTHORIZED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'PRECONDITION_FAILED'
  | 'UNAVAILABLE'
  | 'TOO_MANY_REQUESTS'
  | 'INTERNAL'

export type ErrorWords = {
  readonly code: ErrorCode
  /** What happened. */
  readonly message: string
  /** What is safe. */
  readonly safe?: string
  /** What to do. */
  readonly action?: string
}

/** One place for codes and words. */
export const describeError = (error: EngineError): ErrorWords => {
  switch (error.type) {
    case 'InvalidInput':
      return {
        code: 'BAD_REQUEST',
        message: `Not accepted: ${error.issues.map(({ field, reason }) => (field === '' ? reason : `${field}: ${reason}`)).join(' ')}`,
        safe: 'Nothing was changed.',
        action: 'Correct what is named, then try again.',
      }
    case 'RecordNotFound':
      return {
        code: 'NOT_FOUND',
        message: `There is no ${error.entity} with the id ${error.id}.`,
        safe: 'Nothing was changed.',
        action: 'Look at the list again: it may have been removed.',
      }
    case 'RecordInTrash':
      return {
        code: 'CONFLICT',
        message: `This ${error.entity} is in the trash.`,
        safe: 'Nothing was changed.',
        action: 'Restore it first.',
      }
    case 'ClientArchived':
      return {
        code: 'CONFLICT',
        message: 'This client is archived.',
        safe: 'Nothing was changed.',
        action: 'Restore the client, then change it.',
      }
    case 'LastOwner':
      return {
        code: 'CONFLICT',
        message: 'A practice needs at least one owner.',
        safe: 'Nothing was changed.',
        action: 'Make somebody else an owner first.',
      }
    case 'NotPermitted':
      return {
        code: 'FORBIDDEN',
        message: `The role ${error.role} may not do this (${error.what}).`,
        safe: 'Nothing was changed.',
        action: 'Ask an owner or admin of the practice.',
      }
    case 'ChangedSince':
      return {
        code: 'CONFLICT',
        message: `Changed again since: ${error.fields.join(', ')}.`,
        safe: 'Nothing was undone.',
        action: 'Set the value you want by hand.',
      }
    case 'NothingToUndo':
      return {
        code: 'NOT_FOUND',
        message: 'There is nothing to undo.',
        safe: 'Nothing was changed.',
        action: 'Undo reaches back to when the account was unlocked.',
      }
    case 'NothingToRedo':
      return {
        code: 'NOT_FOUND',
        message: 'There is nothing to redo.',
        safe: 'Nothing was changed.',
        action: 'Only what was undone last can be done again.',
      }
    case 'AccountNotFound':
      return {
        code: 'NOT_FOUND',
        message: 'This data folder has no such account.',
        safe: 'Nothing was changed.',
        action: 'Create one with "practice init", or name another data folder.',
      }
    case 'AccountLocked':
      return {
        code: 'UNAUTHORIZED',
        message: 'The account is locked.',
        safe: 'Everything in it is saved and encrypted.',
        action: 'Unlock it with its passphrase.',
      }
    case 'AccountChoiceNeeded':
      return {
        code: 'BAD_REQUEST',
        message: `This data folder holds several accounts: ${error.accounts.join(', ')}.`,
        safe: 'Nothing was changed.',
        action: 'Name one with --account.',
      }
    case 'PassphraseNeeded':
      return {
        code: 'BAD_REQUEST',
        message: 'A passphrase is needed, because this machine offers no keychain here.',
        safe: 'Nothing was opened or changed.',
        action: 'Set SECURATLAS_PASSPHRASE or give --passphrase-file.',
      }
    case 'PassphraseTooShort':
      return {
        code: 'BAD_REQUEST',
        message: `The passphrase needs at least ${error.minimum} characters.`,
        safe: 'Nothing was changed.',
        action: 'Choose a longer one; several words are good.',
      }
    case 'WrongPassphrase':
      return {
        code: 'UNAUTHORIZED',
        message: 'The passphrase is wrong.',
        safe: 'Nothing was opened or changed.',
        action: 'Try again, or use the recovery key.',
      }
    case 'WrongRecoveryKey':
      return {
        code: 'UNAUTHORIZED',
        message: 'This recovery key belongs to another account or was replaced.',
        safe: 'Nothing was opened or changed.',
        action: 'Use the newest recovery key of this account.',
      }
    case 'RecoveryKeyMistyped':
      return {
        code: 'BAD_REQUEST',
        message: 'The recovery key has a typing error: its check characters do not match.',
        safe: 'Nothing was opened or changed.',
        action: 'Compare it with your printed copy.',
      }
    case 'KeychainFailed':
      return {
        code: 'UNAVAILABLE',
        message: `${error.name} did not answer: ${error.detail}.`,
        safe: 'Nothing was opened or changed.',
        action: 'Unlock with the passphrase.',
      }
    case 'KeyringMissing':
      return {
        code: 'PRECONDITION_FAILED',
        message: 'The account has no keyring file.',
        safe: 'Its client files are untouched, but stay closed.',
        action: 'Put the keyring back from a backup.',
      }
    case 'KeyringDamaged':
      return {
        code: 'PRECONDITION_FAILED',
        message: `The keyring is damaged: ${error.detail}.`,
        safe: 'Its client files are untouched, but stay closed.',
        action: 'Put the keyring back from a backup.',
      }
    case 'NewerKeyring':
      return {
        code: 'PRECONDITION_FAILED',
        message: `The keyring was saved by a newer version (${error.version}).`,
        safe: 'Nothing was changed.',
        action: 'Update the app to open it.',
      }
    case 'FileKeyMissing':
      return {
        code: 'PRECONDITION_FAILED',
        message: "The key of this client's file is missing.",
        safe: 'The file stays closed and nothing is written to it.',
        action: 'Restore the keyring or this client from a backup.',
      }
    case 'PortfolioDamaged':
      return {
        code: 'PRECONDITION_FAILED',
        message: "The practice's own file cannot be opened: it is damaged or missing.",
        safe: 'The client files are separate and are not affected. Nothing is written.',
        action: 'Put portfolio.sqlite back from a backup.',
      }
    case 'NewerVersion':
      return {
        code: 'PRECONDITION_FAILED',
        message: `This file was saved by a newer version (format ${error.found}, this app knows ${error.supported}).`,
        safe: 'Nothing was changed.',
        action: 'Update the app to open it.',
      }
    case 'ClientNotFound':
      return {
        code: 'NOT_FOUND',
        message: `No client is called "${error.wanted}".`,
        safe: 'Nothing was changed.',
        action: 'Use a name or id from the client list.',
      }
    case 'ClientAmbiguous':
      return {
        code: 'BAD_REQUEST',
        message: `${error.ids.length} clients are called "${error.wanted}".`,
        safe: 'Nothing was changed.',
        action: `Use an id: ${error.ids.join(', ')}.`,
      }
    case 'JobNotFound':
      return {
        code: 'NOT_FOUND',
        message: 'There is no such job.',
        safe: 'Nothing was changed.',
        action: 'Look at the list of jobs: finished ones are kept only for a while.',
      }
    case 'ImportRefused':
      // The reason is whole: whoever read the table knows best what to do about it.
      return { code: 'BAD_REQUEST', message: error.reason }
    case 'DataDirInUse':
      return {
        code: 'CONFLICT',
        message: `Another SecurAtlas is working on ${error.dataDir} and does not answer.`,
        safe: 'Nothing was changed.',
        action: 'Close it or wait until it is done, then try again.',
      }
    case 'DiskFull':
      return {
        code: 'UNAVAILABLE',
        message: 'Not saved: the disk is full.',
        safe: 'Everything that was saved before is safe.',
        action: 'Free some space, then try again.',
      }
    case 'ReadOnly':
      return {
        code: 'UNAVAILABLE',
        message: 'Not saved: the data folder cannot be written.',
        safe: 'Everything that was saved before is safe.',
        action: 'Check the rights of the folder, then try again.',
      }
    case 'FileDamaged':
      return {
        code: 'PRECONDITION_FAILED',
        message: "This client's file is damaged, so it stays closed.",
        safe: 'Nothing is written to it. Other clients are separate files and are not affected.',
        action: 'Restore this client from a backup.',
      }
    case 'FileMissing':
      return {
        code: 'PRECONDITION_FAILED',
        message: "This client's file is missing.",
        safe: 'Other clients are separate files and are not affected.',
        action: 'Put the file back, or restore this client from a backup.',
      }
    case 'FileBusy':
      return {
        code: 'CONFLICT',
        message: 'The file is in use by another program.',
        safe: 'Nothing was changed.',
        action: 'Close the other program, then try again.',
      }
    case 'StorageFailed':
      return {
        code: 'INTERNAL',
        message: `Not saved: the storage reported ${error.code}.`,
        safe: 'Everything that was saved before is safe.',
        action: 'Try again; run "doctor" if it happens again.',
      }
    case 'Cancelled':
      return {
        code: 'CONFLICT',
        message: 'Cancelled.',
        safe: 'Nothing was changed.',
        action: 'Start it again when you want it.',
      }
    default:
      return assertNever(error)
  }
}
