/** What making, checking and restoring backups can meet. */
import type { WordsOf } from './error-words.ts'

/** Why nothing could be written to the place that was named. */
export type TargetTrouble = 'full' | 'missing' | 'notAllowed' | 'tooLarge' | 'failed'

export type BackupError =
  | { readonly type: 'BackupTargetFailed'; readonly path: string; readonly trouble: TargetTrouble }
  | { readonly type: 'BackupExists'; readonly path: string }
  | { readonly type: 'BackupInDataFolder'; readonly path: string }
  | { readonly type: 'BackupUnreadable'; readonly path: string; readonly code: string }
  | { readonly type: 'NotABackup' }
  | { readonly type: 'NewerBackup'; readonly version: number }
  | { readonly type: 'BackupDamaged'; readonly detail: string }
  | { readonly type: 'BackupNeedsSecret' }
  | { readonly type: 'BackupOfAnotherAccount' }
  | { readonly type: 'NotAnExport' }
  | { readonly type: 'NewerExport'; readonly version: number }
  | { readonly type: 'ExportDamaged'; readonly detail: string }
  | { readonly type: 'AccountIsHere'; readonly accountId: string }
  | { readonly type: 'FilesBusy' }
  | { readonly type: 'ClientNotInBackup' }
  | { readonly type: 'ClientIsWell' }
  | { readonly type: 'ClientWasDeleted' }

export const backupErrorWords: WordsOf<BackupError> = {
  BackupTargetFailed: ({ path, trouble }) => ({
    code: 'UNAVAILABLE',
    message: `Nothing was written there: ${troubleWords[trouble](path)}.`,
    safe: 'Earlier files are as they were, and nothing half-written is left.',
    action: troubleActions[trouble],
  }),
  BackupExists: ({ path }) => ({
    code: 'BAD_REQUEST',
    message: `There is a file ${path} already.`,
    safe: 'Nothing was written.',
    action: 'Name a folder or another file.',
  }),
  BackupInDataFolder: ({ path }) => ({
    code: 'BAD_REQUEST',
    message: `The place ${path} is in the data folder itself, where it would be lost together with the data.`,
    safe: 'Nothing was written.',
    action: 'Choose a folder on another disk.',
  }),
  BackupUnreadable: ({ path, code }) => ({
    code: 'BAD_REQUEST',
    message: code === 'ENOENT' ? `There is no file ${path}.` : `The file ${path} cannot be read (${code}).`,
    safe: 'Nothing was changed.',
    action: 'Connect the disk that it lies on, or name another file.',
  }),
  NotABackup: () => ({
    code: 'BAD_REQUEST',
    message: 'This file is not a SecurAtlas backup.',
    safe: 'Nothing was changed.',
    action: 'Choose a file that ends in .securatlas-backup.',
  }),
  NewerBackup: ({ version }) => ({
    code: 'PRECONDITION_FAILED',
    message: `This backup was made by a newer version (format ${version}).`,
    safe: 'Nothing was changed.',
    action: 'Update the app to open it.',
  }),
  BackupDamaged: ({ detail }) => ({
    code: 'PRECONDITION_FAILED',
    message: `This backup is damaged: ${detail}.`,
    safe: 'Nothing was changed, and nothing of it was used.',
    action: 'Take another backup.',
  }),
  BackupNeedsSecret: () => ({
    code: 'UNAUTHORIZED',
    message: 'This backup was made under earlier keys of the account.',
    safe: 'Nothing was changed.',
    action: 'Give the passphrase or the recovery key that was valid when it was made.',
  }),
  BackupOfAnotherAccount: () => ({
    code: 'BAD_REQUEST',
    message: 'This backup is of another account.',
    safe: 'Nothing was changed.',
    action: 'Choose a backup of this account, or restore this one into a data folder of its own.',
  }),
  NotAnExport: () => ({
    code: 'BAD_REQUEST',
    message: 'This file is not an export of everything.',
    safe: 'Nothing was changed.',
    action: 'Choose a zip file that "export all" has made.',
  }),
  NewerExport: ({ version }) => ({
    code: 'PRECONDITION_FAILED',
    message: `This export was made by a newer version (format ${version}).`,
    safe: 'Nothing was changed.',
    action: 'Update the app to take it.',
  }),
  ExportDamaged: ({ detail }) => ({
    code: 'PRECONDITION_FAILED',
    message: `This export is damaged or was changed: ${detail}.`,
    safe: 'Nothing was changed, and nothing of it was used.',
    action: 'Make the export again.',
  }),
  AccountIsHere: ({ accountId }) => ({
    code: 'CONFLICT',
    message: `This data folder holds the account ${accountId} already.`,
    safe: 'Nothing was changed.',
    action: 'Restore it into another data folder.',
  }),
  FilesBusy: () => ({
    code: 'CONFLICT',
    message: 'A backup, a restore, a hand-over or a change of keys is under way.',
    safe: 'Nothing was changed.',
    action: 'Wait until it has ended, then try again.',
  }),
  ClientNotInBackup: () => ({
    code: 'NOT_FOUND',
    message: 'This backup does not hold that client.',
    safe: 'Nothing was changed.',
    action: 'Choose a backup that was made while the client was there.',
  }),
  ClientIsWell: () => ({
    code: 'CONFLICT',
    message: "This client's file is in order, and the backup is older than what it holds.",
    safe: 'Nothing was changed.',
    action: 'Say that it is to be replaced; the present file is then kept beside.',
  }),
  ClientWasDeleted: () => ({
    code: 'CONFLICT',
    message: 'This client was deleted for good.',
    safe: 'Nothing was changed.',
    action: 'Say that it is to come back.',
  }),
}

const troubleWords: Readonly<Record<TargetTrouble, (path: string) => string>> = {
  full: (path) => `the disk of ${path} is full`,
  missing: (path) => `the folder of ${path} is not there`,
  notAllowed: (path) => `${path} may not be written`,
  tooLarge: (path) => `the disk of ${path} takes no file of that size`,
  failed: (path) => `${path} could not be written`,
}

const troubleActions: Readonly<Record<TargetTrouble, string>> = {
  full: 'Free some space or choose another folder, then try again.',
  missing: 'Connect the disk or choose another folder, then try again.',
  notAllowed: 'Check the rights of the folder or choose another one, then try again.',
  tooLarge: 'Choose a folder on another disk, then try again.',
  failed: 'Check the disk or choose another folder, then try again.',
}
