/** A table that somebody brings: text cells under headings, whatever file it came in. */
import type { Result } from '#domain/result.ts'

import type { TableError } from './table-error.ts'

export type Table = TableFacts & {
  /** The heading row as it stands in the file; absent when the file was read without one. */
  readonly headingRow?: TableRow
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

/** The same table as if it had been read without a heading row. */
export const tableWithoutHeadings = (table: Table): Table => {
  const { headingRow, headings: _, rows, ...facts } = table
  if (headingRow === undefined) return table
  const all = [headingRow, ...rows]
  const width = widestOf(all)
  return { ...facts, headings: numberColumns(width), rows: all.map((row) => fillRow(row, width)) }
}

const firstRows = 1_000

export const widestOf = (rows: readonly TableRow[]): number =>
  Math.max(...rows.slice(0, firstRows).map(({ cells }) => cells.findLastIndex((cell) => cell !== '') + 1))

export const numberColumns = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `#${index + 1}`)

/** As wide as the table; cells beyond it stay only when they say something. */
export const fillRow = (row: TableRow, width: number): TableRow => {
  const { line, cells } = row
  if (cells.length === width) return row
  if (cells.length < width) return { line, cells: [...cells, ...Array<string>(width - cells.length).fill('')] }
  return { line, cells: cells.slice(0, Math.max(width, widestOf([row]))) }
}
