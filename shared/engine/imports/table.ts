/** A table that somebody brings: text cells under headings, whatever file it came in. */
import type { Result } from '#domain/result.ts'

import type { TableError } from './table-error.ts'

export type Table = TableFacts & {
  /** Line (CSV) or row number (XLSX) of the headings; absent when the file was read without a heading row. */
  readonly headingLine?: number
  /** A duplicate gets " (2)"; an empty one is named by its number, `#3`. */
  readonly headings: readonly string[]
  readonly rows: readonly TableRow[]
}

/** As many cells as there are headings; more only where the file has a value beyond the last heading. */
export type TableRow = {
  /** From 1: the line on which the row begins (CSV) or the row number (XLSX). */
  readonly line: number
  readonly cells: readonly string[]
}

export type TableFacts = {
  readonly kind: 'csv' | 'xlsx'
  readonly encoding?: TextEncodingName
  readonly delimiter?: string
  readonly sheet?: string
}

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** Rows in batches, as they stand in the file, blank ones included; then what was learned, or why it stopped. */
export type RowSource = AsyncGenerator<readonly TableRow[], Result<TableFacts, TableError>, undefined>

export type TableLimits = {
  readonly fileBytes: number
  readonly rows: number
  readonly columns: number
  /** Rows times columns: what the engine has to hold, short rows filled up. */
  readonly cells: number
  readonly recordBytes: number
  /** All parts of a workbook together, expanded. */
  readonly expandedBytes: number
  /** A part larger than `expansionRatioFrom` may not be more than this many times its compressed size. */
  readonly expansionRatio: number
  readonly expansionRatioFrom: number
}

const megabyte = 1024 * 1024

export const tableLimits: TableLimits = {
  fileBytes: 200 * megabyte,
  rows: 1_000_000,
  columns: 2_000,
  cells: 20_000_000,
  recordBytes: megabyte,
  expandedBytes: 500 * megabyte,
  expansionRatio: 200,
  expansionRatioFrom: 10 * megabyte,
}

/** The same table, with its heading row as the first row and its columns named by number. */
export const tableWithoutHeadings = (table: Table): Table => {
  const { headingLine, headings, rows, ...facts } = table
  if (headingLine === undefined) return table
  const numbered = headings.map((_, index) => `#${index + 1}`)
  return { ...facts, headings: numbered, rows: [{ line: headingLine, cells: headings }, ...rows] }
}
