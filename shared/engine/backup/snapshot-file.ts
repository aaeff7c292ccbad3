/**
 * One encrypted file as it is at one moment, read as raw bytes while the engine goes on writing to it. An open read
 * transaction keeps the pages in the file from being overwritten by anything newer than its own moment; what lies in
 * the write-ahead log is read after it.
 *
 * The log may start over while its file is read only when all of it was in the file when the transaction began: then
 * the file alone is the moment, and the log that was read is left out. A changed first line of the log tells.
 */
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'
import { openEncryptedDatabase, type EncryptedDatabase } from '../sqlite/open-encrypted-database.ts'

export type FileSnapshot = {
  /** Read in this order, each to its end. */
  readonly main: RawPart
  readonly log: RawPart | undefined
  /** After both were read: whether the log belongs to the snapshot. */
  isLogValid(): boolean
  readonly database: EncryptedDatabase | undefined
  close(): void
}

export type RawPart = {
  /** Fills the space with the next bytes and returns how many; 0 at the end. */
  read(space: Buffer): number
}

/** Throws what SQLite and node:fs throw. */
export const openSnapshot = (path: string, key: Uint8Array): FileSnapshot => {
  const database = openEncryptedDatabase({ path, key, mustExist: true })
  const files: number[] = []
  const open = (name: string): number => {
    const file = openSync(name, 'r')
    files.push(file)
    return file
  }
  try {
    database.pragma('wal_checkpoint(PASSIVE)')
    database.exec('BEGIN')
    database.prepare('SELECT count(*) FROM sqlite_master').get()
    const logPath = `${path}-wal`
    const log = existsSync(logPath) ? open(logPath) : undefined
    const before = log === undefined ? undefined : readLogHeader(log)
    return {
      main: partOf(open(path)),
      log: log === undefined || before === undefined ? undefined : partOf(log),
      isLogValid: () => log !== undefined && before !== undefined && readLogHeader(log)?.equals(before) === true,
      database,
      // The files first: they are only read, but closing one lets go of every lock of this process on it, and the
      // database is still open elsewhere in it. One engine works on a data folder, so nobody else looks at these locks.
      close: () => {
        files.forEach(closeSync)
        database.close()
      },
    }
  } catch (error) {
    files.forEach(closeSync)
    database.close()
    throw error
  }
}

/** The bytes of a file that does not open, as they are: damaged, or without its key. */
export const openRaw = (path: string): FileSnapshot => {
  const file = openSync(path, 'r')
  return {
    main: partOf(file),
    log: undefined,
    isLogValid: () => false,
    database: undefined,
    close: () => closeSync(file),
  }
}

const logHeaderLength = 32

const readLogHeader = (file: number): Buffer | undefined => {
  const header = Buffer.alloc(logHeaderLength)
  return readSync(file, header, 0, logHeaderLength, 0) === logHeaderLength ? header : undefined
}

/** To the length that the file has when it is first read: what is added later belongs to a later moment. */
const partOf = (file: number): RawPart => {
  let position = 0
  let end: number | undefined
  return {
    read(space) {
      end ??= fstatSync(file).size
      const wanted = Math.min(space.length, end - position)
      const read = wanted <= 0 ? 0 : readSync(file, space, 0, wanted, position)
      position += read
      return read
    },
  }
}
