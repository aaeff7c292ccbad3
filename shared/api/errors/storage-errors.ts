/** What the disk and its files can meet. */
import type { WordsOf } from './error-words.ts'

export type StorageError =
  | { readonly type: 'NewerVersion'; readonly found: number; readonly supported: number }
  | { readonly type: 'DataDirInUse'; readonly dataDir: string }
  | { readonly type: 'DiskFull' }
  | { readonly type: 'ReadOnly' }
  | { readonly type: 'FileDamaged'; readonly detail: string }
  | { readonly type: 'FileMissing' }
  | { readonly type: 'FileGone' }
  | { readonly type: 'FileBusy' }
  | { readonly type: 'StorageFailed'; readonly code: string; readonly detail: string }

export const storageErrorWords: WordsOf<StorageError> = {
  NewerVersion: (error) => ({
    code: 'PRECONDITION_FAILED',
    message: `This file was saved by a newer version (format ${error.found}, this app knows ${error.supported}).`,
    safe: 'Nothing was changed.',
    action: 'Update the app to open it.',
  }),
  DataDirInUse: (error) => ({
    code: 'CONFLICT',
    message: `Another SecurAtlas is working on ${error.dataDir} and does not answer.`,
    safe: 'Nothing was changed.',
    action: 'Close it or wait until it is done, then try again.',
  }),
  DiskFull: () => ({
    code: 'UNAVAILABLE',
    message: 'Not saved: the disk is full.',
    safe: 'Everything that was saved before is safe.',
    action: 'Free some space, then try again.',
  }),
  ReadOnly: () => ({
    code: 'UNAVAILABLE',
    message: 'Not saved: the data folder cannot be written.',
    safe: 'Everything that was saved before is safe.',
    action: 'Check the rights of the folder, then try again.',
  }),
  FileDamaged: () => ({
    code: 'PRECONDITION_FAILED',
    message: "This client's file is damaged, so it stays closed.",
    safe: 'Nothing is written to it. Other clients are separate files and are not affected.',
    action: 'Restore this client from a backup.',
  }),
  FileMissing: () => ({
    code: 'PRECONDITION_FAILED',
    message: "This client's file is missing.",
    safe: 'Other clients are separate files and are not affected.',
    action: 'Put the file back, or restore this client from a backup.',
  }),
  FileGone: () => ({
    code: 'UNAVAILABLE',
    message: 'Not saved: the data folder is no longer where it was.',
    safe: 'Everything that was saved before is in the folder as it was.',
    action: 'Put it back or connect its disk, then try again.',
  }),
  FileBusy: () => ({
    code: 'CONFLICT',
    message: 'The file is in use by another program.',
    safe: 'Nothing was changed.',
    action: 'Close the other program, then try again.',
  }),
  StorageFailed: (error) => ({
    code: 'INTERNAL',
    message: `Not saved: the storage reported ${error.code}.`,
    safe: 'Everything that was saved before is safe.',
    action: 'Try again; run "doctor" if it happens again.',
  }),
}
