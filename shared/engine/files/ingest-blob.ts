/**
 * Writes bytes of unknown length and hash into the sibling in constant memory. The chunks go in under a blob without a
 * hash; the last transaction names it. A crash before that leaves rubbish for the sweep and nothing else.
 */
import { createHash, hash } from 'node:crypto'
import { chunkLength, chunksPerBlob, transactionLength } from './chunk-sizes.ts'
import type { AddedFile } from './files-protocol.ts'
import { eraseBlob } from './erase-blob.ts'
import type { Sibling } from './open-sibling.ts'

export type Ingest = {
  /** Where the next bytes go; never empty. */
  space(): Buffer
  /** How many bytes were put there. Writes a transaction when enough have come together. */
  filled(length: number): void
  written(): number
  /**
   * Makes the blob the one of its hash. When there is one already, the older copy gives way: the copy just written is
   * known to be whole, so adding a file again heals a damaged one.
   */
  finish(addedAt: number): Promise<AddedFile>
  /** Takes out what was written; what the disk refuses now is left to the sweep. */
  drop(): Promise<void>
}

/** `open` is called when the first bytes are written: an add without any leaves no sibling behind. Throws what it throws. */
export const createIngest = (open: () => Sibling): Ingest => {
  const staged = Buffer.allocUnsafeSlow(transactionLength)
  const whole = createHash('sha256')
  let stagedLength = 0
  let size = 0
  let chunks = 0
  let id: number | undefined

  const ensureBlob = ({ database }: Sibling): number => {
    if (id !== undefined) return id
    const inserted = database.prepare('INSERT INTO blob (size, chunks, added_at) VALUES (0, 0, 0)').run()
    return Number(inserted.lastInsertRowid)
  }

  /** Inside a transaction: nothing here counts until it has committed. */
  const insertStaged = ({ database }: Sibling, blob: number): number => {
    const insertChunk = database.prepare('INSERT INTO chunk (id, sha256, bytes) VALUES (?, ?, ?)')
    let inserted = 0
    for (let at = 0; at < stagedLength; at += chunkLength) {
      const bytes = staged.subarray(at, Math.min(at + chunkLength, stagedLength))
      insertChunk.run(blob * chunksPerBlob + chunks + inserted, hash('sha256', bytes, 'buffer'), bytes)
      inserted += 1
    }
    return inserted
  }

  const commit = (sibling: Sibling, also: (blob: number, chunks: number) => void): number => {
    const [blob, inserted] = sibling.database
      .transaction(() => {
        const ownId = ensureBlob(sibling)
        const count = insertStaged(sibling, ownId)
        also(ownId, chunks + count)
        return [ownId, count] as const
      })
      .immediate()
    id = blob
    sibling.busy.add(blob)
    chunks += inserted
    stagedLength = 0
    return blob
  }

  return {
    space: () => staged.subarray(stagedLength),
    filled: (length) => {
      whole.update(staged.subarray(stagedLength, stagedLength + length))
      stagedLength += length
      size += length
      if (stagedLength === transactionLength) commit(open(), () => undefined)
    },
    written: () => size,
    finish: async (addedAt) => {
      const sha256 = whole.digest('hex')
      const sibling = open()
      let older: number | undefined
      const named = commit(sibling, (blob, count) => {
        older = takeName(sibling, sha256)
        sibling.database
          .prepare('UPDATE blob SET sha256 = ?, size = ?, chunks = ?, added_at = ? WHERE id = ?')
          .run(sha256, size, count, addedAt, blob)
      })
      sibling.busy.delete(named)
      if (older !== undefined) await eraseBlob(sibling, older)
      return { sha256, size, chunks, alreadyThere: older !== undefined }
    },
    drop: async () => {
      if (id !== undefined) await eraseBlob(open(), id)
    },
  }
}

/** From here on the blob of this hash, if there is one, is rubbish. Returns its id. */
export const takeName = ({ database }: Sibling, sha256: string): number | undefined =>
  database.prepare<[string], number>('UPDATE blob SET sha256 = NULL WHERE sha256 = ? RETURNING id').pluck().get(sha256)
