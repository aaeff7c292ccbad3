/** What an engine does with evidence: in one client's file, and across all of them. */
import { z } from 'zod'
import type { EvidenceStanding } from '#domain/evidence/evidence-counts.ts'
import type { EvidenceAcross } from './evidence-across.ts'
import { evidenceStatuses, type EvidenceStatus } from '#domain/evidence/evidence-status.ts'
import { newEvidenceDetails } from '#domain/mutations/evidence-mutations.ts'
import type { Result } from '#domain/result.ts'
import type { EngineError } from './errors.ts'
import type { JobRef } from './jobs.ts'

export const evidenceQuerySchema = z.strictObject({
  /** Beginnings of words of titles, tags, notes, sources and file names. */
  search: z.string().trim().max(200).optional(),
  status: z.enum(evidenceStatuses).optional(),
  controlId: z.uuid().optional(),
  ownerId: z.uuid().nullable().optional(),
  sort: z.enum(['id', 'title', 'addedAt', 'validUntil', 'submittedAt']).optional(),
  direction: z.enum(['asc', 'desc']).optional(),
  offset: z.int().min(0).optional(),
  limit: z.int().min(1).max(10_000).optional(),
})
export type EvidenceQuery = z.infer<typeof evidenceQuerySchema>

/** Where the bytes of a new revision are: in files or folders of this machine, or in an upload that is finished. */
const path = z.string().trim().min(1).max(4000)
export const evidenceFileSchema = z.union([
  z.strictObject({ path }),
  z.strictObject({ uploadId: z.uuid(), fileName: z.string().min(1).max(1000) }),
])
export type EvidenceFile = z.infer<typeof evidenceFileSchema>

export const newEvidenceSchema = newEvidenceDetails.extend({
  files: z.array(evidenceFileSchema).min(1).max(1000),
  /** At once, as `submit` would. */
  submit: z.boolean().optional(),
})
export type NewEvidence = z.infer<typeof newEvidenceSchema>

export type EvidenceItem = {
  readonly id: string
  readonly title: string
  readonly source: string | null
  readonly note: string | null
  readonly tags: readonly string[]
  readonly ownerId: string | null
  readonly periodFrom: string | null
  readonly periodTo: string | null
  readonly collectedOn: string | null
  /** As somebody set it. */
  readonly validUntil: string | null
  /** Its last day by the rules, set or not; null: it never expires. */
  readonly lastValidOn: string | null
  readonly neverInPacks: boolean
  /** Of the newest revision. */
  readonly status: EvidenceStatus
  /** A revision is accepted, be it an older one. */
  readonly isAccepted: boolean
  /** Of the accepted revision, today. */
  readonly standing: EvidenceStanding
  readonly revision: EvidenceRevisionItem
  readonly revisionCount: number
  readonly controlIds: readonly string[]
  readonly createdAt: string | null
}

export type EvidenceRevisionItem = {
  readonly id: string
  readonly number: number
  readonly sha256: string
  readonly size: number
  /** Safe on every system. */
  readonly fileName: string
  /** What it was called, where that differs. */
  readonly originalName: string | null
  readonly mediaType: string
  /** A program: it is kept, and never started from here. */
  readonly isExecutable: boolean
  readonly status: EvidenceStatus
  readonly addedAt: string | null
  readonly addedBy: string | null
  readonly submittedAt: string | null
  readonly submittedBy: string | null
  readonly decidedAt: string | null
  readonly decidedBy: string | null
  /** Of a rejection. */
  readonly reason: string | null
}

export type EvidenceDetail = EvidenceItem & {
  /** Newest first. */
  readonly revisions: readonly EvidenceRevisionItem[]
  /** The revision that counts, where one does; it may be older than the newest. */
  readonly acceptedRevisionId: string | null
  readonly requirements: readonly { readonly libraryId: string; readonly requirementId: string }[]
  /** Other evidence with the very file of the newest revision. */
  readonly sameFileIn: readonly EvidenceRef[]
}

