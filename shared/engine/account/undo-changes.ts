/**
 * Undoes a change of many clients as one step, or takes back one that was cut short. A client that somebody edited since
 * stays as it is and is named. New clients go as a batch: their rows first, in one commit, then files and keys.
 */
import type { KeptClient, UndoReport } from '#api/client-changes.ts'
import { describeError, type EngineError } from '#api/errors.ts'
import type { MutationContext } from '#domain/mutations/mutation.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { createGiveWay } from '../jobs/give-way.ts'
import type { JobControl } from '../jobs/job-board.ts'
import { findChangeMarks } from '../log/change-marks.ts'
import type { Actor, Edit } from '../log/edit.ts'
import type { KnownHead, Log } from '../log/open-log.ts'
import { editThatReverts } from '../log/undo-edit.ts'
import type { MadeClient } from '../portfolio/change-sets.ts'
import { storageFailure } from '../sqlite/storage-failure.ts'
import { changeMany, type ChangeManyParts, type ChangeOutcome } from './change-many.ts'
import { removeUnfinished } from './create-tenants.ts'

/** Afterwards the change is forgotten: what was undone cannot be undone again. When it is cancelled, the rest still can. */
export const undoChanges = async (
  open: ChangeManyParts,
  changeSet: string,
  control: JobControl,
): Promise<Result<UndoReport, EngineError>> => {
  const { changeSets } = open.parts
  const outcomes = await revertAll(open, { changeSet, keepChanged: false }, control)
  if (control.signal.aborted) {
    changeSets.pauseUndo(changeSet)
    return err({ type: 'Cancelled' })
  }
  const kept = outcomes.flatMap(({ clientId, result }) =>
    result.ok ? [] : [keptClient(open, clientId, wordsOf(result.error))],
  )
  const made = await splitByEdits(open, changeSets.listMade(changeSet))
  await removeMade(open, made.untouched)
  changeSets.forget(changeSet)
  return ok({
    undone: outcomes.filter(hasChanged).length + made.untouched.length,
    kept: [...kept, ...made.edited.map((clientId) => keptClient(open, clientId, editedSince))],
  })
}

/**
 * Of a change that was cut short before it was done, by a cancel or by the death of the engine: what it set is set back
 * where it still stands. Who could not be written to (a full disk) stays noted, and is tried again at the next start.
 */
const takeBackChanges = async (open: ChangeManyParts, changeSet: string): Promise<void> => {
  const { changeSets } = open.parts
  const outcomes = await revertAll(open, { changeSet, keepChanged: true }, neverCancelled)
  const left = outcomes.flatMap(({ clientId, result }) =>
    result.ok || !mayWorkLater.has(result.error.type) ? [] : [clientId],
  )
  if (left.length === 0) changeSets.forget(changeSet)
  else changeSets.keepOnly(changeSet, left)
}

/** Work that is done as a whole: when it fails, or throws, what it had changed is taken back. */
export const orTakeBack = async <Value>(
  open: ChangeManyParts,
  changeSet: string,
  work: () => Promise<Result<Value, EngineError>>,
): Promise<Result<Value, EngineError>> => {
  const outcome = await work().catch((error: unknown) => err(storageFailure(error)))
  const isRunning = (): boolean =>
    open.parts.changeSets.listCutShort().some(({ id, state }) => id === changeSet && state === 'running')
  // What cannot be taken back now (a full disk) is at the next start.
  if (!outcome.ok && isRunning()) await takeBackChanges(open, changeSet).catch(() => undefined)
  return outcome
}

/** At a start, before anybody sees the account: a change that the engine died on is taken back, an undo is carried on. */
export const settleCutShort = async (open: ChangeManyParts): Promise<void> => {
  for (const { id, state } of open.parts.changeSets.listCutShort()) {
    if (state === 'running') await takeBackChanges(open, id)
    else await undoChanges(open, id, neverCancelled)
  }
}

const neverCancelled: JobControl = { signal: new AbortController().signal, report: () => undefined }

