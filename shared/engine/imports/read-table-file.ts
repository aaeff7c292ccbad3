/** From the bytes of a file to the parts of a table; runs where it may take its time (`read-table-worker.ts`). */
import { err } from '#domain/result.ts'

import { identifyFile } from './identify-file.ts'
import { readCsvRows } from './read-csv.ts'
import { readXlsxRows } from './read-xlsx.ts'
import { fileTooLarge } from './table-error.ts'
import { tableLimits, type RowSource, type TableLimits } from './table.ts'
import { tidyRows, type TableParts } from './tidy-rows.ts'

export type TableFileOptions = {
  /** False when the first row is data already. */
  readonly header?: boolean
  /** A sheet of a workbook by name, instead of the first visible one with content. */
  readonly sheet?: string
  readonly limits?: TableLimits
}

export const readTableFile = (bytes: Uint8Array, options: TableFileOptions): TableParts => {
  const limits = options.limits ?? tableLimits
  return tidyRows(readRows(bytes, limits, options.sheet), { header: options.header ?? true, limits })
}

/** What a file is called decides nothing; what is in it does. */
async function* readRows(bytes: Uint8Array, limits: TableLimits, sheet: string | undefined): RowSource {
  if (bytes.length > limits.fileBytes) return err(fileTooLarge(bytes.length, limits.fileBytes))
  const identity = identifyFile(bytes)
  if (identity.is === 'refused') return err(identity.error)
  return yield* identity.is === 'zip' ? readXlsxRows(bytes, limits, sheet) : readCsvRows(bytes, limits)
}
