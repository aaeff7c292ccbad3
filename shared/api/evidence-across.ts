/** Evidence across all clients that are not archived: the review queue, what expires, and decisions on many at once. */
import { z } from 'zod'
import type { EvidenceStanding } from '#domain/evidence/evidence-counts.ts'
import type { EvidenceRow } from '#domain/evidence/evidence-row.ts'
import type { Result } from '#domain/result.ts'
import type { EngineError } from './errors.ts'
import type { JobRef } from './jobs.ts'

export const evidenceViews = ['all', 'review', 'drafts', 'accepted', 'rejected', 'expiring', 'expired'] as const
export type EvidenceView = (typeof evidenceViews)[number]

export const evidenceAcrossSchema = z.strictObject({
  /** `review`: submitted. `expiring` and `expired` are about what is accepted. */
  view: z.enum(evidenceViews),
  /** Of `expiring`; 30 unless told. */
  withinDays: z.int().min(0).max(3650).optional(),
  clientId: z.uuid().optional(),
  /** Of the evidence. */
  ownerId: z.uuid().nullable().optional(),
  /** Part of the title or the file name. */
  search: z.string().trim().max(200).optional(),
  /** Unless told: the oldest submission first in `review`, the nearest end in `expiring` and `expired`, else by client. */
  sort: z.enum(['client', 'title', 'submittedAt', 'lastValidOn', 'addedAt']).optional(),
  direction: z.enum(['asc', 'desc']).optional(),
  offset: z.int().min(0).optional(),
  limit: z.int().min(1).max(1000).optional(),
})
export type EvidenceAcrossQuery = z.infer<typeof evidenceAcrossSchema>

export type EvidenceAcrossItem = EvidenceRow & {
  readonly clientId: string
  readonly clientName: string
  /** Its last day, set or by the rules; null: it never expires. */
  readonly lastValidOn: string | null
  /** Of the accepted revision, today. */
  readonly standing: EvidenceStanding
}
export type EvidenceAcrossPage = { readonly items: readonly EvidenceAcrossItem[]; readonly total: number }

export type EvidenceCounts = {
  readonly all: number
  readonly review: number
  readonly drafts: number
  readonly accepted: number
  readonly rejected: number
  readonly expired: number
  /** Accepted, and their last day is one of so many from today; the larger ones hold the smaller. */
  readonly expiring: { readonly days30: number; readonly days60: number; readonly days90: number }
}

const item = z.strictObject({ clientId: z.uuid(), evidenceId: z.uuid(), revisionId: z.uuid().optional() })
export const reviewManySchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('accept'), items: z.array(item).min(1).max(5000) }),
  z.strictObject({ type: z.literal('submit'), items: z.array(item).min(1).max(5000) }),
  z.strictObject({
    type: z.literal('reject'),
    items: z.array(item).min(1).max(5000),
    reason: z.string().trim().min(1).max(2000),
  }),
])
export type ReviewMany = z.infer<typeof reviewManySchema>

export type ReviewReport = {
  readonly changed: number
  /** So already. */
  readonly unchanged: number
  readonly failed: readonly {
    readonly clientId: string
    readonly evidenceId: string
    readonly title: string
    readonly reason: string
  }[]
}

export type EvidenceAcross = {
  across(query: EvidenceAcrossQuery): EvidenceAcrossPage
  counts(): EvidenceCounts
  /** The job's result is a `ReviewReport`; `changes.undo` takes the job back as one step. */
  review(order: ReviewMany): Result<JobRef, EngineError>
}
