/** The thread that writes or reads one hand-over file. */
import { parentPort, workerData } from 'node:worker_threads'
import { err, type Result } from '#domain/result.ts'
import { storageFailure } from '../sqlite/storage-failure.ts'
import type { HandOverFailure, HandOverReply, HandOverTask, Packed } from './hand-over-messages.ts'
import { packClient, type TaskControl } from './pack-client.ts'
import { unpackClient } from './unpack-client.ts'

const task = workerData as HandOverTask
const cancelling = new AbortController()
const reply = (message: HandOverReply): void => parentPort?.postMessage(message)
parentPort?.on('message', () => cancelling.abort())

const quietMs = 40
let reportedAt = 0
const control: TaskControl = {
  signal: cancelling.signal,
  report(done, total) {
    if (performance.now() - reportedAt < quietMs && done < total) return
    reportedAt = performance.now()
    reply({ type: 'progress', done, total })
  },
}

const work = async (): Promise<Result<Packed | undefined, HandOverFailure>> => {
  try {
    if (task.type === 'pack') return await packClient(task, control)
    const unpacked = await unpackClient(task, control)
    return unpacked.ok ? { ok: true, value: undefined } : unpacked
  } catch (error) {
    return err(whatWasThrown(error))
  }
}

/** Only what was thrown by the place of the file itself speaks of that place. */
const whatWasThrown = (error: unknown): HandOverFailure => {
  const { code, path } = error as { readonly code?: string; readonly path?: string }
  const failure = storageFailure(error)
  if (failure.type === 'DiskFull') return failure
  if (task.type === 'pack' && path === task.part && code !== undefined)
    return { type: 'HandOverUnwritable', path: task.part, code }
  // A carried file that its own key does not open was no file of ours.
  if (task.type === 'unpack' && failure.type === 'FileDamaged')
    return { type: 'HandOverDamaged', detail: failure.detail }
  return failure
}

const done = await work()
reply(done.ok ? { type: 'done', packed: done.value } : { type: 'failed', error: done.error })
parentPort?.close()
