/** What the writer that will be killed tells its parent, a line of JSON each: only what it was promised before. */
import type { FieldChange } from '#domain/document/record-change.ts'

/** A committed edit. `spaceId` is the client's id, or the account's for the practice's own file. */
export type AcknowledgedEdit = {
  readonly type: 'edit'
  readonly spaceId: string
  readonly mutation: string
  readonly at: string
  readonly changes: readonly FieldChange[]
}

export type WriterLine =
  | AcknowledgedEdit
  /** The engine is about to open the account. */
  | { readonly type: 'opening' }
  /** Editing begins now. */
  | { readonly type: 'editing' }
  | { readonly type: 'added'; readonly clientId: string; readonly name: string }
  /** Clients whose names begin with `prefix` are being created together. */
  | { readonly type: 'batchStarted'; readonly prefix: string; readonly size: number }
  | { readonly type: 'batchDone'; readonly prefix: string }
  | { readonly type: 'rotating' }
  | { readonly type: 'rotated'; readonly recoveryKey: string }
  /** So many files have their new key; a kill is most telling between the first and the last. */
  | { readonly type: 'rotatedFiles'; readonly done: number; readonly total: number }
  /** Something was refused that should not have been. */
  | { readonly type: 'refused'; readonly what: string }

/** The lines that were written in full: the last one may be torn by the kill. */
export const parseWriterLines = (output: string): readonly WriterLine[] =>
  output
    .slice(0, output.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as WriterLine)
