/** Reads every stored file to its end and says which ones are not what was stored. */
import { err, ok, type Result } from '#domain/result.ts'
import { takeTurn } from '../workers/serve-conversations.ts'
import type { Cancelled } from './file-errors.ts'
import type { FilesProgress, VerifyReport } from './files-protocol.ts'
import type { Sibling } from './open-sibling.ts'
import { listStoredFiles, readBlob } from './read-blob.ts'

export type VerifyOptions = {
  readonly signal: AbortSignal
  readonly onProgress: (progress: FilesProgress) => void
}

/** A file that is removed meanwhile is no failure. */
export const verifyBlobs = async (
  sibling: Sibling,
  options: VerifyOptions,
): Promise<Result<VerifyReport, Cancelled>> => {
  const files = listStoredFiles(sibling)
  const total = files.reduce((sum, { size }) => sum + size, 0)
  const failures: { sha256: string; detail: string }[] = []
  let done = 0
  for (const { sha256 } of files) {
    const chunks = readBlob(sibling, sha256)
    let step = chunks.next()
    for (; step.done !== true; step = chunks.next()) {
      if (options.signal.aborted) return err({ type: 'Cancelled' })
      done += step.value.length
      options.onProgress({ done, total })
      await takeTurn()
    }
    const { value: read } = step
    if (!read.ok && read.error.type === 'FileDamaged') failures.push({ sha256, detail: read.error.detail })
  }
  return ok({ checked: files.length, bytes: total, failures })
}