/** Not the file's own trouble. */
const mayWorkLater: ReadonlySet<EngineError['type']> = new Set([
  'DiskFull',
  'ReadOnly',
  'FileBusy',
  'FileGone',
  'StorageFailed',
])

const revertAll = (
  open: ChangeManyParts,
  { changeSet, keepChanged }: { readonly changeSet: string; readonly keepChanged: boolean },
  control: JobControl,
): Promise<readonly ChangeOutcome[]> => {
  const { parts } = open
  const actor = parts.actor()
  // What should not have been goes whatever the member may do by now.
  const revert = {
    name: 'undo',
    actor: keepChanged ? { ...actor, role: 'owner' as const } : actor,
    keepChanged,
  } as const
  const ids = parts.changeSets.listChanged(changeSet).filter((id) => parts.tenants.findTenant(id) !== undefined)
  const changes = ids.map((clientId) => ({ clientId, edit: (log: Log) => editOfMark(log, changeSet, revert) }))
  return changeMany(open, { changes }, control)
}

type Revert = { readonly name: 'undo'; readonly actor: Actor; readonly keepChanged: boolean }

/** Where the change did nothing, or is undone already, so does this. */
const editOfMark = (log: Log, changeSet: string, revert: Revert): Edit => {
  const refs = findChangeMarks(log, changeSet)
  const { name, actor } = revert
  if (refs.length === 0) return { name, actor, plan: () => ok([]) }
  const edits = refs.toReversed().map((ref) => editThatReverts(log, ref, revert))
  return { name, actor, plan: (context) => planAll(edits, context), mark: { type: 'clear', changeSet } }
}

/** The edits of one change touch different fields of a file, so none waits for another. */
const planAll = (edits: readonly Edit[], context: MutationContext): ReturnType<Edit['plan']> => {
  const plans = edits.map(({ plan }) => plan(context))
  return plans.find((plan) => !plan.ok) ?? ok(plans.flatMap((plan) => (plan.ok ? plan.value : [])))
}

export const hasChanged = ({ result }: ChangeOutcome): boolean => result.ok && result.value.rows > 0

const editedSince = 'It was edited since, so it stays as it is.'

const wordsOf = (error: EngineError): string =>
  error.type === 'ChangedSince' ? editedSince : describeError(error).message

const keptClient = ({ parts }: ChangeManyParts, clientId: string, reason: string): KeptClient => ({
  clientId,
  name: parts.tenants.findRow(clientId)?.name ?? clientId,
  reason,
})

type SplitClients = { readonly untouched: readonly string[]; readonly edited: readonly string[] }

const splitByEdits = async (open: ChangeManyParts, made: readonly MadeClient[]): Promise<SplitClients> => {
  const untouched: string[] = []
  const edited: string[] = []
  const giveWay = createGiveWay()
  for (const { clientId, head } of made) {
    const now = headOf(open, clientId)
    if (now === undefined) continue
    if (now.device === head.device && now.deviceSeq === head.deviceSeq) untouched.push(clientId)
    else edited.push(clientId)
    await giveWay()
  }
  return { untouched, edited }
}

/** The registry's head follows an edit by a moment, so an open file is asked itself. */
const headOf = ({ parts, handles }: ChangeManyParts, clientId: string): KnownHead | undefined => {
  if (!handles.isOpen(clientId)) return parts.tenants.findTenant(clientId)?.head
  const handle = handles.get(clientId)
  return handle.ok ? handle.value.log.head : undefined
}

/** Rows of one commit while somebody may be waiting. */
const removedAtOnce = 200

const removeMade = async ({ parts, handles }: ChangeManyParts, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  ids.forEach((id) => handles.discard(id))
  for (let start = 0; start < ids.length; start += removedAtOnce) {
    parts.tenants.unpublish(ids.slice(start, start + removedAtOnce))
    await new Promise((resolve) => setImmediate(resolve))
  }
  parts.emit({ type: 'portfolioChanged', accountId: parts.accountId, clientIds: null })
  await removeUnfinished(parts, new Set(ids))
}
