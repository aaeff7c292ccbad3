/** Builds an Excel workbook from a table: one sheet, its heading row fixed, every text a text and never a formula. */
import ExcelJS from 'exceljs'

import { plainNumber } from '#engine/imports/plain-number.ts'

import { neutralText, type CellValue } from './table-cell.ts'

export type XlsxTable = {
  readonly sheetName: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly CellValue[])[]
}

/** Takes its time (0.5 s for 10,000 rows): runs in `write-xlsx-worker.ts`. */
export const buildXlsx = async ({ sheetName, headings, rows }: XlsxTable): Promise<Uint8Array<ArrayBuffer>> => {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(safeSheetName(sheetName), { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = headings.map((heading, column) => ({ width: columnWidth(heading, rows, column) }))
  sheet.addRow(headings.map(xlsxCell)).font = { bold: true }
  for (const row of rows) sheet.addRow(row.map(xlsxCell))
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** Excel's rules: at most 31 characters, none of \ / ? * [ ] :, no apostrophe at an end, and not "History". */
export const safeSheetName = (name: string): string => {
  const allowed = name
    .toWellFormed()
    .replace(/[\\/?*[\]:\p{Cc}]+/gu, ' ')
    .replace(/\s+/gu, ' ')
  const short = cutTo(allowed.replace(/^[\s']+/u, ''), longestSheetName).replace(/[\s']+$/u, '')
  return short === '' || short.toLowerCase() === 'history' ? 'Table' : short
}

const longestSheetName = 31

/** What a cell of Excel holds; a longer text makes Excel call the whole file damaged. */
const longestText = 32_767

const xlsxCell = (value: CellValue): string | number | boolean | null => {
  if (value === undefined || value === '') return null
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  return cutTo(protectEscapes(neutralText(withoutForbidden(value))), longestText)
}

/** What XML cannot hold. */
const withoutForbidden = (text: string): string =>
  text.toWellFormed().replace(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, '')

/** `_x0041_` is Excel's way to write a character by its number; a text that looks like that is escaped itself. */
const protectEscapes = (text: string): string => text.replace(/_(?=x[\dA-F]{4}_)/giu, '_x005F_')

const cutTo = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`

const rowsMeasured = 200

const columnWidth = (heading: string, rows: XlsxTable['rows'], column: number): number => {
  const lengths = rows.slice(0, rowsMeasured).map((row) => displayLength(row[column]))
  return Math.min(60, Math.max(8, heading.length + 2, ...lengths.map((length) => length + 2)))
}

/** Of the longest line. */
const displayLength = (value: CellValue): number => {
  if (typeof value === 'number') return plainNumber(value).length
  return Math.max(
    ...String(value ?? '')
      .split('\n', 20)
      .map((line) => line.length),
  )
}
