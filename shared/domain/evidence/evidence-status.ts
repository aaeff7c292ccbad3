/** Where a revision stands between draft and decision, and which revision speaks for a piece of evidence. */
import type { ReviewOutcome } from '../entities/evidence.ts'

export const evidenceStatuses = ['draft', 'submitted', 'accepted', 'rejected'] as const
export type EvidenceStatus = (typeof evidenceStatuses)[number]

export type ReviewedRevision = {
  readonly submittedAt?: string | null | undefined
  readonly submission?: number | null | undefined
  readonly review?:
    | { readonly outcome?: ReviewOutcome | null | undefined; readonly submission?: number | null | undefined }
    | undefined
}

/** A decision answers one submission, counted and not timed: no clock of a device can make it older than it is. */
export const revisionStatus = ({ submittedAt, submission, review }: ReviewedRevision): EvidenceStatus => {
  if ((submittedAt ?? null) === null) return 'draft'
  const outcome = review?.outcome ?? null
  return outcome !== null && review?.submission === submission ? outcome : 'submitted'
}

type Numbered = { readonly id: string; readonly number?: number | null; readonly addedAt?: string | null }

/** Newest first. Two devices may have given one number twice: then the later one is the newer, on every device. */
export const byNewest = (a: Numbered, b: Numbered): number =>
  (b.number ?? 0) - (a.number ?? 0) || compare(b.addedAt ?? '', a.addedAt ?? '') || compare(b.id, a.id)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
