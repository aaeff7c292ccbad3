/** What a file store and the files worker say to each other. */
import type { FileError } from './file-errors.ts'

/** Which sibling: the worker opens it at the first use and keeps it open until `close`. */
export type SiblingAddress = { readonly path: string; readonly key: Uint8Array }

export type FilesRequest =
  /** Without a path the bytes come as `piece` messages, one for each `want`. */
  | { readonly type: 'add'; readonly now: number; readonly path: string | undefined }
  | { readonly type: 'read'; readonly sha256: string }
  | { readonly type: 'copyOut'; readonly sha256: string; readonly target: string }
  | { readonly type: 'has'; readonly sha256: string }
  | { readonly type: 'list' }
  | { readonly type: 'size' }
  | { readonly type: 'verify' }
  | { readonly type: 'remove'; readonly sha256: string }
  | { readonly type: 'sweep'; readonly known: ReadonlySet<string>; readonly addedBefore: number }
  | { readonly type: 'close' }

export type FilesOpening = { readonly sibling: SiblingAddress; readonly request: FilesRequest }

export type FilesMessage =
  | { readonly type: 'piece'; readonly bytes: Uint8Array }
  | { readonly type: 'endOfSource' }
  | { readonly type: 'sourceFailed'; readonly code: string; readonly detail: string }
  /** The reader has taken a chunk. */
  | { readonly type: 'more' }

export type FilesReply =
  | { readonly type: 'want' }
  | { readonly type: 'progress'; readonly progress: FilesProgress }
  | { readonly type: 'chunk'; readonly bytes: Uint8Array }
  | { readonly type: 'done'; readonly answer: FilesAnswers[keyof FilesAnswers] }
  | { readonly type: 'failed'; readonly error: FileError }

/** In bytes. `total` is undefined while nobody knows it: for a stream. */
export type FilesProgress = { readonly done: number; readonly total: number | undefined }

export type StoredFile = { readonly sha256: string; readonly size: number; readonly chunks: number }
export type AddedFile = StoredFile & {
  /** The tenant had these bytes before. */
  readonly alreadyThere: boolean
}

export type StoreSize = {
  readonly files: number
  /** Of the contents. */
  readonly bytes: number
  /** Of the sibling and its write-ahead log. */
  readonly bytesOnDisk: number
}

export type VerifyReport = {
  readonly checked: number
  readonly bytes: number
  readonly failures: readonly { readonly sha256: string; readonly detail: string }[]
}

export type SweepReport = {
  /** Left by an add or a removal that did not end. */
  readonly unfinished: number
  /** Whole files that nothing refers to, older than the grace. */
  readonly orphans: number
  /** Whole files that nothing refers to, left alone because their metadata may be on its way. */
  readonly tooYoung: number
  /** Could not be taken out because their pages are damaged. */
  readonly stuck: number
  /** Referred to, but not in the store. */
  readonly missing: readonly string[]
}

export type FilesAnswers = {
  readonly add: AddedFile
  readonly read: StoredFile
  readonly copyOut: StoredFile
  readonly has: boolean
  readonly list: readonly StoredFile[]
  readonly size: StoreSize
  readonly verify: VerifyReport
  readonly remove: StoredFile
  readonly sweep: SweepReport
  readonly close: undefined
}
