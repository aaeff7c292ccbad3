/** Files that a page takes piece by piece: each is read and verified when it is asked for. */
import type { EngineError } from '#api/errors.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { EvidenceStores } from '../account/evidence-stores.ts'
import { isFileFailure } from '../files/file-errors.ts'
import { evidenceFailure } from './evidence-failure.ts'

export type OpenDownloads = {
  start(clientId: string, sha256: string): string
  next(downloadId: string): Promise<Result<Uint8Array | null, EngineError>>
  close(downloadId: string): void
  closeAll(): void
}

type Download = { readonly pieces: AsyncGenerator<Uint8Array>; readonly controller: AbortController }

const mostDownloads = 50

export const createDownloads = (stores: EvidenceStores, newId: () => string): OpenDownloads => {
  const downloads = new Map<string, Download>()
  const close = (downloadId: string): void => {
    const download = downloads.get(downloadId)
    downloads.delete(downloadId)
    download?.controller.abort()
    void download?.pieces.return(undefined).catch(() => undefined)
  }
  return {
    start(clientId, sha256) {
      const [oldest] = downloads.keys()
      if (downloads.size >= mostDownloads && oldest !== undefined) close(oldest)
      const controller = new AbortController()
      const downloadId = newId()
      downloads.set(downloadId, { pieces: stores.read(clientId, sha256, controller.signal), controller })
      return downloadId
    },
    async next(downloadId) {
      const download = downloads.get(downloadId)
      if (download === undefined) return err({ type: 'TransferGone' })
      try {
        const step = await download.pieces.next()
        if (step.done !== true) return ok(step.value)
        downloads.delete(downloadId)
        return ok(null)
      } catch (error) {
        downloads.delete(downloadId)
        if (!isFileFailure(error)) throw error
        return err(evidenceFailure(error.failure, 'The file'))
      }
    },
    close,
    closeAll: () => [...downloads.keys()].forEach(close),
  }
}
