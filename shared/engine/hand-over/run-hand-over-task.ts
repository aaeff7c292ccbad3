/** Runs one task in a thread of its own, so that the engine answers meanwhile. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { err, ok, type Result } from '#domain/result.ts'
import type { JobControl } from '../jobs/job-board.ts'
import type { HandOverFailure, HandOverReply, HandOverTask, Packed } from './hand-over-messages.ts'

/** What the task's answer holds; undefined after unpacking. Cancelling is answered by the thread. */
export const runHandOverTask = async (
  task: HandOverTask,
  { signal, report }: JobControl,
): Promise<Result<Packed | undefined, HandOverFailure>> => {
  const worker = new Worker(new URL('./hand-over-worker.ts', import.meta.url), { workerData: task })
  const cancel = (): void => worker.postMessage('cancel')
  let answer: Result<Packed | undefined, HandOverFailure> | undefined
  worker.on('message', (message: HandOverReply) => {
    if (message.type === 'progress') report(message.done, message.total)
    else answer = message.type === 'done' ? ok(message.packed) : err(message.error)
  })
  signal.addEventListener('abort', cancel)
  if (signal.aborted) cancel()
  try {
    await once(worker, 'exit') // rejects with what the thread did not catch: a bug there
    return answer ?? err({ type: 'StorageFailed', code: 'WORKER_DIED', detail: 'the thread ended without an answer' })
  } finally {
    signal.removeEventListener('abort', cancel)
    await worker.terminate()
  }
}
