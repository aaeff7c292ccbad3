/**
 * Reads and writes the cells of a document. A cell is `[value, activity row]`: the row that set the value travels
 * with it, so the next change knows its base exactly as its author saw it, without a lookup.
 */
import type * as Y from 'yjs'
import type { FieldValue } from '../entities/field.ts'

export type Cell = { readonly value: FieldValue; readonly setBy: string }
type StoredCell = readonly [FieldValue, string]

export const recordCells = (document: Y.Doc): Y.Map<StoredCell> => document.getMap<StoredCell>('records')

export const readCell = (cells: Y.Map<StoredCell>, key: string): Cell | undefined => toCell(cells.get(key))

export const writeCell = (cells: Y.Map<StoredCell>, key: string, cell: Cell): void => {
  cells.set(key, [cell.value, cell.setBy])
}

/** Lenient: what another version or a damaged replica wrote in another shape reads as absent. */
const toCell = (stored: unknown): Cell | undefined => {
  if (!Array.isArray(stored) || stored.length !== 2) return undefined
  const [value, setBy] = stored as readonly unknown[]
  return isFieldValue(value) && typeof setBy === 'string' ? { value, setBy } : undefined
}

const isFieldValue = (value: unknown): value is FieldValue =>
  value === null ||
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isFinite(value))
