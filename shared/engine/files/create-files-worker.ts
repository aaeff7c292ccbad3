/**
 * The one worker that reads and writes evidence bytes for all tenants of an engine: with one for each tenant, 32 open
 * ones would cost 32 threads.
 */
import { Worker } from 'node:worker_threads'
import { createIdleWorker, type Conversation, type IdleWorkerOptions } from '../workers/idle-worker.ts'
import type { FilesMessage, FilesOpening, FilesReply } from './files-protocol.ts'
import { createTurnstile, type Turnstile } from './turnstile.ts'

export type FilesConversation = Conversation<FilesMessage, FilesReply>

export type FilesWorker = {
  converse(opening: FilesOpening): FilesConversation
  isRunning(): boolean
  /** Adds pass here, a few at once, so that memory stays the same however many wait. */
  readonly adds: Turnstile
  /** Registers a store. Throws when there is one on this path: two would close each other's file. */
  claim(siblingPath: string): void
  release(siblingPath: string): void
  /** Cancels what is under way and ends the thread. */
  end(): Promise<void>
}

/** Each takes about 2 MB. One is enough to fill the disk; more keep a slow stream from holding up the others. */
const addsAtOnce = 4

export const createFilesWorker = (options: Partial<IdleWorkerOptions> = {}): FilesWorker => {
  const start = (): Worker => new Worker(new URL('./files-worker.ts', import.meta.url))
  const worker = createIdleWorker<FilesOpening, FilesMessage, FilesReply>({ start, ...options })
  const claimed = new Set<string>()
  return {
    converse: (opening) => worker.converse(opening),
    isRunning: worker.isRunning,
    adds: createTurnstile(addsAtOnce),
    claim: (path) => {
      if (claimed.has(path)) throw new Error('a file store is open on this sibling already')
      claimed.add(path)
    },
    release: (path) => void claimed.delete(path),
    end: worker.end,
  }
}
