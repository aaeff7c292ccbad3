/** Evidence as lists and panels show it, from a client's open file: each piece with the revision that speaks for it. */
import type {
  EvidenceDetail,
  EvidenceItem,
  EvidencePage,
  EvidenceQuery,
  EvidenceRef,
  EvidenceRevisionItem,
} from '#api/evidence.ts'
import {
  evidenceStanding,
  lastValidDay,
  nextStandingChange,
  type EvidenceTerms,
} from '#domain/evidence/evidence-counts.ts'
import { byNewest, revisionStatus } from '#domain/evidence/evidence-status.ts'
import type { EvidenceRow } from '#domain/evidence/evidence-row.ts'
import type { ReviewOutcome } from '#domain/entities/evidence.ts'
import type { Log } from '../log/open-log.ts'
import { findEvidenceIds } from './find-evidence-ids.ts'

/** All that are not in the trash, by id, with everything that is worked out of them. */
const readAllEvidence = ({ database }: Pick<Log, 'database'>, terms: EvidenceTerms): readonly EvidenceItem[] => {
  const evidence = database.prepare(selectEvidence).all() as readonly StoredEvidence[]
  if (evidence.length === 0) return []
  const revisions = Map.groupBy(database.prepare(selectRevisions).all() as readonly StoredRevision[], ofEvidence)
  const controls = Map.groupBy(database.prepare(selectControls).all() as readonly StoredLink[], ofEvidence)
  return evidence.flatMap(
    (one) => itemOf(one, { revisions: revisions.get(one.id) ?? [], links: controls.get(one.id) ?? [], terms }) ?? [],
  )
}

/** As the portfolio holds them. The order of the fields is that of its rows, because they are compared as JSON. */
export const readEvidenceRows = (log: Log): readonly EvidenceRow[] => {
  const own = log.database.prepare('SELECT evidence_validity_days FROM client WHERE id = ?').pluck().get(log.spaceId)
  const validityDays = typeof own === 'number' ? own : null
  // Nothing of a row depends on a day: what does is asked of the portfolio with the day.
  return readAllEvidence(log, { day: '', validityDays: 0 }).map(({ revision, ...item }) => ({
    ...{ id: item.id, title: item.title, ownerId: item.ownerId, revisionId: revision.id, status: item.status },
    ...{ fileName: revision.fileName, mediaType: revision.mediaType, size: revision.size },
    isExecutable: revision.isExecutable,
    submittedAt: revision.submittedAt,
    submittedBy: revision.submittedBy,
    addedAt: revision.addedAt,
    isAccepted: item.isAccepted,
    ...{ periodFrom: item.periodFrom, periodTo: item.periodTo, collectedOn: item.collectedOn },
    ...{ validUntil: item.validUntil, validityDays, controlIds: item.controlIds },
  }))
}

export const listEvidence = (log: Log, query: EvidenceQuery, terms: EvidenceTerms): EvidencePage => {
  const found = query.search === undefined ? undefined : findEvidenceIds(log, query.search)
  const items = readAllEvidence(log, terms).filter((item) => matches(item, query) && (found?.has(item.id) ?? true))
  const { offset = 0, limit = 100, sort = 'addedAt', direction = sort === 'addedAt' ? 'desc' : 'asc' } = query
  const sign = direction === 'asc' ? 1 : -1
  const sorted = items.toSorted((a, b) => compareBy(sortKeys[sort], sign)(a, b) || (a.id < b.id ? -1 : 1))
  return { items: sorted.slice(offset, offset + limit), total: items.length }
}

/** What proves each control on that day, and the first day on which any of it is another answer; null: none to come. */
export const readCountingEvidence = (log: Pick<Log, 'database'>, terms: EvidenceTerms): CountingEvidence => {
  const items = readAllEvidence(log, terms)
  const byControl = new Map<string, string[]>()
  for (const { id, controlIds } of items.filter(({ standing }) => standing === 'counts')) {
    for (const controlId of controlIds) {
      const known = byControl.get(controlId)
      if (known === undefined) byControl.set(controlId, [id])
      else known.push(id)
    }
  }
  const changes = items.flatMap((item) => nextStandingChange({ ...item, isDeleted: false }, terms) ?? [])
  return { byControl, nextChangeOn: changes.toSorted()[0] ?? null }
}

export type CountingEvidence = {
  /** Ids of evidence by the id of the control. */
  readonly byControl: ReadonlyMap<string, readonly string[]>
  readonly nextChangeOn: string | null
}

/** Undefined for one that is not there, or in the trash. */
export const readEvidence = (log: Log, id: string, terms: EvidenceTerms): EvidenceDetail | undefined => {
  const { database } = log
  const stored = database.prepare(`${selectEvidence} AND id = ?`).get(id) as StoredEvidence | undefined
  if (stored === undefined) return undefined
  const revisions = database
    .prepare(`${selectRevisions} WHERE revision.evidence_id = ?`)
    .all(id) as readonly StoredRevision[]
  const links = database.prepare(`${selectControls} AND evidence_id = ?`).all(id) as readonly StoredLink[]
  const item = itemOf(stored, { revisions, links, terms })
  if (item === undefined) return undefined
  const sorted = revisions.toSorted(byNewest).map(toRevision)
  const requirements = database.prepare(selectRequirements).all(id) as EvidenceDetail['requirements']
  return {
    ...item,
    revisions: sorted,
    acceptedRevisionId: sorted.find(({ status }) => status === 'accepted')?.id ?? null,
    requirements,
    sameFileIn: findSameFile(log, item.revision.sha256, id),
  }
}

/** Evidence whose newest or an earlier revision is this very file. */
export const findSameFile = ({ database }: Log, sha256: string, exceptId = ''): readonly EvidenceRef[] =>
  database.prepare(selectSameFile).all(sha256, exceptId) as readonly EvidenceRef[]

