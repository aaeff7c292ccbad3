/** Puts the rows of a sheet together from its XML as that is scanned (ECMA-376 part 1, 18.3.1). */
import type { Workbook } from './read-workbook.ts'
import { damagedWorkbook, tooManyColumns, type TableError } from './table-error.ts'
import type { TableLimits, TableRow } from './table.ts'
import { cellText, type SheetCell } from './xlsx-cell-text.ts'
import type { XmlAttributes, XmlHandler } from './xml-scanner.ts'

export type SheetRowCollector = {
  readonly handler: XmlHandler
  takeRows(): readonly TableRow[]
  error(): TableError | undefined
}

export const collectSheetRows = (workbook: Workbook, limits: TableLimits): SheetRowCollector => {
  let rows: TableRow[] = []
  let error: TableError | undefined
  let line = 0
  let cells: string[] = []
  let column = 0
  let cell: SheetCell | undefined
  let inValue = false
  let inPhonetic = false

  const openCell = (attributes: XmlAttributes): void => {
    column = columnOf(attributes.r) ?? column + 1
    const style = Number(attributes.s ?? 0)
    cell = { column, type: attributes.t ?? 'n', style, text: '' }
  }

  const closeCell = (): void => {
    const text = cell === undefined ? '' : cellText(cell, workbook)
    if (text === undefined) error ??= damagedWorkbook()
    if (cell === undefined || text === undefined || text === '') return
    if (cell.column > limits.columns) error ??= tooManyColumns(line, limits.columns)
    else {
      while (cells.length < cell.column) cells.push('')
      cells[cell.column - 1] = text
    }
  }

  const open = (name: string, attributes: XmlAttributes): void => {
    if (name === 'row') {
      line = Number(attributes.r) || line + 1
      cells = []
      column = 0
    } else if (name === 'c') openCell(attributes)
    else if (name === 'rPh') inPhonetic = true
    else if (name === 'v' || name === 't') inValue = cell !== undefined && !inPhonetic
  }

  const close = (name: string): void => {
    if (name === 'v' || name === 't') inValue = false
    else if (name === 'rPh') inPhonetic = false
    else if (name === 'c') {
      closeCell()
      cell = undefined
    } else if (name === 'row' && cells.some((text) => text.trim() !== '')) rows.push({ line, cells })
  }

  const text = (piece: string): void => {
    if (inValue && cell !== undefined) cell.text += piece
  }

  const takeRows = (): readonly TableRow[] => {
    const taken = rows
    rows = []
    return taken
  }

  return { handler: { open, close, text }, takeRows, error: () => error }
}

/** "AB12" → 28. */
const columnOf = (reference: string | undefined): number | undefined => {
  const letters = /^[A-Z]{1,3}/u.exec(reference ?? '')?.[0]
  if (letters === undefined) return undefined
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column
}
