/** The thread in which a workbook is built, so that the engine goes on answering meanwhile. */
import { parentPort, workerData } from 'node:worker_threads'

import { buildXlsx } from './build-xlsx.ts'
import type { CellValue } from './table-cell.ts'

export type WriteXlsxTask = { readonly sheetName: string; readonly headings: readonly string[] }

/** Rows in slices, then `'end'`; answered once, with the bytes. */
export type WriteXlsxMessage = readonly (readonly CellValue[])[] | 'end'

const port = parentPort
if (port === null) throw new Error('write-xlsx-worker runs in a worker thread only')

const rows: (readonly CellValue[])[] = []

const answer = async (): Promise<void> => {
  const bytes = await buildXlsx({ ...(workerData as WriteXlsxTask), rows })
  port.postMessage(bytes, [bytes.buffer])
}

port.on('message', (message: WriteXlsxMessage) => {
  // A failure of either kind ends the thread with an error, which the other side waits for.
  if (message === 'end') void answer()
  else for (const row of message) rows.push(row)
})
