/** One change to many clients as a job, and the undoing of such a job. */
import type { AccountChanges, Bulk, BulkChange, BulkReport } from '#api/client-changes.ts'
import { describeError, type EngineError } from '#api/errors.ts'
import type { MutationName } from '#domain/mutations/mutation-registry.ts'
import { can } from '#domain/permissions/can.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { JobBoard, JobControl } from '../jobs/job-board.ts'
import type { OneAtATime } from '../jobs/one-at-a-time.ts'
import { editFromMutation, type Edit } from '../log/edit.ts'
import { listClientIds } from '../portfolio/list-client-ids.ts'
import { changeMany, type ChangeManyParts, type ChangeOutcome } from './change-many.ts'
import type { ChangeTraces } from './change-traces.ts'
import { undoChanges } from './undo-changes.ts'

export type AccountChangesOptions = {
  readonly open: ChangeManyParts
  readonly jobs: JobBoard
  readonly batches: OneAtATime
  readonly traces: ChangeTraces
}

export const createAccountChanges = ({ open, jobs, batches, traces }: AccountChangesOptions): AccountChanges => ({
  start(bulk) {
    const edit = editOf(bulk.change, open)
    if (!edit.ok) return edit
    const started = jobs.start('changeClients', async (control) => {
      const changes = selectIds(open, bulk).map((clientId) => ({ clientId, edit: () => edit.value }))
      const outcomes = await changeMany(open, changes, control)
      const edited = outcomes.flatMap(({ clientId, result }) =>
        result.ok && result.value.rows > 0 ? [{ clientId, ref: result.value }] : [],
      )
      // A cancelled change can be undone as well as a finished one.
      traces.add(started.jobId, { created: [], edited })
      return ok(reportOf(open, outcomes, edited.length))
    })
    return ok(started)
  },
  undo(jobId) {
    const { role } = open.parts.actor()
    if (!can(role, { write: 'profile' })) return err({ type: 'NotPermitted', role, what: 'profile' })
    if (jobs.find(jobId)?.state === 'running') return err({ type: 'ChangesGone' })
    const trace = traces.take(jobId)
    if (trace === undefined) return err({ type: 'ChangesGone' })
    return ok(
      jobs.start('undoChanges', async (control: JobControl) => {
        const undone = await batches.run(() => undoChanges(open, trace, control))
        // Half-way stopped, the rest can still be undone: what is undone already has nothing left to set back.
        if (!undone.ok) traces.add(jobId, trace)
        return undone
      }),
    )
  },
})

const selectIds = ({ parts }: ChangeManyParts, { clients }: Bulk): readonly string[] => {
  if ('ids' in clients) return clients.ids
  const except = new Set(clients.except)
  return listClientIds(parts.portfolio.database, clients.query).filter((id) => !except.has(id))
}

const mutationsOf: { readonly [Type in BulkChange['type']]: MutationName } = {
  assignOwner: 'client.assignOwner',
  tag: 'client.tag',
  untag: 'client.untag',
  setStatus: 'client.update',
  archive: 'client.archive',
  restore: 'client.restore',
}

const editOf = ({ type, ...input }: BulkChange, { parts }: ChangeManyParts): Result<Edit, EngineError> =>
  editFromMutation(mutationsOf[type], input, parts.actor())

const reportOf = ({ parts }: ChangeManyParts, outcomes: readonly ChangeOutcome[], changed: number): BulkReport => {
  const failed = outcomes.flatMap(({ clientId, result }) =>
    result.ok
      ? []
      : [
          {
            clientId,
            name: parts.tenants.findRow(clientId)?.name ?? clientId,
            reason: describeError(result.error).message,
          },
        ],
  )
  return { changed, unchanged: outcomes.length - changed - failed.length, failed }
}
