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
import { beginChangeSet } from './begin-change-set.ts'
import { changeMany, type ChangeManyParts, type ChangeOutcome } from './change-many.ts'
import { hasChanged, orTakeBack, undoChanges } from './undo-changes.ts'

export type AccountChangesOptions = {
  readonly open: ChangeManyParts
  readonly jobs: JobBoard
  readonly batches: OneAtATime
}

export const createAccountChanges = ({ open, jobs, batches }: AccountChangesOptions): AccountChanges => {
  const { changeSets } = open.parts
  return {
    list: () => changeSets.listDone().map(({ id, ...rest }) => ({ jobId: id, ...rest })),
    start(bulk) {
      const edit = editOf(bulk.change, open)
      if (!edit.ok) return edit
      return ok(
        jobs.start('changeClients', (control, jobId) =>
          orTakeBack(open, jobId, () => changeAll(open, { bulk, edit: edit.value, jobId }, control)),
        ),
      )
    },
    undo(jobId) {
      const { role } = open.parts.actor()
      if (!can(role, { write: 'profile' })) return err({ type: 'NotPermitted', role, what: 'profile' })
      if (!changeSets.startUndo(jobId)) return err({ type: 'ChangesGone' })
      return ok(jobs.start('undoChanges', (control) => batches.run(() => undoChanges(open, jobId, control))))
    },
  }
}

type Changing = { readonly bulk: Bulk; readonly edit: Edit; readonly jobId: string }

const changeAll = async (
  open: ChangeManyParts,
  { bulk, edit, jobId }: Changing,
  control: JobControl,
): Promise<Result<BulkReport, EngineError>> => {
  const { changeSets } = open.parts
  const mark = beginChangeSet(open.parts, { id: jobId, what: bulk.change })
  const changes = selectIds(open, bulk).map((clientId) => ({ clientId, edit: () => ({ ...edit, mark }) }))
  const note = (ids: readonly string[]): void => changeSets.noteClients(jobId, ids)
  const outcomes = await changeMany(open, { changes, note }, control)
  const unchanged = outcomes.flatMap((outcome) => (hasChanged(outcome) ? [] : [outcome.clientId]))
  // A cancelled change can be undone as well as a finished one.
  changeSets.end(jobId, unchanged)
  return ok(reportOf(open, outcomes, outcomes.length - unchanged.length))
}

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
