/** The refused rows of an import as a file of its own: corrected, it can be imported as it is. */
import { csvText } from '../exports/write-csv.ts'
import type { PlannedRow } from './plan-import-rows.ts'
import type { Table } from './table.ts'

/** The columns of the file, then the line and the reason. */
export const refusedRowsCsv = (table: Table, rows: readonly PlannedRow[]): Uint8Array => {
  const refused = rows.flatMap(({ fate, line, reason = '' }, index) => {
    const cells = table.rows[index]?.cells ?? []
    return fate === 'refuse' ? [[...pad(cells, table.headings.length), String(line), reason]] : []
  })
  return new TextEncoder().encode(csvText([...table.headings, 'Line', 'Reason'], refused))
}

/** Cells beyond the last heading go into it: nothing of the row is lost. */
const pad = (cells: readonly string[], width: number): readonly string[] =>
  cells.length <= width
    ? [...cells, ...Array<string>(width - cells.length).fill('')]
    : [...cells.slice(0, width - 1), cells.slice(width - 1).join(' | ')]
