/** Compacts document logs in a worker thread, so that no edit waits for it. */
import { Worker } from 'node:worker_threads'
import { err, ok, type Result } from '#domain/result.ts'
import { createIdleWorker, type IdleWorkerOptions, type WorkerDied } from '../workers/idle-worker.ts'
import type { CompactedDocument, CompactionOpening, CompactionRefusal, CompactionReply } from './compaction-messages.ts'
import { packUpdates } from './pack-updates.ts'

export type CompactionInput = {
  readonly snapshot?: Uint8Array | undefined
  /** In the order of the log. */
  readonly updates: readonly Uint8Array[]
}

/** After any of these the caller keeps snapshot and log as they are. */
export type CompactionError = CompactionRefusal | WorkerDied

export type Compactor = {
  /** One document after the other, in the order asked. What is handed in is copied and stays the caller's. */
  compactDocument(input: CompactionInput): Promise<Result<CompactedDocument, CompactionError>>
  isRunning(): boolean
  end(): Promise<void>
}

export const createCompactor = (options: Partial<IdleWorkerOptions> = {}): Compactor => {
  const start = (): Worker => new Worker(new URL('./compaction-worker.ts', import.meta.url))
  const worker = createIdleWorker<CompactionOpening, never, CompactionReply>({ start, ...options })
  return {
    compactDocument: async ({ snapshot, updates }) => {
      const packed = packUpdates(snapshot === undefined ? updates : [snapshot, ...updates])
      const opening: CompactionOpening = { updates: packed, hasSnapshot: snapshot !== undefined }
      const conversation = worker.converse(opening, [packed.bytes.buffer])
      try {
        const next = await conversation.next()
        if (!next.ok) return next
        return next.value.type === 'compacted' ? ok(next.value.document) : err(next.value.refusal)
      } finally {
        conversation.end()
      }
    },
    isRunning: worker.isRunning,
    end: worker.end,
  }
}
