/** Every expected failure of the engine, with its code on the wire and its words for people. */
import type { DomainError } from '#domain/errors.ts'
import { accountErrorWords, type AccountError } from './errors/account-errors.ts'
import { backupErrorWords, type BackupError } from './errors/backup-errors.ts'
import { clientErrorWords, type ClientError } from './errors/client-errors.ts'
import { editErrorWords, type EditError } from './errors/edit-errors.ts'
import { evidenceErrorWords, type EvidenceError } from './errors/evidence-errors.ts'
import { handOverErrorWords, type HandOverError } from './errors/hand-over-errors.ts'
import { folderErrorWords, type FolderError } from './errors/folder-errors.ts'
import { jobErrorWords, type JobError } from './errors/job-errors.ts'
import { libraryErrorWords, type LibraryError } from './errors/library-errors.ts'
import { noteErrorWords, type NoteError } from './errors/note-errors.ts'
import { storageErrorWords, type StorageError } from './errors/storage-errors.ts'
import { domainErrorWords } from './errors/domain-errors.ts'
import type { ErrorWords, WordsOf } from './errors/error-words.ts'

export type { ErrorCode, ErrorWords } from './errors/error-words.ts'

export type EngineError =
  | DomainError
  | AccountError
  | BackupError
  | ClientError
  | EditError
  | EvidenceError
  | HandOverError
  | FolderError
  | JobError
  | LibraryError
  | NoteError
  | StorageError

const words: WordsOf<EngineError> = {
  ...domainErrorWords,
  ...accountErrorWords,
  ...backupErrorWords,
  ...clientErrorWords,
  ...editErrorWords,
  ...evidenceErrorWords,
  ...handOverErrorWords,
  ...folderErrorWords,
  ...jobErrorWords,
  ...libraryErrorWords,
  ...noteErrorWords,
  ...storageErrorWords,
}

/** One place for codes and words. */
export const describeError = (error: EngineError): ErrorWords =>
  // The table holds for each tag a function of that very error, which an index by the tag cannot say.
  (words[error.type] as (error: EngineError) => ErrorWords)(error)
