/** The rows of a workbook's first visible sheet that has any, every value as the text that people see in it. */
import { err, ok, type Result } from '#domain/result.ts'

import { collectSheetRows, type SheetRowCollector } from './collect-sheet-rows.ts'
import { readWorkbook, type Sheet } from './read-workbook.ts'
import { readXmlText, type XmlPieces } from './scan-part.ts'
import { damagedWorkbook, sheetNotFound, type TableError } from './table-error.ts'
import type { RowSource, TableLimits, TableRow } from './table.ts'
import { createXmlScanner } from './xml-scanner.ts'
import { openZipArchive } from './zip-archive.ts'

/** exceljs is not used to read: docs/spec/tables.md says what it loses. */
export async function* readXlsxRows(bytes: Uint8Array, limits: TableLimits, sheetName?: string): RowSource {
  const archive = await openZipArchive(bytes, limits)
  if (!archive.ok) return archive
  const workbook = await readWorkbook(archive.value)
  if (!workbook.ok) return workbook
  const sheets = chooseSheets(workbook.value.sheets, sheetName)
  if (!sheets.ok) return sheets
  for (const sheet of sheets.value) {
    const read = yield* readSheetRows(readXmlText(archive.value, sheet.part), collectSheetRows(workbook.value, limits))
    if (!read.ok) return read
    if (read.value > 0) return ok({ kind: 'xlsx', sheet: sheet.name })
  }
  return ok({ kind: 'xlsx' })
}

const chooseSheets = (sheets: readonly Sheet[], name: string | undefined): Result<readonly Sheet[], TableError> => {
  if (name === undefined) return ok(sheets.filter(({ visible }) => visible))
  const named = sheets.filter((sheet) => sheet.name.trim().toLowerCase() === name.trim().toLowerCase())
  const all = sheets.map((sheet) => sheet.name)
  return named.length > 0 ? ok(named) : err(sheetNotFound(name, all))
}

type SheetRows = AsyncGenerator<readonly TableRow[], Result<number, TableError>, undefined>

/** Returns how many rows had content. */
async function* readSheetRows(pieces: XmlPieces, collector: SheetRowCollector): SheetRows {
  const scanner = createXmlScanner(collector.handler)
  let count = 0
  for (;;) {
    const piece = await pieces.next()
    if (piece.done && !piece.value.ok) return piece.value
    if (piece.done) return scanner.end() ? ok(count) : err(damagedWorkbook())
    const wellFormed = scanner.write(piece.value)
    const error = wellFormed ? collector.error() : damagedWorkbook()
    if (error !== undefined) return pieces.return(err(error)).then(() => err(error))
    const rows = collector.takeRows()
    count += rows.length
    if (rows.length > 0) yield rows
  }
}
