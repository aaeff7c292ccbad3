/** Evidence of an unlocked account: records from the clients' files, bytes through the stores, both told as one. */
import { resolve } from 'node:path'
import type { AccountEvidence, EvidenceRevisionItem, EvidenceSaved, RevisionRef } from '#api/evidence.ts'
import type { EngineError } from '#api/errors.ts'
import { practiceSetting } from '#domain/defaults/effective-setting.ts'
import type { Practice } from '#domain/entities/practice.ts'
import type { EvidenceTerms } from '#domain/evidence/evidence-counts.ts'
import { can } from '#domain/permissions/can.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { readTenant } from '../account/tenant-access.ts'
import { isFileFailure } from '../files/file-errors.ts'
import type { JobBoard } from '../jobs/job-board.ts'
import type { Log } from '../log/open-log.ts'
import { addEvidence, addRevision, type AddEvidenceParts } from './add-evidence.ts'
import { createDownloads } from './evidence-downloads.ts'
import { evidenceFailure } from './evidence-failure.ts'
import { countEvidence, listEvidenceAcross } from './list-evidence-across.ts'
import { reviewMany } from './review-many.ts'
import { createUploads } from './evidence-uploads.ts'
import { dayIn } from './highest-time.ts'
import { previewFile } from './preview-file.ts'
import { findSameFile, listEvidence, readEvidence } from './read-evidence.ts'

export type AccountEvidenceOptions = Omit<AddEvidenceParts, 'uploads' | 'today'> & {
  readonly jobs: JobBoard
  practice(): Practice
  /** The highest time known, in milliseconds. */
  now(): number
}

export const createAccountEvidence = (options: AccountEvidenceOptions): AccountEvidence & { close(): void } => {
  const { parts, handles, jobs, stores } = options
  const newId = (): string => parts.ports.random.id()
  const uploads = createUploads(stores, newId)
  const downloads = createDownloads(stores, newId)
  const today = (): string => dayIn(options.practice().timezone ?? 'UTC', options.now())
  const terms = (log: Log): EvidenceTerms => ({ day: today(), validityDays: validityOf(log, options.practice()) })
  const adding = { ...options, uploads, today }

  const mayWrite = (): Result<void, EngineError> => {
    const { role } = parts.actor()
    return can(role, { write: 'controls' }) ? ok(undefined) : err({ type: 'NotPermitted', role, what: 'controls' })
  }
  const findRevision = (clientId: string, ref: RevisionRef): Result<EvidenceRevisionItem, EngineError> => {
    const read = readTenant(handles, clientId, (log) => readEvidence(log, ref.evidenceId, terms(log)))
    if (!read.ok) return read
    const revision = read.value?.revisions.find(({ id }) => id === (ref.revisionId ?? read.value?.revision.id))
    if (revision !== undefined) return ok(revision)
    return err({ type: 'RecordNotFound', entity: 'evidence', id: ref.revisionId ?? ref.evidenceId })
  }
  return {
    across: (query) => listEvidenceAcross(parts.portfolio.database, query, today()),
    counts: () => countEvidence(parts.portfolio.database, today()),
    review: (order) => reviewMany({ open: { parts, handles }, jobs }, order),
    list: (clientId, query) => readTenant(handles, clientId, (log) => listEvidence(log, query, terms(log))),
    get(clientId, id) {
      const read = readTenant(handles, clientId, (log) => readEvidence(log, id, terms(log)))
      if (!read.ok) return read
      return read.value === undefined ? err({ type: 'RecordNotFound', entity: 'evidence', id }) : ok(read.value)
    },
    add(clientId, evidence) {
      const allowed = mayWrite()
      if (!allowed.ok) return allowed
      const open = handles.get(clientId)
      if (!open.ok) return open
      return ok(jobs.start('addEvidence', (control) => addEvidence(adding, { clientId, evidence }, control)))
    },
    addRevision(clientId, evidenceId, file) {
      const allowed = mayWrite()
      if (!allowed.ok) return allowed
      const found = findRevision(clientId, { evidenceId })
      if (!found.ok) return found
      return ok(jobs.start('addEvidence', (control) => addRevision(adding, { clientId, evidenceId, file }, control)))
    },
    save(clientId, { path: named, ...ref }) {
      const revision = findRevision(clientId, ref)
      if (!revision.ok) return revision
      const { sha256, size } = revision.value
      const path = resolve(named)
      const work = async (): Promise<Result<EvidenceSaved, EngineError>> => {
        const copied = await stores.copyOut(clientId, sha256, path)
        return copied.ok ? ok({ path, sha256, size }) : err(evidenceFailure(copied.error, path))
      }
      return ok(jobs.start('saveEvidence', work))
    },
    async preview(clientId, ref) {
      const revision = findRevision(clientId, ref)
      if (!revision.ok) return revision
      const { sha256, fileName, size } = revision.value
      const controller = new AbortController()
      try {
        return ok(await previewFile({ fileName, size, pieces: stores.read(clientId, sha256, controller.signal) }))
      } catch (error) {
        if (!isFileFailure(error)) throw error
        return err(evidenceFailure(error.failure, fileName))
      } finally {
        controller.abort()
      }
    },
    uploads: {
      start(clientId) {
        const allowed = mayWrite()
        if (!allowed.ok) return allowed
        const open = handles.get(clientId)
        return open.ok ? ok({ uploadId: uploads.start(clientId) }) : open
      },
      piece: uploads.piece,
      async finish(uploadId) {
        const stored = await uploads.finish(uploadId)
        if (!stored.ok) return stored
        const { sha256, size } = stored.value.file
        const same = readTenant(handles, stored.value.clientId, (log) => findSameFile(log, sha256))
        return same.ok ? ok({ uploadId, sha256, size, sameFileIn: same.value }) : same
      },
      cancel: uploads.cancel,
    },
    downloads: {
      open(clientId, ref) {
        const revision = findRevision(clientId, ref)
        if (!revision.ok) return revision
        const { sha256, fileName, mediaType, size } = revision.value
        return ok({ downloadId: downloads.start(clientId, sha256), fileName, mediaType, size })
      },
      next: downloads.next,
      close: downloads.close,
    },
    close() {
      uploads.close()
      downloads.closeAll()
    },
  }
}

/** The client's own, else the practice's, else the standard. */
const validityOf = ({ database, spaceId }: Log, practice: Practice): number => {
  const own = database.prepare('SELECT evidence_validity_days FROM client WHERE id = ?').pluck().get(spaceId)
  return typeof own === 'number' ? own : practiceSetting('evidenceValidityDays', practice).value
}
