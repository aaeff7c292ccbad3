/**
 * From a document to rows that screens query. A pure function of the document: whoever calls it with the same
 * document gets the same rows, however the edits arrived.
 */
import type * as Y from 'yjs'
import { columnsOf, type EntityDefinition } from '../entities/entity.ts'
import { findEntity } from '../entities/entity-registry.ts'
import { readCell, recordCells } from '../document/record-cells.ts'
import { documentKind } from '../document/document-name.ts'
import { parseRecordKey, recordKeys, type RecordRef } from '../document/record-key.ts'

export type ColumnValue = string | number | null
/** `id` first, then the entity's columns in their declared order, then the derived ones. */
export type ProjectedRow = readonly ColumnValue[]

export const projectedColumns = (entity: EntityDefinition): readonly string[] => ['id', ...columnsOf(entity)]

/**
 * The row of a record, or undefined when no field of it holds a value. A value that its schema refuses (another
 * version's, another replica's) projects as NULL and stays in the document untouched.
 */
export const projectRecord = (document: Y.Doc, entity: EntityDefinition, id: string): ProjectedRow | undefined => {
  const cells = recordCells(document)
  const row: ColumnValue[] = [id]
  let present = false
  for (const { field, key } of recordKeys(entity, id)) {
    const value = readCell(cells, key)?.value ?? null
    const valid = value !== null && entity.fields[field]?.schema.safeParse(value).success === true
    row.push(valid ? (typeof value === 'boolean' ? Number(value) : value) : null)
    present ||= valid
  }
  if (!present) return undefined
  return [...row, ...Object.values(entity.derived ?? {}).map(({ read }) => read(document))]
}

/**
 * The records that a change of the document's map touched: their rows have to be read again. A record counts only in
 * documents of its own kind, because whoever may write one kind could else change what another kind shows.
 */
export const touchedRecords = (documentName: string, changedKeys: Iterable<string>): readonly RecordRef[] => {
  const kind = documentKind(documentName)
  const byRecord = new Map<string, RecordRef>()
  for (const key of changedKeys) {
    const parsed = parseRecordKey(key)
    if (parsed === undefined || findEntity(parsed.entity)?.kind !== kind) continue
    byRecord.set(`${parsed.entity}/${parsed.id}`, { entity: parsed.entity, id: parsed.id })
  }
  return [...byRecord.values()]
}

/** Every record of a document: a rebuild projects each of them. */
export const recordsOf = (documentName: string, document: Y.Doc): readonly RecordRef[] =>
  touchedRecords(documentName, recordCells(document).keys())