type StoredEvidence = {
  readonly id: string
  readonly title: string | null
  readonly source: string | null
  readonly note: string | null
  readonly tags: string | null
  readonly ownerId: string | null
  readonly periodFrom: string | null
  readonly periodTo: string | null
  readonly collectedOn: string | null
  readonly validUntil: string | null
  readonly neverInPacks: number | null
  readonly createdAt: string | null
}
type FileField = 'sha256' | 'size' | 'fileName' | 'mediaType'
type StoredRevision = Omit<EvidenceRevisionItem, 'isExecutable' | 'status' | 'number' | FileField> & {
  readonly [Name in FileField]: EvidenceRevisionItem[Name] | null
} & {
  readonly evidenceId: string
  readonly number: number | null
  readonly executable: number | null
  readonly submission: number | null
  readonly answered: number | null
  readonly outcome: ReviewOutcome | null
}
type StoredLink = { readonly evidenceId: string; readonly controlId: string }
const ofEvidence = ({ evidenceId }: { readonly evidenceId: string }): string => evidenceId

const selectEvidence = `
SELECT id, title, source, note, tags, owner_id AS ownerId, period_from AS periodFrom, period_to AS periodTo,
  collected_on AS collectedOn, valid_until AS validUntil, never_in_packs AS neverInPacks, created_at AS createdAt
FROM evidence WHERE deleted_at IS NULL`
const selectRevisions = `
SELECT revision.id, revision.evidence_id AS evidenceId, revision.number, revision.sha256, revision.size,
  file_name AS fileName, original_name AS originalName, media_type AS mediaType, executable, added_at AS addedAt,
  added_by AS addedBy, submitted_at AS submittedAt, submitted_by AS submittedBy, revision.submission,
  review.submission AS answered, review.outcome, review.reason, decided_at AS decidedAt, decided_by AS decidedBy
FROM evidence_revision AS revision LEFT JOIN evidence_review AS review ON review.revision_id = revision.id`
const selectControls =
  'SELECT evidence_id AS evidenceId, control_id AS controlId FROM evidence_control WHERE unlinked_at IS NULL'
const selectRequirements = `
SELECT library_id AS libraryId, requirement_id AS requirementId FROM evidence_requirement
WHERE evidence_id = ? AND unlinked_at IS NULL ORDER BY library_id, requirement_id`
const selectSameFile = `
SELECT DISTINCT evidence.id, coalesce(title, '') AS title FROM evidence_revision AS revision
JOIN evidence ON evidence.id = revision.evidence_id
WHERE revision.sha256 = ? AND evidence.id <> ? AND evidence.deleted_at IS NULL ORDER BY evidence.id LIMIT 20`

type Parts = {
  readonly revisions: readonly StoredRevision[]
  readonly links: readonly StoredLink[]
  readonly terms: EvidenceTerms
}

/** Undefined while its file has not arrived: a record without a revision shows nothing. */
const itemOf = (stored: StoredEvidence, { revisions, links, terms }: Parts): EvidenceItem | undefined => {
  const [newest, ...older] = revisions.toSorted(byNewest).map(toRevision)
  if (newest === undefined) return undefined
  const { title, tags, neverInPacks, ...fields } = stored
  const isAccepted = [newest, ...older].some(({ status }) => status === 'accepted')
  return {
    ...fields,
    title: title ?? newest.fileName,
    tags: tags === null ? [] : tags.split(', '),
    neverInPacks: neverInPacks === 1,
    lastValidOn: lastValidDay(stored, terms.validityDays),
    status: newest.status,
    isAccepted,
    standing: evidenceStanding({ ...stored, isAccepted, isDeleted: false }, terms),
    revision: newest,
    revisionCount: revisions.length,
    controlIds: links.map(({ controlId }) => controlId).toSorted(),
  }
}

const toRevision = (stored: StoredRevision): EvidenceRevisionItem => {
  const { evidenceId: _, executable, submission, answered, outcome, number, ...rest } = stored
  const status = revisionStatus({ ...rest, submission, review: { outcome, submission: answered } })
  const isDecided = status === 'accepted' || status === 'rejected'
  return {
    ...rest,
    // What another version wrote in another shape is NULL here.
    sha256: rest.sha256 ?? '',
    size: rest.size ?? 0,
    fileName: rest.fileName ?? 'file',
    mediaType: rest.mediaType ?? 'application/octet-stream',
    number: number ?? 1,
    isExecutable: executable === 1,
    status,
    decidedAt: isDecided ? rest.decidedAt : null,
    decidedBy: isDecided ? rest.decidedBy : null,
    reason: isDecided ? rest.reason : null,
  }
}

const matches = (item: EvidenceItem, { status, controlId, ownerId }: EvidenceQuery): boolean =>
  (status === undefined || item.status === status) &&
  (controlId === undefined || item.controlIds.includes(controlId)) &&
  (ownerId === undefined || item.ownerId === ownerId)

type SortKey = (item: EvidenceItem) => string | null
const sortKeys: { readonly [Name in NonNullable<EvidenceQuery['sort']>]: SortKey } = {
  id: ({ id }) => id,
  title: ({ title }) => title.toLowerCase(),
  addedAt: ({ revision }) => revision.addedAt,
  validUntil: ({ lastValidOn }) => lastValidOn,
  submittedAt: ({ revision }) => revision.submittedAt,
}

/** What has no value comes last in either direction. */
const compareBy =
  (key: SortKey, sign: number) =>
  (a: EvidenceItem, b: EvidenceItem): number => {
    const [left, right] = [key(a), key(b)]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return left < right ? -sign : left > right ? sign : 0
  }
