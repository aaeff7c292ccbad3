/** From rows as they stand in a file to the rows of a table: headings, trimmed and padded cells, limits. */
import { err, type Result } from '#domain/result.ts'

import {
  binaryFile,
  emptyFile,
  onlyHeadings,
  tooManyCells,
  tooManyColumns,
  tooManyRows,
  type TableError,
} from './table-error.ts'
import {
  fillRow,
  numberColumns,
  widestOf,
  type RowSource,
  type TableFacts,
  type TableLimits,
  type TableRow,
} from './table.ts'

export type TablePart =
  | { readonly type: 'headings'; readonly headings: readonly string[]; readonly headingRow?: TableRow }
  | { readonly type: 'rows'; readonly rows: readonly TableRow[] }

export type TableParts = AsyncGenerator<TablePart, Result<TableFacts, TableError>, undefined>

export type TidyOptions = { readonly header: boolean; readonly limits: TableLimits }

/** Headings come first and once; the row parts are small enough to cross a thread without holding up the other side. */
export async function* tidyRows(source: RowSource, { header, limits }: TidyOptions): TableParts {
  let width: number | undefined
  let count = 0
  let cellCount = 0
  const stop = (error: TableError) => source.return(err(error)).then(() => err(error))
  for (;;) {
    const batch = await source.next()
    if (batch.done) {
      if (!batch.value.ok || count > 0) return batch.value
      return err(width === undefined ? emptyFile() : onlyHeadings())
    }
    const rows = tidyBatch(batch.value, limits)
    if (!rows.ok) return stop(rows.error)
    if (width === undefined && rows.value[0] !== undefined) {
      const start = startTable(rows.value[0], rows.value, header)
      width = start.headings.length
      yield start
      if (header) rows.value.shift()
    }
    count += rows.value.length
    if (count > limits.rows) return stop(tooManyRows(limits.rows))
    const padded = rows.value.map((row) => fillRow(row, width ?? 0))
    for (const { cells } of padded) cellCount += cells.length
    if (cellCount > limits.cells) return stop(tooManyCells(limits.cells))
    for (const part of cutToSize(padded)) yield { type: 'rows', rows: part }
  }
}

/** Trims, drops blank rows and empty cells at the end of a row. */
const tidyBatch = (batch: readonly TableRow[], limits: TableLimits): Result<TableRow[], TableError> => {
  const rows: TableRow[] = []
  for (const { line, cells } of batch) {
    const trimmed = cells.map((cell) => cell.trim())
    let length = trimmed.length
    while (length > 0 && trimmed[length - 1] === '') length -= 1
    if (length > limits.columns) return err(tooManyColumns(line, limits.columns))
    if (trimmed.some((cell) => cell.includes('\0'))) return err(binaryFile())
    if (length > 0) rows.push({ line, cells: trimmed.length > limits.columns ? trimmed.slice(0, length) : trimmed })
  }
  return { ok: true, value: rows }
}

/** Without a heading row the table is as wide as the widest of its first rows. */
const startTable = (first: TableRow, rows: readonly TableRow[], header: boolean): TablePart & { type: 'headings' } =>
  header
    ? { type: 'headings', headings: nameColumns(first.cells), headingRow: first }
    : { type: 'headings', headings: numberColumns(widestOf(rows)) }

const nameColumns = (cells: readonly string[]): readonly string[] => {
  const taken = new Set<string>()
  return cells.map((cell, index) => {
    const base = cell === '' ? `#${index + 1}` : cell
    let name = base
    for (let copy = 2; taken.has(name); copy += 1) name = `${base} (${copy})`
    taken.add(name)
    return name
  })
}

/** About 1,000 rows of eight short cells; a structured clone of that takes the receiving side 1–2 ms. */
const partWeight = 10_000

function* cutToSize(rows: readonly TableRow[]): Generator<readonly TableRow[], undefined> {
  let part: TableRow[] = []
  let weight = 0
  for (const row of rows) {
    part.push(row)
    for (const cell of row.cells) weight += 1 + cell.length / 50
    if (weight < partWeight) continue
    yield part
    part = []
    weight = 0
  }
  if (part.length > 0) yield part
  return undefined
}
