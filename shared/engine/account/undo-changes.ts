/**
 * Undoes a bulk change or an import as one step. A client that somebody edited since stays as it is and is named. New
 * clients go as a batch: their rows first, in one commit, then files and keys; a start after a crash finishes it.
 */
import type { KeptClient, UndoReport } from '#api/client-changes.ts'
import { describeError, type EngineError } from '#api/errors.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { createGiveWay } from '../jobs/give-way.ts'
import type { JobControl } from '../jobs/job-board.ts'
import type { KnownHead } from '../log/open-log.ts'
import { editThatReverts } from '../log/undo-edit.ts'
import { changeMany, type ChangeManyParts } from './change-many.ts'
import type { ChangeTrace } from './change-traces.ts'
import { removeUnfinished } from './create-tenants.ts'

export const undoChanges = async (
  open: ChangeManyParts,
  trace: ChangeTrace,
  control: JobControl,
): Promise<Result<UndoReport, EngineError>> => {
  const actor = open.parts.actor()
  const outcomes = await changeMany(
    open,
    trace.edited.toReversed().map(({ clientId, ref }) => ({
      clientId,
      edit: (log) => editThatReverts(log, ref, { name: 'undo', actor }),
    })),
    control,
  )
  if (control.signal.aborted) return err({ type: 'Cancelled' })
  const kept = outcomes.flatMap(({ clientId, result }) =>
    result.ok ? [] : [keptClient(open, clientId, wordsOf(result.error))],
  )
  const created = await splitByEdits(open, trace.created)
  await removeCreated(open, created.untouched)
  return ok({
    undone: outcomes.length - kept.length + created.untouched.length,
    kept: [...kept, ...created.edited.map((clientId) => keptClient(open, clientId, editedSince))],
  })
}

const editedSince = 'It was edited since, so it stays as it is.'

const wordsOf = (error: EngineError): string =>
  error.type === 'ChangedSince' ? editedSince : describeError(error).message

const keptClient = ({ parts }: ChangeManyParts, clientId: string, reason: string): KeptClient => ({
  clientId,
  name: parts.tenants.findRow(clientId)?.name ?? clientId,
  reason,
})

type SplitClients = { readonly untouched: readonly string[]; readonly edited: readonly string[] }

const splitByEdits = async (open: ChangeManyParts, created: ChangeTrace['created']): Promise<SplitClients> => {
  const untouched: string[] = []
  const edited: string[] = []
  const giveWay = createGiveWay()
  for (const { clientId, head } of created) {
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
const removedAtOnce = 500

const removeCreated = async ({ parts, handles }: ChangeManyParts, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  ids.forEach((id) => handles.discard(id))
  for (let start = 0; start < ids.length; start += removedAtOnce) {
    parts.tenants.unpublish(ids.slice(start, start + removedAtOnce))
    await new Promise((resolve) => setImmediate(resolve))
  }
  parts.emit({ type: 'portfolioChanged', accountId: parts.accountId, clientIds: null })
  await removeUnfinished(parts, new Set(ids))
}
