/**
 * What proves that a control works. Evidence, its revisions and its links lie in one shard of the `controls` documents,
 * reviews beside them in `decisions`: whoever writes evidence is not by that entitled to accept it.
 */
import type { DocumentName } from '../document/document-name.ts'
import { defineEntity, type RecordOf } from './entity.ts'
import { count, day, flag, instant, line, oneOf, paragraph, reference, sha256 } from './field.ts'

export const evidenceEntity = defineEntity({
  name: 'evidence',
  table: 'evidence',
  kind: 'controls',
  fields: {
    title: line(200),
    /** Where it comes from: a system, a person, an export. */
    source: line(200),
    note: paragraph(4000),
    /** Labels with a comma between, in their order. */
    tags: line(1000),
    ownerId: reference(),
    /** The period that it covers, which is not the day of its upload. */
    periodFrom: day(),
    periodTo: day(),
    collectedOn: day(),
    /** Its last day. Without one the validity of the client or the practice decides. */
    validUntil: day(),
    neverInPacks: flag(),
    createdAt: instant(),
    createdBy: reference(),
    deletedAt: instant(),
  },
})
export type Evidence = RecordOf<typeof evidenceEntity>

/** One file of a piece of evidence, as it was added. A newer one begins as a draft. */
export const evidenceRevisionEntity = defineEntity({
  name: 'evidenceRevision',
  table: 'evidence_revision',
  kind: 'controls',
  fields: {
    evidenceId: reference(),
    number: count(1_000_000, 1),
    sha256: sha256(),
    size: count(),
    /** Safe on every system; what it was called before stands beside it where that differs. */
    fileName: line(255),
    originalName: line(1000),
    mediaType: line(200),
    executable: flag(),
    addedAt: instant(),
    addedBy: reference(),
    submittedAt: instant(),
    submittedBy: reference(),
    /** How often it was submitted: a review answers one submission. */
    submission: count(1_000_000, 1),
  },
})
export type EvidenceRevision = RecordOf<typeof evidenceRevisionEntity>

/** What it proves. The id derives from the pair, so two laptops that link the same link once. */
export const evidenceControlEntity = defineEntity({
  name: 'evidenceControl',
  table: 'evidence_control',
  kind: 'controls',
  fields: { evidenceId: reference(), controlId: reference(), linkedAt: instant(), unlinkedAt: instant() },
})

export const evidenceRequirementEntity = defineEntity({
  name: 'evidenceRequirement',
  table: 'evidence_requirement',
  kind: 'controls',
  fields: {
    evidenceId: reference(),
    /** The framework's library, and the requirement's id in it. */
    libraryId: line(200),
    requirementId: line(200),
    linkedAt: instant(),
    unlinkedAt: instant(),
  },
})

export const reviewOutcomes = ['accepted', 'rejected'] as const
export type ReviewOutcome = (typeof reviewOutcomes)[number]

/** The review of one revision; its id derives from it. Two who review apart have one, and the merge shows both. */
export const evidenceReviewEntity = defineEntity({
  name: 'evidenceReview',
  table: 'evidence_review',
  kind: 'decisions',
  fields: {
    evidenceId: reference(),
    revisionId: reference(),
    submission: count(1_000_000, 1),
    outcome: oneOf(reviewOutcomes),
    reason: paragraph(2000),
    decidedAt: instant(),
    decidedBy: reference(),
  },
})
export type EvidenceReview = RecordOf<typeof evidenceReviewEntity>

/** One of 16, by the last digit of the id: a client with 2,000 pieces of evidence has 125 in each. */
const shardOf = (evidenceId: string): string => evidenceId.slice(-1).toLowerCase()

export const evidenceDocument = (evidenceId: string): DocumentName => `controls/evidence-${shardOf(evidenceId)}`
export const reviewDocument = (evidenceId: string): DocumentName => `decisions/evidence-${shardOf(evidenceId)}`

/** Whether a document of the kind `controls` holds evidence. */
export const isEvidenceDocument = (name: string): boolean => name.startsWith('controls/evidence-')

/** What ids derive from. */
export const evidenceCauses = {
  control: (evidenceId: string, controlId: string): string => `evidence ${evidenceId} control ${controlId}`,
  requirement: (evidenceId: string, libraryId: string, requirementId: string): string =>
    `evidence ${evidenceId} requirement ${libraryId} ${requirementId}`,
  review: (revisionId: string): string => `evidence review ${revisionId}`,
} as const
