/** What can go wrong with evidence bytes, as values. The words for people live in the api layer. */
import { storageFailure } from '../sqlite/storage-failure.ts'
import type { NewerVersion } from '../sqlite/migrations.ts'
import type { WorkerDied } from '../workers/idle-worker.ts'

export type FileError =
  | FileNotFound
  | FileDamaged
  | Cancelled
  | SourceError
  | StoreError
  /** A copy could not be written to the place that was asked for. */
  | { readonly type: 'TargetUnwritable'; readonly path: string; readonly code: string }
  /** What was under way is undone by the next sweep; trying again starts a new worker. */
  | WorkerDied

export type FileNotFound = { readonly type: 'FileNotFound'; readonly sha256: string }
/** This file alone: the others in the store are read as before. */
export type FileDamaged = { readonly type: 'FileDamaged'; readonly sha256: string; readonly detail: string }
export type Cancelled = { readonly type: 'Cancelled' }

export type SourceError =
  /** Its size or time differed at the end from the start: the bytes read may be of two versions. */
  | { readonly type: 'SourceChanged'; readonly path: string }
  /** `path` is undefined for a source that is a stream. */
  | {
      readonly type: 'SourceUnreadable'
      readonly path: string | undefined
      readonly code: string
      readonly detail: string
    }

export type StoreError =
  | { readonly type: 'DiskFull' }
  | { readonly type: 'StoreDamaged'; readonly detail: string }
  /** Locked, read-only, or refused by the operating system. */
  | { readonly type: 'StoreUnavailable'; readonly code: string; readonly detail: string }
  | NewerVersion

/** What was thrown while the store was opened, listed or written. What no store throws is a bug and thrown on. */
export const storeError = (error: unknown): FileError => {
  if (isFileFailure(error)) return error.failure
  if (!hasCode(error) || !error.code.startsWith('SQLITE')) throw error
  const failure = storageFailure(error)
  switch (failure.type) {
    case 'DiskFull':
      return failure
    case 'FileDamaged':
      return { type: 'StoreDamaged', detail: failure.detail }
    default:
      return { type: 'StoreUnavailable', code: error.code, detail: error.message }
  }
}

/** An error of node:fs or SQLite, which name their reason in `code`. */
export const hasCode = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'

/** For where a value cannot travel: an iteration can only throw. */
export type FileFailure = Error & { readonly failure: FileError }

export const fileFailure = (failure: FileError): FileFailure =>
  Object.assign(new Error(`the file store answered ${failure.type}`), { failure })

export const isFileFailure = (error: unknown): error is FileFailure => error instanceof Error && 'failure' in error
