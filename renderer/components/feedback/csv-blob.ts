/** A table as a file that a spreadsheet opens. */

/** RFC 4180, with a byte order mark so that Excel reads it as UTF-8. The first row holds the headings. */
export const csvBlob = (rows: readonly (readonly string[])[]): Blob => {
  const text = rows.map((cells) => cells.map(quote).join(',')).join('\r\n')
  return new Blob([`\uFEFF${text}\r\n`], { type: 'text/csv;charset=utf-8' })
}

/** What a spreadsheet would compute is made plain text. */
const quote = (cell: string): string => `"${(/^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`
