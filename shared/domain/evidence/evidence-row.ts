/** A piece of evidence in the portfolio's read model: what lists across clients show without opening a client's file. */
import type { EvidenceStatus } from './evidence-status.ts'

export type EvidenceRow = {
  readonly id: string
  readonly title: string
  readonly ownerId: string | null
  /** Of the newest revision, as everything up to `addedAt`. */
  readonly revisionId: string
  readonly status: EvidenceStatus
  readonly fileName: string
  readonly mediaType: string
  readonly size: number
  readonly isExecutable: boolean
  readonly submittedAt: string | null
  readonly submittedBy: string | null
  readonly addedAt: string | null
  /** A revision of it is accepted, be it an older one. */
  readonly isAccepted: boolean
  readonly periodFrom: string | null
  readonly periodTo: string | null
  readonly collectedOn: string | null
  readonly validUntil: string | null
  /** The client's own setting; without one the practice's decides. */
  readonly validityDays: number | null
  readonly controlIds: readonly string[]
}
