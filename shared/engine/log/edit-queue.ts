/**
 * Group commit: edits that arrive in one turn of the event loop are committed together, then all are acknowledged.
 * `beforeCommit` runs first in the same turn (the portfolio's dirty mark), `afterCommit` after the acknowledgement.
 */
import { RefusedText } from '#domain/document/text-change.ts'
import { err, type Err } from '#domain/result.ts'
import { commitEdits, type EditAck, type EditOutcome } from './commit-edits.ts'
import type { Edit } from './edit.ts'
import type { Log } from './open-log.ts'
import { storageFailure, type StorageFailure } from '../sqlite/storage-failure.ts'

export type QueuedOutcome = EditOutcome | Err<StorageFailure>

export type EditQueue = {
  /** Resolves after the COMMIT that holds the edit, never before. */
  add(edit: Edit): Promise<QueuedOutcome>
  isEmpty(): boolean
  /** Commits what waits now, so that the file can be closed. */
  flush(): void
}

export type EditQueueHooks = {
  readonly beforeCommit: () => void
  readonly afterCommit: (acks: readonly EditAck[]) => void
}

type Waiting = { readonly edit: Edit; readonly resolve: (outcome: QueuedOutcome) => void }

export const createEditQueue = (log: Log, hooks: EditQueueHooks): EditQueue => {
  let waiting: Waiting[] = []
  const drain = (): void => {
    const batch = waiting
    waiting = []
    if (batch.length === 0) return
    const outcomes = commitBatch(
      log,
      hooks,
      batch.map(({ edit }) => edit),
    )
    batch.forEach(({ resolve }, index) => resolve(outcomes[index] ?? err(unanswered)))
    const acks = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []))
    if (acks.length > 0) hooks.afterCommit(acks)
  }
  return {
    add: (edit) =>
      new Promise((resolve) => {
        waiting.push({ edit, resolve })
        if (waiting.length === 1) setImmediate(drain)
      }),
    isEmpty: () => waiting.length === 0,
    flush: drain,
  }
}

const unanswered: StorageFailure = { type: 'StorageFailed', code: 'UNANSWERED', detail: 'the edit was not answered' }

/** When the whole batch fails, each edit gets its own transaction, so that one cannot take others down with it. */
const commitBatch = (log: Log, hooks: EditQueueHooks, edits: readonly Edit[]): readonly QueuedOutcome[] => {
  try {
    hooks.beforeCommit()
    return commitEdits(log, edits)
  } catch (error) {
    if (edits.length > 1) return edits.flatMap((edit) => commitBatch(log, hooks, [edit]))
    return [error instanceof RefusedText ? err(error.refusal) : err(storageFailure(error))]
  }
}
