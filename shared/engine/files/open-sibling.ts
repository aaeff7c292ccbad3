/**
 * The encrypted file beside a tenant file that holds its evidence bytes. Runs in the files worker.
 *
 * Bytes lie in chunks of 256 KB, each with its own SHA-256. AEGIS authenticates a page, but not that it is the newest
 * page at its place: a write that the disk lost leaves an older page there that is as authentic, and the hash of the
 * whole would tell only after the bytes have left. A chunk's own hash tells before (for 0.9 ms a MB, measured).
 *
 * A blob without a hash is rubbish: an add that has not ended, or one taken out whose chunks are still being erased.
 */
import { err, ok, type Result } from '#domain/result.ts'
import { migrateDatabase, type Migration } from '../sqlite/migrations.ts'
import { openEncryptedDatabase, type EncryptedDatabase } from '../sqlite/open-encrypted-database.ts'
import { storeError, type FileError } from './file-errors.ts'
import type { SiblingAddress } from './files-protocol.ts'

export type Sibling = {
  readonly database: EncryptedDatabase
  /** Blobs without a hash that are being written or erased right now: not for the sweep. */
  readonly busy: Set<number>
}

const siblingPageSize = 16_384
/** In pages, 4 MB. With the default of 1,000 a checkpoint holds commits in other files twice as long (measured). */
const checkpointEvery = 256

export const filesMigrations: readonly Migration[] = [
  {
    version: 1,
    sql: `
CREATE TABLE blob (
  id INTEGER PRIMARY KEY, sha256 TEXT UNIQUE, size INTEGER NOT NULL, chunks INTEGER NOT NULL,
  added_at INTEGER NOT NULL
) STRICT;
CREATE TABLE chunk (id INTEGER PRIMARY KEY, sha256 BLOB NOT NULL, bytes BLOB NOT NULL) STRICT;
`,
  },
]

/** Opens the sibling, or makes it when it is not there. */
export const openSibling = ({ path, key }: SiblingAddress): Result<Sibling, FileError> => {
  let database: EncryptedDatabase | undefined
  try {
    database = openEncryptedDatabase({ path, key, pageSize: siblingPageSize })
    database.pragma(`wal_autocheckpoint = ${checkpointEvery}`)
    makeShrinkable(database)
    const migrated = migrateDatabase(database, filesMigrations)
    if (migrated.ok) return ok({ database, busy: new Set() })
    database.close()
    return migrated
  } catch (error) {
    database?.close()
    return err(storeError(error))
  }
}

/** Space of removed files goes back to the disk. Takes effect only before the first table, by a VACUUM of nothing. */
const makeShrinkable = (database: EncryptedDatabase): void => {
  if (database.prepare('SELECT 1 FROM sqlite_master').get() !== undefined) return
  database.pragma('auto_vacuum = INCREMENTAL')
  database.exec('VACUUM')
}
