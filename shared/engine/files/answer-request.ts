/** Does what a file store asks of its sibling. Runs in the files worker. */
import { statSync } from 'node:fs'
import { err, ok, type Result } from '#domain/result.ts'
import { takeTurn, type ServedConversation } from '../workers/serve-conversations.ts'
import { copyOutBlob } from './copy-out-blob.ts'
import { eraseBlob } from './erase-blob.ts'
import type { FileError } from './file-errors.ts'
import type {
  FilesAnswers,
  FilesMessage,
  FilesProgress,
  FilesReply,
  FilesRequest,
  StoredFile,
  StoreSize,
} from './files-protocol.ts'
import { takeName } from './ingest-blob.ts'
import type { Sibling } from './open-sibling.ts'
import { findStoredFile, listStoredFiles, readBlob } from './read-blob.ts'
import { sweepBlobs } from './sweep-blobs.ts'
import { verifyBlobs } from './verify-blobs.ts'

export type Answer = Result<FilesAnswers[keyof FilesAnswers], FileError>
export type Asker = ServedConversation<FilesMessage, FilesReply>
type RequestOnSibling = Exclude<FilesRequest, { type: 'add' | 'close' }>

export const answerRequest = async (sibling: Sibling, request: RequestOnSibling, asker: Asker): Promise<Answer> => {
  const onProgress = (progress: FilesProgress): void => asker.reply({ type: 'progress', progress })
  const { signal } = asker
  switch (request.type) {
    case 'read':
      return sendBlob(sibling, request.sha256, asker)
    case 'copyOut':
      return copyOutBlob(sibling, { ...request, signal, onProgress })
    case 'has':
      return ok(findStoredFile(sibling, request.sha256) !== undefined)
    case 'list':
      return ok(listStoredFiles(sibling))
    case 'size':
      return ok(sizeOf(sibling))
    case 'verify':
      return verifyBlobs(sibling, { signal, onProgress })
    case 'remove':
      return removeBlob(sibling, request.sha256)
    case 'sweep':
      return sweepBlobs(sibling, { ...request, signal })
  }
}

/** The answer of a store that has no sibling, because nothing was ever added. */
export const answerWithoutSibling = (request: RequestOnSibling): Answer => {
  switch (request.type) {
    case 'read':
    case 'copyOut':
    case 'remove':
      return err({ type: 'FileNotFound', sha256: request.sha256 })
    case 'has':
      return ok(false)
    case 'list':
      return ok([])
    case 'size':
      return ok({ files: 0, bytes: 0, bytesOnDisk: 0 })
    case 'verify':
      return ok({ checked: 0, bytes: 0, failures: [] })
    case 'sweep':
      return ok({ unfinished: 0, orphans: 0, tooYoung: 0, stuck: 0, missing: [...request.known].sort() })
  }
}

/** Sends a few chunks ahead of what the reader has taken. */
const chunksAhead = 4

const sendBlob = async (sibling: Sibling, sha256: string, asker: Asker): Promise<Result<StoredFile, FileError>> => {
  const chunks = readBlob(sibling, sha256)
  for (let sent = 0; ; sent += 1) {
    if (sent >= chunksAhead && (await asker.next()) === undefined) return err({ type: 'Cancelled' })
    const step = chunks.next()
    if (step.done === true) return step.value
    asker.reply({ type: 'chunk', bytes: step.value }, [step.value.buffer])
    await takeTurn()
  }
}

/** The file is gone from the first step on; its bytes are overwritten when this returns. */
const removeBlob = async (sibling: Sibling, sha256: string): Promise<Result<StoredFile, FileError>> => {
  const file = findStoredFile(sibling, sha256)
  const id = takeName(sibling, sha256)
  if (file === undefined || id === undefined) return err({ type: 'FileNotFound', sha256 })
  const erased = await eraseBlob(sibling, id)
  if (!erased.ok) return erased
  if (erased.value === 'erased') return ok(file)
  return err({
    type: 'StoreDamaged',
    detail: 'parts of the removed file lie on damaged pages and could not be overwritten',
  })
}

const sizeOf = ({ database }: Sibling): StoreSize => {
  const sums = database
    .prepare<[], Omit<StoreSize, 'bytesOnDisk'>>(
      'SELECT count(*) AS files, coalesce(sum(size), 0) AS bytes FROM blob WHERE sha256 IS NOT NULL',
    )
    .get()
  const onDisk = [database.name, `${database.name}-wal`].map(
    (path) => statSync(path, { throwIfNoEntry: false })?.size ?? 0,
  )
  return { files: 0, bytes: 0, ...sums, bytesOnDisk: onDisk.reduce((sum, size) => sum + size, 0) }
}
