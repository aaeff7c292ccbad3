/**
 * The one place that opens an encrypted SQLite file. Order matters: cipher, key, page size, then everything
 * that reads a page. A raw key needs the `raw:` prefix: without it the cipher takes the bytes for a passphrase and
 * derives a key (18 ms an open, measured), and so does a key of the wrong length, silently.
 */
import Database from 'better-sqlite3'

export type EncryptedDatabase = Database.Database

export const fileKeyLength = 32

export type OpenOptions = {
  readonly path: string
  /** 32 random bytes, this file's own. */
  readonly key: Uint8Array
  /** Bytes, taken for new files only. 4096 for tenant files, 16384 for evidence siblings. */
  readonly pageSize?: number
  /** Fail when the file is not there, instead of making an empty one. */
  readonly mustExist?: boolean
  readonly readonly?: boolean
  /** A file still under its temporary name: no journal on disk and no sync; the caller syncs and renames it. */
  readonly bulk?: boolean
}

/**
 * Opens or creates the file and reads its first page, so a wrong key or a damaged header fails here.
 * Throws SqliteError: SQLITE_NOTADB (wrong key, damaged), SQLITE_CANTOPEN (missing), SQLITE_CORRUPT.
 */
export const openEncryptedDatabase = (options: OpenOptions): EncryptedDatabase => {
  const key = rawKey(options.key)
  const database = new Database(options.path, {
    fileMustExist: options.mustExist ?? false,
    readonly: options.readonly ?? false,
  })
  try {
    database.pragma("cipher = 'aegis'")
    database.key(key)
    database.pragma(`page_size = ${options.pageSize ?? 4096}`)
    if (options.bulk === true) {
      database.pragma('journal_mode = MEMORY')
      database.pragma('synchronous = OFF')
    } else if (options.readonly !== true) {
      database.pragma('journal_mode = WAL')
      database.pragma('synchronous = FULL')
    }
    database.pragma('temp_store = MEMORY')
    database.pragma('secure_delete = ON')
    database.pragma('foreign_keys = ON')
    database.pragma('cache_size = -4000')
    database.pragma('busy_timeout = 2000')
    database.pragma('journal_size_limit = 4194304')
    database.prepare('SELECT count(*) FROM sqlite_master').get()
    return database
  } catch (error) {
    database.close()
    throw error
  } finally {
    key.fill(0)
  }
}

/** Re-encrypts the open file in place, in one transaction of SQLite's own. */
export const rekeyDatabase = (database: EncryptedDatabase, newKey: Uint8Array): void => {
  const key = rawKey(newKey)
  database.rekey(key)
  key.fill(0)
}

const rawKey = (key: Uint8Array): Buffer => {
  if (key.length !== fileKeyLength) throw new Error(`a file key has ${fileKeyLength} bytes, not ${key.length}`)
  return Buffer.concat([Buffer.from('raw:'), key])
}
