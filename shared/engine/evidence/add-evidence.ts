/** Adds files as evidence: the bytes first, by the files worker, then the records in one edit. */
import { basename } from 'node:path'
import type { AddedEvidence, AddReport, EvidenceFile, NewEvidence } from '#api/evidence.ts'
import { describeError, type EngineError } from '#api/errors.ts'
import {
  cleanFileName,
  isExecutable,
  mediaTypeOf,
  originalNameOf,
  titleFromFileName,
} from '#domain/evidence/evidence-file-name.ts'
import type { EvidenceFileInput } from '#domain/mutations/evidence-mutations.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { AccountParts } from '../account/account-parts.ts'
import type { EvidenceStores } from '../account/evidence-stores.ts'
import { commitTenantEdit } from '../account/tenant-access.ts'
import type { TenantHandles } from '../account/tenant-handles.ts'
import type { UndoStack } from '../account/undo-stack.ts'
import { insertFile, type FileMetadata } from '../files/file-metadata.ts'
import type { JobControl } from '../jobs/job-board.ts'
import { editFromMutation } from '../log/edit.ts'
import { evidenceFailure } from './evidence-failure.ts'
import type { OpenUploads } from './evidence-uploads.ts'
import { listSourceFiles, readHead } from './list-source-files.ts'
import { findSameFile } from './read-evidence.ts'

export type AddEvidenceParts = {
  readonly parts: AccountParts
  readonly handles: TenantHandles
  readonly stores: EvidenceStores
  readonly undo: UndoStack
  readonly uploads: OpenUploads
  today(): string
}

export type AddOrder = { readonly clientId: string; readonly evidence: NewEvidence }

/** A file that fails is named and the others go on; one that was the only one fails the job. */
export const addEvidence = async (
  open: AddEvidenceParts,
  { clientId, evidence: { files, submit = false, title, ...details } }: AddOrder,
  control: JobControl,
): Promise<Result<AddReport, EngineError>> => {
  const sources = await listSources(files)
  if (!sources.ok) return sources
  const isOnly = sources.value.length === 1
  const added: AddedEvidence[] = []
  const failed: { readonly name: string; readonly reason: string }[] = []
  for (const [index, source] of sources.value.entries()) {
    if (control.signal.aborted) return err({ type: 'Cancelled' })
    const stored = await storeFile(open, { clientId, source }, isOnly ? control : { ...control, report: ignore })
    const id = open.parts.ports.random.id()
    const one = stored.ok
      ? await commitFile(
          open,
          { clientId, evidenceId: id, stored: stored.value },
          {
            name: 'evidence.create',
            input: {
              ...details,
              submit,
              collectedOn: details.collectedOn === undefined ? open.today() : details.collectedOn,
              id,
              title: (isOnly ? title : undefined) ?? titleFromFileName(stored.value.file.fileName).slice(0, 200),
              file: stored.value.file,
            },
          },
        )
      : stored
    if (one.ok) added.push(one.value)
    else if (isOnly || one.error.type === 'Cancelled' || one.error.type === 'DiskFull') return one
    else failed.push({ name: nameOf(source), reason: describeError(one.error).message })
    if (!isOnly) control.report(index + 1, sources.value.length)
  }
  return ok({ added, failed })
}

const ignore = (): void => undefined

export type RevisionOrder = { readonly clientId: string; readonly evidenceId: string; readonly file: EvidenceFile }

export const addRevision = async (
  open: AddEvidenceParts,
  { clientId, evidenceId, file }: RevisionOrder,
  control: JobControl,
): Promise<Result<AddReport, EngineError>> => {
  const stored = await storeFile(open, { clientId, source: file }, control)
  if (!stored.ok) return stored
  const added = await commitFile(
    open,
    { clientId, evidenceId, stored: stored.value },
    {
      name: 'evidence.addRevision',
      input: { evidenceId, file: stored.value.file },
    },
  )
  return added.ok ? ok({ added: [added.value], failed: [] }) : added
}

const listSources = async (files: readonly EvidenceFile[]): Promise<Result<readonly EvidenceFile[], EngineError>> => {
  const sources: EvidenceFile[] = []
  for (const file of files) {
    if (!('path' in file)) {
      sources.push(file)
      continue
    }
    const listed = await listSourceFiles(file.path)
    if (!listed.ok) return listed
    sources.push(...listed.value.map((path) => ({ path })))
  }
  return ok(sources)
}

const nameOf = (source: EvidenceFile): string => ('path' in source ? basename(source.path) : source.fileName)

type StoredFile = { readonly file: EvidenceFileInput; readonly metadata: FileMetadata }
type StoreOrder = { readonly clientId: string; readonly source: EvidenceFile }

const storeFile = async (
  { stores, uploads }: AddEvidenceParts,
  { clientId, source }: StoreOrder,
  { signal, report }: JobControl,
): Promise<Result<StoredFile, EngineError>> => {
  const name = nameOf(source)
  const fileName = cleanFileName(name)
  const mediaType = mediaTypeOf(fileName)
  const fileOf = (metadata: FileMetadata, head: Uint8Array): StoredFile => ({
    metadata,
    file: {
      sha256: metadata.sha256,
      size: metadata.size,
      fileName,
      originalName: originalNameOf(name, fileName),
      mediaType,
      executable: isExecutable(fileName, head) ? 1 : 0,
    },
  })
  if ('uploadId' in source) {
    const upload = uploads.take(clientId, source.uploadId)
    return upload === undefined ? err({ type: 'TransferGone' }) : ok(fileOf(upload.file, upload.head))
  }
  const head = await readHead(source.path)
  const onProgress = ({ done, total = 0 }: { readonly done: number; readonly total: number | undefined }): void =>
    report(done, total)
  const stored = await stores.add(clientId, source.path, { mediaType, signal, onProgress })
  return stored.ok ? ok(fileOf(stored.value, head)) : err(evidenceFailure(stored.error, source.path))
}

type CommitOrder = { readonly clientId: string; readonly evidenceId: string; readonly stored: StoredFile }
type NamedEdit = { readonly name: 'evidence.create' | 'evidence.addRevision'; readonly input: unknown }

const commitFile = async (
  { parts, handles, undo }: AddEvidenceParts,
  { clientId, evidenceId, stored: { file, metadata } }: CommitOrder,
  { name, input }: NamedEdit,
): Promise<Result<AddedEvidence, EngineError>> => {
  const actor = parts.actor()
  const edit = editFromMutation(name, input, actor)
  if (!edit.ok) return edit
  const before = handles.get(clientId)
  if (!before.ok) return before
  const sameFileIn = findSameFile(before.value.log, file.sha256, evidenceId)
  const committed = await commitTenantEdit(handles, clientId, () => edit.value)
  if (!committed.ok) return committed
  undo.recordEdit(clientId, committed.value)
  // A look of the doctor between the bytes and the record may have taken the row for one that nothing refers to.
  const after = handles.get(clientId)
  if (after.ok) insertFile(after.value.log.database, metadata)
  const revision = committed.value.changes.find(
    ({ entity, field }) => entity === 'evidenceRevision' && field === 'number',
  )
  const title = after.ok ? titleOf(after.value.log.database.prepare(selectTitle).pluck().get(evidenceId)) : ''
  return ok({
    id: evidenceId,
    title,
    revisionId: revision?.id ?? '',
    number: Number(revision?.to ?? 1),
    ...file,
    isExecutable: file.executable === 1,
    sameFileIn,
  })
}

const selectTitle = 'SELECT title FROM evidence WHERE id = ?'
const titleOf = (title: unknown): string => (typeof title === 'string' ? title : '')
