/** Reads the CSV or XLSX file that somebody brings into a table of text cells, without holding up the engine. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'

import { err, ok, type Result } from '#domain/result.ts'

import type { ReadTableMessage, ReadTableTask } from './read-table-messages.ts'
import { cancelled, fileTooLarge, tooMuchMemory, type TableError } from './table-error.ts'
import { tableLimits, type Table, type TableRow } from './table.ts'

export type ReadTableInput = {
  readonly bytes: Uint8Array
  /** False when the first row is data already; the headings are then `#1`, `#2`, …. */
  readonly header?: boolean
  /** A sheet of a workbook by name, instead of the first visible one with content. */
  readonly sheet?: string
  readonly signal?: AbortSignal
  /** Called with the number of rows read so far. */
  readonly onProgress?: (rows: number) => void
}

export const readTable = async (input: ReadTableInput): Promise<Result<Table, TableError>> => {
  if (input.bytes.length > tableLimits.fileBytes) return err(fileTooLarge(input.bytes.length, tableLimits.fileBytes))
  const bytes = await copyInSlices(input.bytes)
  if (input.signal?.aborted) return err(cancelled())
  const task: ReadTableTask = {
    bytes,
    header: input.header ?? true,
    ...(input.sheet === undefined ? {} : { sheet: input.sheet }),
  }
  const worker = new Worker(new URL('./read-table-worker.ts', import.meta.url), {
    workerData: task,
    transferList: [bytes],
    resourceLimits: { maxOldGenerationSizeMb: workerMegabytes },
  })
  try {
    return await assemble(worker, input)
  } finally {
    await worker.terminate()
  }
}

/** Enough for a million rows, as only two parts of them are in the worker at a time; shared strings stay whole. */
const workerMegabytes = 1_536

const assemble = (worker: Worker, { signal, onProgress }: ReadTableInput): Promise<Result<Table, TableError>> =>
  new Promise((resolve, reject) => {
    let start: Pick<Table, 'headings' | 'headingRow'> = { headings: [] }
    const rows: TableRow[] = []
    const cancel = (): void => resolve(err(cancelled()))
    signal?.addEventListener('abort', cancel, { once: true })

    const take = (message: ReadTableMessage): void => {
      if (message.type === 'refused') return resolve(err(message.error))
      if (message.type === 'done') return resolve(ok({ ...message.facts, ...start, rows }))
      if (message.type === 'headings') {
        const { type: _, ...headings } = message
        start = headings
      } else {
        for (const row of message.rows) rows.push(row)
        onProgress?.(rows.length)
      }
      // In the next turn, so that timers and sockets come between two parts.
      setImmediate(() => worker.postMessage('more'))
    }

    worker.on('message', take)
    worker.once('error', (error: Error) => (isOutOfMemory(error) ? resolve(err(tooMuchMemory())) : reject(error)))
    worker.once('exit', (code) => {
      signal?.removeEventListener('abort', cancel)
      reject(new Error(`the table reader ended early with code ${code}`))
    })
  })

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

const sliceBytes = 8 * 1024 * 1024

/** The caller keeps its bytes; copying 200 MB at once would hold up the engine. */
const copyInSlices = async (bytes: Uint8Array): Promise<ArrayBuffer> => {
  const copy = new Uint8Array(bytes.length)
  for (let at = 0; at < bytes.length; at += sliceBytes) {
    copy.set(bytes.subarray(at, at + sliceBytes), at)
    if (at + sliceBytes < bytes.length) await nextTurn()
  }
  return copy.buffer
}
