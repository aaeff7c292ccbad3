/** Writes a table as an Excel workbook without holding up the engine. */
import { once } from 'node:events'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'

import type { XlsxTable } from './build-xlsx.ts'
import type { WriteXlsxMessage, WriteXlsxTask } from './write-xlsx-worker.ts'

export type { XlsxTable } from './build-xlsx.ts'

export const xlsxBytes = async ({ sheetName, headings, rows }: XlsxTable): Promise<Uint8Array> => {
  const task: WriteXlsxTask = { sheetName, headings }
  const worker = new Worker(new URL('./write-xlsx-worker.ts', import.meta.url), { workerData: task })
  try {
    const [answer] = await Promise.all([once(worker, 'message'), sendRows(worker, rows)])
    const [bytes] = answer as [Uint8Array]
    return bytes
  } finally {
    await worker.terminate()
  }
}

const sliceRows = 500

const sendRows = async (worker: Worker, rows: XlsxTable['rows']): Promise<void> => {
  const post = (message: WriteXlsxMessage): void => worker.postMessage(message)
  for (let at = 0; at < rows.length; at += sliceRows) {
    post(rows.slice(at, at + sliceRows))
    await nextTurn()
  }
  post('end')
}
