/** Why a table was not taken, in the words that people read. */

export type TableError = {
  readonly type:
    | 'Empty'
    | 'OnlyHeadings'
    | 'NotATable'
    | 'Protected'
    | 'Damaged'
    | 'UnclosedQuote'
    | 'RowTooLong'
    | 'TooLarge'
    | 'ExpandsTooMuch'
    | 'SheetNotFound'
    | 'Cancelled'
  /** What happened, what is safe, what to do. */
  readonly message: string
  readonly line?: number
}

export const emptyFile = (): TableError =>
  refuse('Empty', 'This file is empty.', 'Choose the file that holds your list.')

export const onlyHeadings = (): TableError =>
  refuse('OnlyHeadings', 'This file has a heading row and nothing below it.', 'Add a row per client, then import it.')

/** `seems` completes "This is …", `remedy` is a whole sentence. */
export const notATable = (seems: string, remedy: string): TableError =>
  refuse('NotATable', `This is ${seems}, not a table.`, remedy)

export const binaryFile = (): TableError =>
  refuse(
    'NotATable',
    'This file holds binary data, not text.',
    'Open it in the program it came from and save it as CSV.',
  )

export const oldExcelFile = (): TableError =>
  refuse('NotATable', 'This is an old Excel file (.xls).', 'Save it as .xlsx or CSV, then import that.')

export const protectedFile = (): TableError =>
  refuse('Protected', 'This Excel file is protected by a password.', 'Save it without the password, then import that.')

export const damagedWorkbook = (): TableError =>
  refuse('Damaged', 'This Excel file is damaged or incomplete.', 'Open it in Excel, save it again, then import that.')

export const damagedText = (encoding: string): TableError =>
  refuse(
    'Damaged',
    `This file says that its text is ${encoding.toUpperCase()}, but part of it is not.`,
    'Open it in the program it came from and save it again as CSV (UTF-8).',
  )

export const unclosedQuote = (line: number): TableError => ({
  ...refuse(
    'UnclosedQuote',
    `A quotation mark that opens in the row of line ${line} is never closed.`,
    'Close or remove it, then import the file again.',
  ),
  line,
})

export const rowTooLong = (line: number): TableError => ({
  ...refuse(
    'RowTooLong',
    `The row that begins on line ${line} is longer than 1 MB; most likely a quotation mark is not closed there.`,
    'Correct that line, then import the file again.',
  ),
  line,
})

export const fileTooLarge = (bytes: number, limit: number): TableError =>
  refuse('TooLarge', `This file has ${inMegabytes(bytes)} MB; the limit is ${inMegabytes(limit)} MB.`, split)

export const tooManyRows = (limit: number): TableError =>
  refuse('TooLarge', `This file has more than ${limit.toLocaleString('en-US')} rows.`, split)

export const tooManyCells = (limit: number): TableError =>
  refuse('TooLarge', `This file has more than ${limit.toLocaleString('en-US')} cells.`, split)

export const tooManyColumns = (line: number, limit: number): TableError => ({
  ...refuse(
    'TooLarge',
    `Line ${line} has more than ${limit.toLocaleString('en-US')} columns.`,
    'Keep the columns that you need, then import that.',
  ),
  line,
})

export const tooMuchMemory = (): TableError =>
  refuse('TooLarge', 'This file needs more memory than an import may take.', split)

export const expandsTooMuch = (): TableError =>
  refuse(
    'ExpandsTooMuch',
    'This Excel file would expand to far more data than a table holds; files like this are made to do harm.',
    'If you trust where it comes from, save the sheet as CSV and import that.',
  )

export const sheetNotFound = (sheet: string, sheets: readonly string[]): TableError =>
  refuse(
    'SheetNotFound',
    `This file has no sheet "${sheet}".`,
    `Its sheets are ${sheets.map((name) => `"${name}"`).join(', ')}.`,
  )

export const cancelled = (): TableError =>
  refuse('Cancelled', 'The import was cancelled.', 'Start it again when you like.')

const split = 'Split it into smaller files and import them one after another.'

const refuse = (type: TableError['type'], what: string, todo: string): TableError => ({
  type,
  message: `${what} Nothing was imported. ${todo}`,
})

const inMegabytes = (bytes: number): string =>
  (bytes / 1024 / 1024).toLocaleString('en-US', { maximumFractionDigits: 1 })
