/** From draft to decision. Who may write the `decisions` documents is entitled to review; others submit. */
import { z } from 'zod'
import type { RecordChange } from '../document/record-change.ts'
import {
  evidenceCauses,
  evidenceDocument,
  evidenceReviewEntity,
  reviewDocument,
  type EvidenceReview,
  type EvidenceRevision,
} from '../entities/evidence.ts'
import { reference } from '../entities/field.ts'
import type { DomainError } from '../errors.ts'
import { byNewest, revisionStatus } from '../evidence/evidence-status.ts'
import { err, ok, type Result } from '../result.ts'
import { unlessArchived } from './archived-client.ts'
import { findEvidence, revisionsOf } from './evidence-mutations.ts'
import { defineMutation, type MutationContext } from './mutation.ts'

const reviewed = {
  evidenceId: reference().schema,
  /** The one that was looked at; without it the newest. */
  revisionId: reference().schema.optional(),
}
const { reason } = evidenceReviewEntity.fields

export const submitEvidence = defineMutation({
  space: 'tenant',
  input: z.strictObject(reviewed),
  plan: unlessArchived((context, input) => {
    const found = findRevision(context, input)
    if (!found.ok) return found
    const { revision, status } = found.value
    const isDone = status === 'submitted' || status === 'accepted'
    return ok(isDone ? [] : [submission(context, input.evidenceId, revision)])
  }),
})

/** Back to a draft, as long as nobody has decided. */
export const withdrawEvidence = defineMutation({
  space: 'tenant',
  input: z.strictObject(reviewed),
  plan: unlessArchived((context, input) => {
    const found = findRevision(context, input)
    if (!found.ok) return found
    const { revision, status } = found.value
    if (status === 'draft') return ok([])
    if (status !== 'submitted') return err({ type: 'EvidenceNotSubmitted' })
    return ok([revisionChange(input.evidenceId, revision.id, { submittedAt: null, submittedBy: null })])
  }),
})

/** Whoever is entitled need not submit to themselves first: a draft is submitted with the decision. */
export const acceptEvidence = defineMutation({
  space: 'tenant',
  input: z.strictObject(reviewed),
  plan: unlessArchived((context, input) => {
    const found = findRevision(context, input)
    if (!found.ok) return found
    const { revision, status } = found.value
    if (status === 'accepted') return ok([])
    const { evidenceId } = input
    const isDraft = status === 'draft'
    const answered = (revision.submission ?? 0) + (isDraft ? 1 : 0)
    return ok([
      ...(isDraft ? [submission(context, evidenceId, revision)] : []),
      decision(context, revision.id, { evidenceId, submission: answered, outcome: 'accepted', reason: null }),
    ])
  }),
})

export const rejectEvidence = defineMutation({
  space: 'tenant',
  input: z.strictObject({ ...reviewed, reason: reason.schema }),
  plan: unlessArchived((context, { reason: because, ...input }) => {
    const found = findRevision(context, input)
    if (!found.ok) return found
    const { revision, status } = found.value
    if (status === 'draft') return err({ type: 'EvidenceNotSubmitted' })
    const { evidenceId } = input
    const answered = revision.submission ?? null
    return ok([
      decision(context, revision.id, { evidenceId, submission: answered, outcome: 'rejected', reason: because }),
    ])
  }),
})

type Reviewed = {
  readonly evidenceId: string
  readonly revisionId?: string | undefined
}
type Found = { readonly revision: EvidenceRevision; readonly status: ReturnType<typeof revisionStatus> }

const findRevision = (context: MutationContext, { evidenceId, revisionId }: Reviewed): Result<Found, DomainError> => {
  const evidence = findEvidence(context, evidenceId)
  if (!evidence.ok) return evidence
  const revisions: readonly EvidenceRevision[] = revisionsOf(context, evidenceId)
  const revision =
    revisionId === undefined ? revisions.toSorted(byNewest)[0] : revisions.find(({ id }) => id === revisionId)
  if (revision === undefined) {
    return err({ type: 'RecordNotFound', entity: 'evidenceRevision', id: revisionId ?? evidenceId })
  }
  const review: EvidenceReview | undefined = context.find(
    reviewDocument(evidenceId),
    'evidenceReview',
    reviewId(context, revision.id),
  )
  return ok({ revision, status: revisionStatus({ ...revision, review }) })
}

const reviewId = (context: MutationContext, revisionId: string): string =>
  context.derivedId(evidenceCauses.review(revisionId))

const revisionChange = (evidenceId: string, id: string, fields: RecordChange['fields']): RecordChange => ({
  document: evidenceDocument(evidenceId),
  entity: 'evidenceRevision',
  id,
  fields,
})

const submission = (
  { now, memberId }: MutationContext,
  evidenceId: string,
  revision: EvidenceRevision,
): RecordChange => {
  const fields = { submittedAt: now, submittedBy: memberId, submission: (revision.submission ?? 0) + 1 }
  return revisionChange(evidenceId, revision.id, fields)
}

type Decision = Pick<EvidenceReview, 'outcome' | 'reason' | 'submission'> & { readonly evidenceId: string }

const decision = (context: MutationContext, revisionId: string, decided: Decision): RecordChange => ({
  document: reviewDocument(decided.evidenceId),
  entity: 'evidenceReview',
  id: reviewId(context, revisionId),
  fields: { ...decided, revisionId, decidedAt: context.now, decidedBy: context.memberId },
})
