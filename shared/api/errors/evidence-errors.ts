/** What adding, reading and saving evidence files can meet. */
import type { WordsOf } from './error-words.ts'

export type EvidenceError =
  | { readonly type: 'EvidenceSourceUnreadable'; readonly name: string; readonly code: string }
  | { readonly type: 'EvidenceSourceChanged'; readonly name: string }
  | { readonly type: 'EvidenceFileMissing'; readonly sha256: string }
  | { readonly type: 'EvidenceFileDamaged'; readonly sha256: string }
  | { readonly type: 'EvidenceStoreDamaged' }
  | { readonly type: 'EvidenceStoreUnavailable'; readonly code: string }
  | { readonly type: 'EvidenceTargetUnwritable'; readonly path: string; readonly code: string }
  | { readonly type: 'TransferGone' }

const nothingAdded = 'Nothing of it was added. Everything that was saved before is safe.'

export const evidenceErrorWords: WordsOf<EvidenceError> = {
  EvidenceSourceUnreadable: ({ name, code }) => ({
    code: 'BAD_REQUEST',
    message: `The file ${name} cannot be read (${reasons[code] ?? code}).`,
    safe: nothingAdded,
    action: 'Check that the file is there and that you may open it, then try again.',
  }),
  EvidenceSourceChanged: ({ name }) => ({
    code: 'CONFLICT',
    message: `The file ${name} was changed while it was read.`,
    safe: nothingAdded,
    action: 'Wait until the other program has saved it, then try again.',
  }),
  EvidenceFileMissing: () => ({
    code: 'NOT_FOUND',
    message: 'The file of this evidence is not on this device.',
    safe: 'The record with its history is there.',
    action: 'Add the file again, or restore this client from a backup.',
  }),
  EvidenceFileDamaged: () => ({
    code: 'PRECONDITION_FAILED',
    message: 'The file of this evidence is damaged, so it is not handed out.',
    safe: 'Other files are not affected.',
    action: 'Add the same file again, which heals it, or restore this client from a backup.',
  }),
  EvidenceStoreDamaged: () => ({
    code: 'PRECONDITION_FAILED',
    message: 'The evidence files of this client are damaged.',
    safe: 'Nothing was changed. The records, and other clients, are separate files and are not affected.',
    action: 'Restore this client from a backup.',
  }),
  EvidenceStoreUnavailable: ({ code }) => ({
    code: 'UNAVAILABLE',
    message: `The evidence files of this client cannot be opened now (${code}).`,
    safe: 'Nothing was changed.',
    action: 'Close other programs that use the data folder, then try again.',
  }),
  EvidenceTargetUnwritable: ({ path, code }) => ({
    code: 'BAD_REQUEST',
    message: `The file ${path} cannot be written (${reasons[code] ?? code}).`,
    safe: 'Nothing was written there.',
    action: 'Name a file in a folder that is there and that you may write.',
  }),
  TransferGone: () => ({
    code: 'NOT_FOUND',
    message: 'This transfer is not under way any more.',
    safe: nothingAdded,
    action: 'Choose the file again.',
  }),
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EACCES: 'your rights do not allow it',
  EPERM: 'your rights do not allow it',
  EISDIR: 'it is a folder',
  EROFS: 'its disk cannot be written',
  ENOSPC: 'the disk is full',
  NOT_A_FILE: 'it is no ordinary file',
  EMPTY_FOLDER: 'the folder holds no files',
  TOO_MANY: 'the folder holds more than 1,000 files',
}
