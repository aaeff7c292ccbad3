/** Files that a page sends piece by piece, straight into the store: at most one piece waits in memory for each. */
import type { EvidenceUploads } from '#api/evidence.ts'
import type { EngineError } from '#api/errors.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { EvidenceStores } from '../account/evidence-stores.ts'
import type { FileMetadata } from '../files/file-metadata.ts'
import { evidenceFailure } from './evidence-failure.ts'
import { headLength } from './list-source-files.ts'

export type StoredUpload = { readonly file: FileMetadata; readonly head: Uint8Array }

export type OpenUploads = Omit<EvidenceUploads, 'finish' | 'start'> & {
  start(clientId: string): string
  finish(uploadId: string): Promise<Result<StoredUpload & { readonly clientId: string }, EngineError>>
  /** Once: what was added is no upload any more. */
  take(clientId: string, uploadId: string): StoredUpload | undefined
  close(): void
}

type Upload = {
  readonly clientId: string
  readonly queue: PieceQueue
  readonly stored: Promise<Result<FileMetadata, EngineError>>
  readonly controller: AbortController
  head: Uint8Array
  received: number
  result?: FileMetadata
}

/** So many may be under way or wait to be added; the oldest goes. */
const mostUploads = 200

export const createUploads = (stores: EvidenceStores, newId: () => string): OpenUploads => {
  const uploads = new Map<string, Upload>()
  const cancel = (uploadId: string): void => {
    const upload = uploads.get(uploadId)
    uploads.delete(uploadId)
    upload?.controller.abort()
    upload?.queue.end()
  }
  return {
    start(clientId) {
      const [oldest] = uploads.keys()
      if (uploads.size >= mostUploads && oldest !== undefined) cancel(oldest)
      const uploadId = newId()
      const queue = createPieceQueue()
      const controller = new AbortController()
      const stored = stores.add(clientId, queue.pieces, { signal: controller.signal }).then((added) => {
        queue.end()
        return added.ok ? added : err(evidenceFailure(added.error, 'The file'))
      })
      uploads.set(uploadId, { clientId, queue, stored, controller, head: new Uint8Array(), received: 0 })
      return uploadId
    },
    async piece(uploadId, bytes) {
      const upload = uploads.get(uploadId)
      if (upload === undefined) return err({ type: 'TransferGone' })
      if (upload.head.length < headLength) {
        upload.head = Uint8Array.from([...upload.head, ...bytes.subarray(0, headLength - upload.head.length)])
      }
      const isTaken = await upload.queue.add(bytes)
      if (!isTaken) {
        const stored = await upload.stored
        uploads.delete(uploadId)
        return stored.ok ? err({ type: 'TransferGone' }) : stored
      }
      upload.received += bytes.length
      return ok({ received: upload.received })
    },
    async finish(uploadId) {
      const upload = uploads.get(uploadId)
      if (upload === undefined) return err({ type: 'TransferGone' })
      upload.queue.finish()
      const stored = await upload.stored
      if (!stored.ok) {
        uploads.delete(uploadId)
        return stored
      }
      upload.result = stored.value
      return ok({ file: stored.value, head: upload.head, clientId: upload.clientId })
    },
    cancel,
    take(clientId, uploadId) {
      const upload = uploads.get(uploadId)
      if (upload?.result === undefined || upload.clientId !== clientId) return undefined
      uploads.delete(uploadId)
      return { file: upload.result, head: upload.head }
    },
    close: () => [...uploads.keys()].forEach(cancel),
  }
}

type PieceQueue = {
  readonly pieces: AsyncIterable<Uint8Array>
  /** Resolves when the reader has asked for the next one; false when it asks for no more. */
  add(bytes: Uint8Array): Promise<boolean>
  finish(): void
  end(): void
}

const createPieceQueue = (): PieceQueue => {
  let waiting: { readonly bytes: Uint8Array; readonly taken: (isTaken: boolean) => void }[] = []
  let isFinished = false
  let isEnded = false
  let wake: (() => void) | undefined
  const ring = (): void => wake?.()
  async function* read(): AsyncGenerator<Uint8Array> {
    while (!isEnded) {
      const next = waiting.shift()
      if (next !== undefined) {
        yield next.bytes
        next.taken(true)
      } else if (isFinished) return
      else await new Promise<void>((resolve) => (wake = resolve))
    }
  }
  return {
    pieces: read(),
    add: (bytes) =>
      isEnded || isFinished
        ? Promise.resolve(false)
        : new Promise((taken) => {
            waiting.push({ bytes, taken })
            ring()
          }),
    finish() {
      isFinished = true
      ring()
    },
    end() {
      isEnded = true
      waiting.forEach(({ taken }) => taken(false))
      waiting = []
      ring()
    },
  }
}
