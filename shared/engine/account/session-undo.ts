/** Undo and redo of this session's edits, in whichever client or in the practice they were. */
import type { Account, UndoAnswer } from '#api/engine.ts'
import type { EngineError } from '#api/errors.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { createOneAtATime } from '../jobs/one-at-a-time.ts'
import type { EditQueue } from '../log/edit-queue.ts'
import type { Log } from '../log/open-log.ts'
import { editThatReverts } from '../log/undo-edit.ts'
import type { AccountParts } from './account-parts.ts'
import type { TenantHandles } from './tenant-handles.ts'
import type { UndoEntry, UndoStack } from './undo-stack.ts'

export type SessionUndoOptions = {
  readonly parts: AccountParts
  readonly handles: TenantHandles
  readonly undo: UndoStack
  readonly practiceQueue: EditQueue
}

export const createSessionUndo = (options: SessionUndoOptions): Pick<Account, 'undo' | 'redo'> => {
  const { parts, handles, undo, practiceQueue } = options
  const findSpace = (spaceId: string): Result<{ readonly log: Log; readonly queue: EditQueue }, EngineError> =>
    spaceId === parts.accountId ? ok({ log: parts.portfolio, queue: practiceQueue }) : handles.get(spaceId)

  const revert = async (entry: UndoEntry, name: 'undo' | 'redo'): Promise<Result<UndoAnswer, EngineError>> => {
    const space = findSpace(entry.spaceId)
    if (!space.ok) return space
    const outcome = await space.value.queue.add(
      editThatReverts(space.value.log, entry.ref, { name, actor: parts.actor() }),
    )
    if (!outcome.ok) {
      if (outcome.error.type === 'ChangedSince') undo.drop(entry)
      return outcome
    }
    if (name === 'undo') undo.recordUndone(entry, outcome.value)
    else undo.recordRedone(entry, outcome.value)
    return ok({ changes: outcome.value.changes, at: outcome.value.at, spaceId: entry.spaceId })
  }
  /** Pressed twice quickly, the second undo means the edit before. */
  const turns = createOneAtATime()
  return {
    undo: () =>
      turns.run(async () => {
        const entry = undo.newestEdit()
        return entry === undefined ? err({ type: 'NothingToUndo' }) : revert(entry, 'undo')
      }),
    redo: () =>
      turns.run(async () => {
        const entry = undo.newestUndone()
        return entry === undefined ? err({ type: 'NothingToRedo' }) : revert(entry, 'redo')
      }),
  }
}
