/**
 * The one place that opens an encrypted SQLite file. Order matters: cipher, key, page size, then everything
 * that reads a page. A raw key needs the `raw:` prefix: without it the cipher takes the bytes for a passphrase and
 * derives a key (18 ms an open, measured), and so does a key of the wrong length, silently.
 */
import { closeSync, existsSync, openSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'

export type EncryptedDatabase = Database.Database

const fileKeyLength = 32

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
 * Throws SqliteError (SQLITE_NOTADB: wrong key, damaged, empty; SQLITE_CORRUPT)
 * or, for a file that must exist, what the system says (ENOENT, EACCES, EMFILE).
 */
export const openEncryptedDatabase = (options: OpenOptions): EncryptedDatabase => {
  requireKeyLength(options.key)
  if (options.mustExist === true || options.readonly === true) requireContent(options.path)
  else makePrivate(options.path)
  const database = openFile(options)
  const key = rawKey(options.key)
  try {
    database.exec("PRAGMA cipher = 'aegis'")
    database.key(key)
    database.exec(pragmasOf(options))
    database.prepare('SELECT count(*) FROM sqlite_master').get()
    return database
  } catch (error) {
    database.close()
    throw error
  } finally {
    key.fill(0)
  }
}

/** By `exec`, because a prepared statement for each costs time and an object that the collector has to visit. */
const pragmasOf = ({ pageSize = 4096, bulk = false, readonly = false }: OpenOptions): string =>
  [
    `page_size = ${pageSize}`,
    ...(bulk ? ['journal_mode = MEMORY', 'synchronous = OFF'] : []),
    ...(bulk || readonly ? [] : ['journal_mode = WAL', 'synchronous = FULL']),
    'temp_store = MEMORY',
    'secure_delete = ON',
    'foreign_keys = ON',
    'cache_size = -4000',
    'busy_timeout = 2000',
    'journal_size_limit = 4194304',
  ]
    .map((pragma) => `PRAGMA ${pragma};`)
    .join('\n')

/** SQLite takes an empty file for a new database and writes its first page: here it is a damaged one, and stays as it is. */
const requireContent = (path: string): void => {
  const stats = statSync(path)
  if (!stats.isFile() || stats.size === 0)
    throw new Database.SqliteError('the file is empty or no file', 'SQLITE_NOTADB')
}

/** SQLite would create the file readable for others. Its journals take the rights of the file. */
export const makePrivate = (path: string): void => {
  if (existsSync(path)) return
  try {
    closeSync(openSync(path, 'a', 0o600))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new Database.SqliteError(message, code === 'ENOSPC' || code === 'EDQUOT' ? 'SQLITE_FULL' : 'SQLITE_CANTOPEN')
  }
}

/** SQLite says CANTOPEN whatever the reason was; the system's own word tells missing rights from too many open files. */
const openFile = ({ path, mustExist = false, readonly = false }: OpenOptions): EncryptedDatabase => {
  try {
    return new Database(path, { fileMustExist: mustExist, readonly })
  } catch (error) {
    if (mustExist) closeSync(openSync(path, readonly ? 'r' : 'r+'))
    throw error
  }
}

/** Re-encrypts the open file in place, in one transaction of SQLite's own. */
export const rekeyDatabase = (database: EncryptedDatabase, newKey: Uint8Array): void => {
  const key = rawKey(newKey)
  database.rekey(key)
  key.fill(0)
}

const rawKey = (key: Uint8Array): Buffer => {
  requireKeyLength(key)
  return Buffer.concat([Buffer.from('raw:'), key])
}

const requireKeyLength = (key: Uint8Array): void => {
  if (key.length !== fileKeyLength) throw new Error(`a file key has ${fileKeyLength} bytes, not ${key.length}`)
}
