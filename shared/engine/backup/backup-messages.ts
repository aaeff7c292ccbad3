/** What the engine and the backup worker say to each other. */
import type { EngineError } from '#api/errors.ts'
import type { BackupManifest } from './backup-format.ts'

export type BackupOpening =
  | { readonly type: 'write'; readonly path: string; readonly headerLine: Uint8Array; readonly key: Uint8Array }
  | { readonly type: 'verify'; readonly path: string; readonly key: Uint8Array }
  | { readonly type: 'extract'; readonly path: string; readonly key: Uint8Array; readonly orders: ExtractOrders }

export type BackupMessage =
  | { readonly type: 'portfolio'; readonly file: SourceFile }
  | { readonly type: 'keyring'; readonly text: string }
  | { readonly type: 'files'; readonly files: readonly SourceFile[] }
  | { readonly type: 'finish' }

export type SourceFile = {
  readonly name: string
  readonly path: string
  /** Without one the bytes are taken as they are. */
  readonly key: Uint8Array | undefined
  /** A file that need not be there: a client without evidence has no sibling. */
  readonly optional: boolean
}

/** Which entries to write where, and the keys under which their files are then opened once. */
export type ExtractOrders = readonly ExtractOrder[]
export type ExtractOrder = {
  readonly name: string
  readonly path: string
  readonly key: Uint8Array | undefined
  /** Re-encrypted under this one, where the account has given the file another key since. */
  readonly newKey?: Uint8Array | undefined
  /** Rows of its `meta` that must not come along. Without `device` a file gets a new one: no two may write one chain. */
  readonly forget: readonly string[]
}

export type BackupReply =
  | { readonly type: 'tenants'; readonly ids: readonly string[] }
  | { readonly type: 'taken' }
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | {
      readonly type: 'done'
      readonly manifest: BackupManifest
      readonly size: number
      readonly unopened: readonly string[]
    }
  | { readonly type: 'failed'; readonly error: EngineError }
