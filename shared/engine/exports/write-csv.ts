/** Writes a table as CSV (RFC 4180: commas, CRLF) with the byte order mark by which Excel knows UTF-8. */
import { plainNumber } from '#engine/imports/plain-number.ts'

import { neutralText, type CellValue } from './table-cell.ts'

export const csvText = (headings: readonly string[], rows: Iterable<readonly CellValue[]>): string => {
  const lines = [csvLine(headings)]
  for (const row of rows) lines.push(csvLine(row))
  return `\uFEFF${lines.join('')}`
}

const csvLine = (cells: readonly CellValue[]): string => `${cells.map(csvCell).join(',')}\r\n`

const csvCell = (value: CellValue): string => {
  if (value === undefined) return ''
  if (typeof value !== 'string') return typeof value === 'number' ? plainNumber(value) : String(value)
  const text = neutralText(value.toWellFormed())
  return mustBeQuoted(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Text that begins with `sep=` would be taken for Excel's own first line. */
const mustBeQuoted = (text: string): boolean => /[",\r\n]|^\s|\s$|^sep=/iu.test(text)