export type EvidenceRef = { readonly id: string; readonly title: string }
export type EvidencePage = { readonly items: readonly EvidenceItem[]; readonly total: number }

export type AddedEvidence = {
  readonly id: string
  readonly title: string
  readonly revisionId: string
  readonly number: number
  readonly sha256: string
  readonly size: number
  readonly fileName: string
  readonly originalName: string | null
  readonly isExecutable: boolean
  /** "The same file is already in …": it is stored once. */
  readonly sameFileIn: readonly EvidenceRef[]
}
/** The result of a job that adds: what could not be added is named with its reason, the rest is there. */
export type AddReport = {
  readonly added: readonly AddedEvidence[]
  readonly failed: readonly { readonly name: string; readonly reason: string }[]
}

export type EvidencePreview =
  | { readonly kind: 'image'; readonly mediaType: string; readonly bytes: Uint8Array }
  | { readonly kind: 'pdf'; readonly bytes: Uint8Array }
  /** Markup too is shown as the text that it is. */
  | { readonly kind: 'text'; readonly text: string; readonly isCut: boolean }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[]; readonly isCut: boolean }
  | { readonly kind: 'none'; readonly reason: 'tooLarge' | 'unknownType' | 'empty' }

/**
 * Editing goes through `clients.edit`: `evidence.update`, `.link`, `.unlink`, `.submit`, `.withdraw`, `.accept`, `.reject`
 * and `record.delete`, each with undo, activity and events.
 */
export type AccountEvidence = EvidenceAcross & {
  list(clientId: string, query: EvidenceQuery): Result<EvidencePage, EngineError>
  get(clientId: string, evidenceId: string): Result<EvidenceDetail, EngineError>
  /** One piece of evidence for each file; a folder stands for the files in it. The job's result is an `AddReport`. */
  add(clientId: string, evidence: NewEvidence): Result<JobRef, EngineError>
  /** A newer file of the same evidence; the job's result is an `AddReport` of one. */
  addRevision(clientId: string, evidenceId: string, file: EvidenceFile): Result<JobRef, EngineError>
  /** Writes the file to a place on this machine; the job's result is an `EvidenceSaved`. */
  save(clientId: string, order: SaveEvidence): Result<JobRef, EngineError>
  preview(clientId: string, revision: RevisionRef): Promise<Result<EvidencePreview, EngineError>>
  readonly uploads: EvidenceUploads
  readonly downloads: EvidenceDownloads
}

export type RevisionRef = {
  readonly evidenceId: string
  /** Without it the newest. */
  readonly revisionId?: string | undefined
}
export type SaveEvidence = RevisionRef & { readonly path: string }
export type EvidenceSaved = { readonly path: string; readonly sha256: string; readonly size: number }

/** Bytes from a page, in pieces of at most 1 MiB; each is answered when there is room for the next. */
export type EvidenceUploads = {
  start(clientId: string): Result<{ readonly uploadId: string }, EngineError>
  piece(uploadId: string, bytes: Uint8Array): Promise<Result<{ readonly received: number }, EngineError>>
  /** Stored; it waits for `add` as long as the account is open. */
  finish(uploadId: string): Promise<Result<UploadedFile, EngineError>>
  cancel(uploadId: string): void
}
export const largestPiece = 1024 * 1024

export type UploadedFile = {
  readonly uploadId: string
  readonly sha256: string
  readonly size: number
  /** Where the very same file is already. */
  readonly sameFileIn: readonly EvidenceRef[]
}

/** Bytes for a page, verified piece by piece, each when it is asked for. */
export type EvidenceDownloads = {
  open(clientId: string, revision: RevisionRef): Result<OpenDownload, EngineError>
  /** At most 256 KB; null at the end. */
  next(downloadId: string): Promise<Result<Uint8Array | null, EngineError>>
  close(downloadId: string): void
}
export type OpenDownload = {
  readonly downloadId: string
  readonly fileName: string
  readonly mediaType: string
  readonly size: number
}
