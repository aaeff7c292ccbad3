/**
 * Takes out the chunks of a blob that has no hash any more, a few at a time, and gives the space back to the disk.
 * Whatever ends it early, the rest is found again by the next sweep. `secure_delete` overwrites what is freed.
 */
import { err, ok, type Result } from '#domain/result.ts'
import { chunkLength, chunksPerBlob, transactionLength } from './chunk-sizes.ts'
import { takeTurn } from '../workers/serve-conversations.ts'
import { hasCode, storeError, type FileError } from './file-errors.ts'
import type { Sibling } from './open-sibling.ts'

export type Erased = 'erased' | 'stuck'

const chunksAtOnce = transactionLength / chunkLength
const pagesAtOnce = 64

/** `stuck` when a damaged page kept some of its chunks from being taken out. */
export const eraseBlob = async (sibling: Sibling, id: number): Promise<Result<Erased, FileError>> => {
  sibling.busy.add(id)
  try {
    const stuck = await eraseChunks(sibling, id)
    if (stuck > 0) return ok('stuck')
    sibling.database.prepare('DELETE FROM blob WHERE id = ?').run(id)
    await shrink(sibling)
    return ok('erased')
  } catch (error) {
    return err(storeError(error))
  } finally {
    sibling.busy.delete(id)
  }
}

const eraseChunks = async (sibling: Sibling, id: number): Promise<number> => {
  const end = (id + 1) * chunksPerBlob
  const nextIds = sibling.database
    .prepare<[number, number, number], number>('SELECT id FROM chunk WHERE id >= ? AND id < ? ORDER BY id LIMIT ?')
    .pluck()
  let stuck = 0
  let from = id * chunksPerBlob
  for (;;) {
    const ids = nextIds.all(from, end, chunksAtOnce)
    const last = ids.at(-1)
    if (last === undefined) return stuck
    stuck += deleteChunks(sibling, ids)
    from = last + 1
    await takeTurn()
  }
}

/** In one transaction; one by one where a damaged page is among them. Returns how many stay. */
const deleteChunks = ({ database }: Sibling, ids: readonly number[]): number => {
  const deleteChunk = database.prepare('DELETE FROM chunk WHERE id = ?')
  const attempt = (some: readonly number[]): boolean => {
    try {
      database.transaction(() => some.forEach((id) => deleteChunk.run(id))).immediate()
      return true
    } catch (error) {
      if (isDamage(error)) return false
      throw error
    }
  }
  return attempt(ids) ? 0 : ids.filter((id) => !attempt([id])).length
}

/** Moves pages from the end of the file into the gaps and cuts the end off; the checkpoint does it on the disk. */
const shrink = async ({ database }: Sibling): Promise<void> => {
  const countGaps = (): number => database.pragma('freelist_count', { simple: true }) as number
  try {
    for (let gaps = countGaps(), before = Infinity; gaps > 0 && gaps < before;) {
      database.pragma(`incremental_vacuum(${pagesAtOnce})`)
      await takeTurn()
      before = gaps
      gaps = countGaps()
    }
    database.pragma('wal_checkpoint(PASSIVE)')
  } catch (error) {
    if (!isDamage(error)) throw error
  }
}

const isDamage = (error: unknown): boolean => hasCode(error) && error.code.startsWith('SQLITE_CORRUPT')
