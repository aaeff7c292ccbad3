/** One add from its source to its name. Whatever ends it early, what was written is taken out again. */
import { performance } from 'node:perf_hooks'
import { err, ok, type Result } from '#domain/result.ts'
import { storeError, type FileError } from './file-errors.ts'
import type { AddedFile } from './files-protocol.ts'
import { createIngest } from './ingest-blob.ts'
import { ingestPath, ingestPieces, type Listener } from './ingest-source.ts'
import type { Sibling } from './open-sibling.ts'

export type AddRequest = {
  /** Milliseconds since 1970, by the engine's clock. */
  readonly now: number
  /** Undefined: the bytes come as messages. */
  readonly path: string | undefined
}

export const addBlob = async (
  open: () => Sibling,
  { now, path }: AddRequest,
  listener: Listener,
): Promise<Result<AddedFile, FileError>> => {
  const started = performance.now()
  const ingest = createIngest(open)
  try {
    const fed = path === undefined ? await ingestPieces(ingest, listener) : await ingestPath(ingest, path, listener)
    if (fed.ok) return ok(await ingest.finish(Math.round(now + performance.now() - started)))
    await ingest.drop()
    return fed
  } catch (error) {
    await ingest.drop()
    return err(storeError(error))
  }
}
