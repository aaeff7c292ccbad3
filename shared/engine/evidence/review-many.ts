/** One decision on many pieces of evidence in many clients, as a job that can be undone as one step. */
import type { ReviewMany, ReviewReport } from '#api/evidence-across.ts'
import { describeError, type EngineError } from '#api/errors.ts'
import { can } from '#domain/permissions/can.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { JobRef } from '#api/jobs.ts'
import { changeMany, type ChangeManyParts } from '../account/change-many.ts'
import { beginChangeSet } from '../account/begin-change-set.ts'
import { hasChanged, orTakeBack } from '../account/undo-changes.ts'
import type { JobBoard, JobControl } from '../jobs/job-board.ts'
import { editFromMutation } from '../log/edit.ts'

export type ReviewManyParts = {
  readonly open: ChangeManyParts
  readonly jobs: JobBoard
}

const mutationOf = { accept: 'evidence.accept', submit: 'evidence.submit', reject: 'evidence.reject' } as const

export const reviewMany = ({ open, jobs }: ReviewManyParts, order: ReviewMany): Result<JobRef, EngineError> => {
  const actor = open.parts.actor()
  const kind = order.type === 'submit' ? 'controls' : 'decisions'
  if (!can(actor.role, { write: kind })) return err({ type: 'NotPermitted', role: actor.role, what: kind })
  const reason = order.type === 'reject' ? { reason: order.reason } : {}
  // Those of one client follow each other, so that its file is opened and its row worked out once.
  const items = order.items.toSorted((a, b) => (a.clientId < b.clientId ? -1 : a.clientId > b.clientId ? 1 : 0))
  const edits = items.map(({ evidenceId, revisionId }) =>
    editFromMutation(
      mutationOf[order.type],
      { evidenceId, ...(revisionId !== undefined && { revisionId }), ...reason },
      actor,
    ),
  )
  const refused = edits.find((edit) => !edit.ok)
  if (refused?.ok === false) return refused
  const review = async (control: JobControl, jobId: string): Promise<Result<ReviewReport, EngineError>> => {
    const { changeSets } = open.parts
    const mark = beginChangeSet(open.parts, { id: jobId, what: { type: 'reviewEvidence', decision: order.type } })
    const changes = items.flatMap(({ clientId }, index) => {
      const edit = edits[index]
      return edit?.ok === true ? [{ clientId, edit: () => ({ ...edit.value, mark }) }] : []
    })
    const note = (ids: readonly string[]): void => changeSets.noteClients(jobId, ids)
    const outcomes = await changeMany(open, { changes, note }, control)
    const edited = outcomes.filter(hasChanged)
    const changed = new Set(edited.map(({ clientId }) => clientId))
    // Cancelled half-way it can be undone as well as finished.
    changeSets.end(
      jobId,
      items.flatMap(({ clientId }) => (changed.has(clientId) ? [] : [clientId])),
    )
    const failed = outcomes.flatMap(({ clientId, result }, index): ReviewReport['failed'] => {
      const evidenceId = items[index]?.evidenceId ?? ''
      if (result.ok) return []
      const title = open.parts.tenants.evidence.list(clientId).find(({ id }) => id === evidenceId)?.title ?? evidenceId
      return [{ clientId, evidenceId, title, reason: describeError(result.error).message }]
    })
    return ok({ changed: edited.length, unchanged: outcomes.length - edited.length - failed.length, failed })
  }
  return ok(jobs.start('reviewEvidence', (control, jobId) => orTakeBack(open, jobId, () => review(control, jobId))))
}
