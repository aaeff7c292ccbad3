/** Edits many clients, one edit each, in slices: the dirty marks of a slice are one commit, and others run between them. */
import type { EngineError } from '#api/errors.ts'
import { err, type Result } from '#domain/result.ts'
import { createGiveWay } from '../jobs/give-way.ts'
import type { JobControl } from '../jobs/job-board.ts'
import type { EditAck } from '../log/commit-edits.ts'
import type { Edit } from '../log/edit.ts'
import type { Log } from '../log/open-log.ts'
import { storageFailure } from '../sqlite/storage-failure.ts'
import { readTenant } from '../tenant/read-tenant.ts'
import type { AccountParts } from './account-parts.ts'
import type { TenantHandles } from './tenant-handles.ts'

export type ClientChange = {
  readonly clientId: string
  /** Made once the client's file is open. */
  readonly edit: (log: Log) => Edit
}
export type ManyChanges = {
  readonly changes: readonly ClientChange[]
  /** Noted with the dirty marks of a slice, before its first edit. */
  readonly note?: (clientIds: readonly string[]) => void
}
export type ChangeOutcome = { readonly clientId: string; readonly result: Result<EditAck, EngineError> }

export type ChangeManyParts = { readonly parts: AccountParts; readonly handles: TenantHandles }

/** So few that a slice ends before the rows of its first clients are due by themselves. */
const sliceSize = 16

/** Stops between two slices when it is cancelled; what was done until then is in the answer. */
export const changeMany = async (
  open: ChangeManyParts,
  { changes, note }: ManyChanges,
  { signal, report }: JobControl,
): Promise<readonly ChangeOutcome[]> => {
  const outcomes: ChangeOutcome[] = []
  const giveWay = createGiveWay()
  for (let start = 0; start < changes.length && !signal.aborted; start += sliceSize) {
    const slice = changes.slice(start, start + sliceSize)
    const ids = slice.map(({ clientId }) => clientId)
    const unopened = ids.filter((id) => !open.handles.isOpen(id))
    open.parts.tenants.markManyDirty(ids, note && (() => note(ids)))
    for (const change of slice) {
      outcomes.push({ clientId: change.clientId, result: await changeOne(open.handles, change) })
      await giveWay()
    }
    settle(open, slice)
    await giveWay()
    open.handles.closeMany(unopened)
    await giveWay()
    report(outcomes.length, changes.length)
  }
  return outcomes
}

/** The rows of a slice in one commit. What fails here stays dirty, and is made right by itself, later or at the next start. */
const settle = ({ parts, handles }: ChangeManyParts, slice: readonly ClientChange[]): void => {
  const refreshed = slice.flatMap(({ clientId }) => {
    const handle = handles.isOpen(clientId) ? handles.get(clientId) : undefined
    return handle?.ok === true ? (attempt(() => readTenant(handle.value.log, parts.bandThresholds())) ?? []) : []
  })
  attempt(() => parts.tenants.saveRows(refreshed))
  const clientIds = refreshed.map(({ row }) => row.id)
  parts.emit({ type: 'portfolioChanged', accountId: parts.accountId, clientIds })
}

const attempt = <Value>(work: () => Value): Value | undefined => {
  try {
    return work()
  } catch (error) {
    if (storageFailure(error).type === 'StorageFailed') throw error
    return undefined
  }
}

const changeOne = async (handles: TenantHandles, change: ClientChange): Promise<Result<EditAck, EngineError>> => {
  const handle = handles.get(change.clientId)
  if (!handle.ok) return handle
  const outcome = await handle.value.queue.add(change.edit(handle.value.log))
  if (outcome.ok) return outcome
  if (outcome.error.type === 'FileDamaged') handles.setAside(change.clientId, outcome.error)
  return err(outcome.error)
}
