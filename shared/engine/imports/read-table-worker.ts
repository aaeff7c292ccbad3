/** The thread in which a table is read, so that the engine goes on answering meanwhile. */
import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'

import { readTableFile } from './read-table-file.ts'
import type { ReadTableMessage, ReadTableTask } from './read-table-messages.ts'

const run = async (task: ReadTableTask): Promise<void> => {
  if (parentPort === null) throw new Error('read-table-worker runs in a worker thread only')
  const port = parentPort
  const post = (message: ReadTableMessage): void => port.postMessage(message)
  const parts = readTableFile(new Uint8Array(task.bytes), task)
  let previousTaken: Promise<unknown> = Promise.resolve()
  for (;;) {
    const part = await parts.next()
    await previousTaken
    if (part.done) {
      const read = part.value
      return post(read.ok ? { type: 'done', facts: read.value } : { type: 'refused', error: read.error })
    }
    previousTaken = once(port, 'message')
    post(part.value)
  }
}

await run(workerData as ReadTableTask)
