/** What a mutation asks for, and what became of it in the document. */
import type * as Y from 'yjs'
import type { EntityDefinition } from '../entities/entity.ts'
import { findEntity } from '../entities/entity-registry.ts'
import type { FieldValue } from '../entities/field.ts'
import type { DocumentName } from './document-name.ts'
import { readCell, recordCells, writeCell } from './record-cells.ts'
import { recordKey, recordKeys } from './record-key.ts'
import { noteTextName } from './note-text.ts'
import { applyTextChange, eraseText, type TextChange } from './text-change.ts'

/** Fields of one record to set; a field that is `undefined` stays as it is, `null` clears it. */
export type RecordChange = {
  readonly document: DocumentName
  readonly entity: string
  readonly id: string
  readonly fields: Readonly<Record<string, FieldValue | undefined>>
  /** Of a note: what its writer did to the text, or that nothing of it stays. */
  readonly text?: TextChange | 'erase'
}

/** One field that really changed. `base` is the activity row that had set the old value, as the author saw it. */
export type FieldChange = {
  readonly document: DocumentName
  readonly entity: string
  readonly id: string
  readonly field: string
  readonly from: FieldValue
  readonly to: FieldValue
  readonly base: string | null
}

/**
 * Writes the changes into one document and returns what changed. Setting an equal value is skipped here, because
 * Yjs emits an update for it. `nextRow` gives the id of the activity row that each change will have.
 */
export const applyRecordChanges = (
  document: Y.Doc,
  changes: readonly RecordChange[],
  nextRow: () => string,
): readonly FieldChange[] => {
  const cells = recordCells(document)
  const applied: FieldChange[] = []
  document.transact(() => {
    for (const change of changes) {
      const { document: name, entity, id, fields, text } = change
      if (text === 'erase') eraseText(document)
      else if (text !== undefined) {
        const row = text.row ?? nextRow()
        const written = applyTextChange(document, change, { text, row })
        if (text.row === undefined) applied.push({ document: name, entity, id, field: noteTextName, ...written })
      }
      for (const [field, to] of Object.entries(fields)) {
        if (to === undefined) continue
        const key = recordKey(entity, id, field)
        const before = readCell(cells, key)
        if ((before?.value ?? null) === to) continue
        writeCell(cells, key, { value: to, setBy: nextRow() })
        applied.push({
          document: name,
          entity,
          id,
          field,
          from: before?.value ?? null,
          to,
          base: before?.setBy ?? null,
        })
      }
    }
  }, 'local')
  return applied
}

/** The record as the document holds it now, with unknown fields left out, or undefined when no field is set. */
export const readRecord = (document: Y.Doc, entity: EntityDefinition, id: string): DocumentRecord | undefined => {
  const cells = recordCells(document)
  const record: Record<string, FieldValue> = {}
  let present = false
  for (const { field, key } of recordKeys(entity, id)) {
    const cell = readCell(cells, key)
    if (cell === undefined) continue
    record[field] = cell.value
    present ||= cell.value !== null
  }
  return present ? { ...record, id } : undefined
}

export type DocumentRecord = { readonly id: string } & Readonly<Record<string, FieldValue>>

/** Throws for an entity that the registry does not know: a bug of the caller. */
export const requireEntity = (name: string): EntityDefinition => {
  const entity = findEntity(name)
  if (entity === undefined) throw new Error(`no entity is called ${name}`)
  return entity
}
