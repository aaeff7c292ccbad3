/** The rows of a list that were refused, as a file that a spreadsheet opens. A reason can quote a cell of the file. */
import type { ImportReport } from '#api/engine.ts'
import { csvBlob } from '#renderer/components/feedback/csv-blob.ts'

export const refusedRowsCsv = (refused: ImportReport['refused'], headings: readonly [string, string]): Blob =>
  csvBlob([headings, ...refused.map(({ line, reason }) => [String(line), reason])])
