/**
 * Reads a stored file chunk by chunk, so that no wrong byte is ever handed out: each chunk is compared with its own
 * hash first, and the last one is held back until the hash of the whole is right.
 */
import { createHash, hash } from 'node:crypto'
import { err, ok, type Result } from '#domain/result.ts'
import { chunksPerBlob } from './chunk-sizes.ts'
import { hasCode, storeError, type FileDamaged, type FileNotFound } from './file-errors.ts'
import type { StoredFile } from './files-protocol.ts'
import type { Sibling } from './open-sibling.ts'

export type ReadFailure = FileNotFound | FileDamaged

/** Nothing is locked between two chunks. Throws what SQLite throws when the list of files itself cannot be read. */
export function* readBlob(
  sibling: Sibling,
  sha256: string,
): Generator<Uint8Array<ArrayBuffer>, Result<StoredFile, ReadFailure>> {
  const file = findStoredFile(sibling, sha256)
  if (file === undefined) return err({ type: 'FileNotFound', sha256 })
  const damaged = (detail: string): Result<never, FileDamaged> => err({ type: 'FileDamaged', sha256, detail })
  const readChunk = createChunkReader(sibling, sha256)
  const whole = createHash('sha256')
  let size = 0
  let held: Uint8Array<ArrayBuffer> | undefined

  for (let index = 0; index < file.chunks; index += 1) {
    if (held !== undefined) yield held
    const bytes = readChunk(index)
    if (!bytes.ok) {
      const removed = findStoredFile(sibling, sha256) === undefined
      return removed
        ? err({ type: 'FileNotFound', sha256 })
        : damaged(`part ${index + 1} of ${file.chunks} ${bytes.error}`)
    }
    held = bytes.value
    whole.update(held)
    size += held.length
  }
  if (size !== file.size || whole.digest('hex') !== sha256)
    return damaged('the content does not have the hash of the file')
  if (held !== undefined) yield held
  return ok(file)
}

export const findStoredFile = ({ database }: Sibling, sha256: string): StoredFile | undefined =>
  database.prepare<[string], StoredFile>('SELECT sha256, size, chunks FROM blob WHERE sha256 = ?').get(sha256)

/** Ordered by hash. */
export const listStoredFiles = ({ database }: Sibling): readonly StoredFile[] =>
  database
    .prepare<[], StoredFile>('SELECT sha256, size, chunks FROM blob WHERE sha256 IS NOT NULL ORDER BY sha256')
    .all()

type Chunk = { readonly sha256: Buffer; readonly bytes: Buffer<ArrayBuffer> }

/** By the file's hash each time, not by the blob's id: the same file may be added again meanwhile, as another blob. */
const createChunkReader = (
  { database }: Sibling,
  sha256: string,
): ((index: number) => Result<Buffer<ArrayBuffer>, string>) => {
  const find = database.prepare<[number, number, string], Chunk>(
    `SELECT chunk.sha256, chunk.bytes FROM blob JOIN chunk ON chunk.id = blob.id * ? + ? WHERE blob.sha256 = ?`,
  )
  return (index) => {
    try {
      const chunk = find.get(chunksPerBlob, index, sha256)
      if (chunk === undefined) return err('is missing')
      return hash('sha256', chunk.bytes, 'buffer').equals(chunk.sha256)
        ? ok(chunk.bytes)
        : err('is not what was stored')
    } catch (error) {
      if (hasCode(error) && storeError(error).type === 'StoreDamaged') return err('lies on a damaged page')
      throw error
    }
  }
}
