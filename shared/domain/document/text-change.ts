/** A change of a note's text, as Yjs bytes from whoever writes it: taken only when it touches the text and nothing else. */
import * as Y from 'yjs'
import type { FieldValue } from '../entities/field.ts'
import { noteExcerpt, noteText, noteTextName } from './note-text.ts'
import { readCell, recordCells, writeCell } from './record-cells.ts'
import type { RecordChange } from './record-change.ts'
import { recordKey } from './record-key.ts'

export type TextChange = {
  readonly update: Uint8Array
  /** Record fields that change with the text and get no activity row of their own. */
  readonly stamp: Readonly<Record<string, FieldValue>>
  /** The activity row of the writing session; none: this change begins one and has a row itself. */
  readonly row: string | undefined
}

export type TextRefusal =
  | { readonly type: 'NoteUpdateUnreadable' }
  | { readonly type: 'NoteUpdateNotText' }
  | { readonly type: 'NoteOutOfStep' }

/**
 * The document holds half of the change by now and has to be dropped: a class, because only a thrown value gets out of
 * a transaction of Yjs and of the file at once.
 */
export class RefusedText extends Error {
  readonly refusal: TextRefusal

  constructor(refusal: TextRefusal) {
    super(refusal.type)
    this.refusal = refusal
  }
}

export type TextApplied = { readonly from: FieldValue; readonly to: FieldValue; readonly base: string | null }

/** Inside a transaction. Throws a `RefusedText`. */
export const applyTextChange = (
  document: Y.Doc,
  { entity, id }: RecordChange,
  { text, row }: { readonly text: TextChange; readonly row: string },
): TextApplied => {
  const cells = recordCells(document)
  const stamped = Object.entries(text.stamp).map(([field, value]) => ({ key: recordKey(entity, id, field), value }))
  const base = stamped[0] === undefined ? null : (readCell(cells, stamped[0].key)?.setBy ?? null)
  // A session that goes on says nothing, so it need not read the text.
  const excerpt = (): string | null => (text.row === undefined ? noteExcerpt(document) : null)
  const from = excerpt()
  applyToText(document, text.update)
  for (const { key, value } of stamped) writeCell(cells, key, { value, setBy: row })
  return { from, to: excerpt(), base }
}

export const eraseText = (document: Y.Doc): void => {
  const text = noteText(document)
  if (text.length > 0) text.delete(0, text.length)
}

const applyToText = (document: Y.Doc, update: Uint8Array): void => {
  const before = besideText(document)
  const waiting = waitingBytes(document)
  try {
    document.transact((transaction) => {
      try {
        Y.applyUpdate(document, update, 'local')
      } finally {
        // Else Yjs takes what this device adds in the same transaction for a stranger's use of its client id.
        transaction.local = true
      }
    })
  } catch {
    throw new RefusedText({ type: 'NoteUpdateUnreadable' })
  }
  if (waitingBytes(document) !== waiting) throw new RefusedText({ type: 'NoteOutOfStep' })
  if (besideText(document) !== before) throw new RefusedText({ type: 'NoteUpdateNotText' })
}

/** Everything in the document but the text. A note holds one record, so this is short. */
const besideText = (document: Y.Doc): string => {
  noteText(document)
  const cells = [...recordCells(document).entries()].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([cells, [...document.share.keys()].filter((name) => name !== noteTextName).toSorted()])
}

/** What Yjs has set aside until other updates come. */
const waitingBytes = ({ store }: Y.Doc): number =>
  (store.pendingStructs?.update.length ?? 0) + (store.pendingDs?.length ?? 0)
