/** The rows of a list that were refused, as a file that a spreadsheet opens. */
import type { ImportReport } from '#api/engine.ts'

/** RFC 4180, with a byte order mark so that Excel reads it as UTF-8. */
export const refusedRowsCsv = (refused: ImportReport['refused'], headings: readonly [string, string]): Blob => {
  const lines = [headings, ...refused.map(({ line, reason }) => [String(line), reason] as const)]
  const text = lines.map((cells) => cells.map(quote).join(',')).join('\r\n')
  return new Blob([`\uFEFF${text}\r\n`], { type: 'text/csv;charset=utf-8' })
}

/** A reason can quote a cell of the file, so what a spreadsheet would compute is made plain text. */
const quote = (cell: string): string => `"${(/^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`
