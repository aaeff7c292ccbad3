/**
 * Evidence under a key of this device, row by row: changing the key of a file in place holds every page of it in memory
 * (274 MB for a file of 314, measured), whatever the journal.
 */
import { err, ok, type Result } from '#domain/result.ts'
import { openSibling } from '../files/open-sibling.ts'
import type { EncryptedDatabase } from '../sqlite/open-encrypted-database.ts'
import { takeTurn } from '../workers/serve-conversations.ts'
import type { CopyControl } from './check-copies.ts'
import type { FileAddress, HandOverFailure } from './hand-over-messages.ts'

type ChunkRow = readonly [id: number, sha256: Uint8Array, bytes: Uint8Array]

const chunksInTransaction = 16

/** Makes the file, without journal and sync: its caller syncs it, and removes it when this fails. */
export const copyEvidence = async (
  from: EncryptedDatabase,
  address: FileAddress,
  { signal, onProgress }: CopyControl,
): Promise<Result<void, HandOverFailure>> => {
  const made = openSibling(address)
  if (!made.ok) return err({ type: 'StorageFailed', code: made.error.type, detail: 'the evidence file was not made' })
  const { database } = made.value
  try {
    database.pragma('journal_mode = OFF')
    database.pragma('synchronous = OFF')
    const addBlob = database.prepare('INSERT INTO blob (id, sha256, size, chunks, added_at) VALUES (?, ?, ?, ?, ?)')
    const blobs = from.prepare('SELECT id, sha256, size, chunks, added_at FROM blob ORDER BY id').raw()
    for (const blob of blobs.iterate() as IterableIterator<readonly unknown[]>) addBlob.run(...blob)
    const addChunk = database.prepare('INSERT INTO chunk (id, sha256, bytes) VALUES (?, ?, ?)')
    const chunks = from.prepare('SELECT id, sha256, bytes FROM chunk ORDER BY id').raw()
    let waiting = 0
    for (const chunk of chunks.iterate() as IterableIterator<ChunkRow>) {
      if (signal.aborted) return err({ type: 'Cancelled' })
      if (waiting === 0) database.exec('BEGIN')
      addChunk.run(...chunk)
      waiting = (waiting + 1) % chunksInTransaction
      if (waiting === 0) database.exec('COMMIT')
      onProgress(chunk[2].length)
      await takeTurn()
    }
    if (waiting > 0) database.exec('COMMIT')
    return ok(undefined)
  } finally {
    database.close()
  }
}
