/** What the engine and the thread that writes and reads hand-over files say to each other. */
import type { HandOverError } from '#api/errors/hand-over-errors.ts'
import type { StorageError } from '#api/errors/storage-errors.ts'
import type { HandOverManifest } from './hand-over-manifest.ts'

export type FileAddress = { readonly path: string; readonly key: Uint8Array }

export type PackTask = {
  readonly type: 'pack'
  readonly manifest: Pick<HandOverManifest, 'tenantId' | 'name' | 'from' | 'createdAt' | 'app'>
  readonly tenant: FileAddress
  readonly evidence: FileAddress | undefined
  /** An empty private folder for the copies, on the disk of the data folder. */
  readonly staging: string
  readonly header: string
  readonly frameKey: Uint8Array
  /** The temporary name beside the target. */
  readonly part: string
}

export type UnpackTask = {
  readonly type: 'unpack'
  readonly path: string
  readonly frameKey: Uint8Array
  readonly tenantId: string
  /** Where the files go, and the keys that they get here. */
  readonly tenant: FileAddress
  readonly evidence: FileAddress | undefined
  /** Where evidence lies until it is under its own key; private, and emptied at start. */
  readonly carriedEvidence: string
}

export type HandOverTask = PackTask | UnpackTask

export type Packed = { readonly bytes: number; readonly files: number }

export type HandOverFailure = HandOverError | StorageError | { readonly type: 'Cancelled' }

export type HandOverReply =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'done'; readonly packed: Packed | undefined }
  | { readonly type: 'failed'; readonly error: HandOverFailure }
