/** What SQLite and the file system can say, as tagged values. The words for people live in the api layer. */
import { fileGoneCode } from './file-in-place.ts'

export type StorageFailure =
  | { readonly type: 'DiskFull' }
  | { readonly type: 'ReadOnly' }
  | { readonly type: 'FileDamaged'; readonly detail: string }
  | { readonly type: 'FileMissing' }
  | { readonly type: 'FileGone' }
  | { readonly type: 'FileBusy' }
  | { readonly type: 'StorageFailed'; readonly code: string; readonly detail: string }

/** Maps an error that was thrown by SQLite or node:fs. Anything else is a bug, and its message is kept for the log. */
export const storageFailure = (error: unknown): StorageFailure => {
  const { code = 'UNKNOWN', message = String(error) } = error as { code?: string; message?: string }
  if (diskFull.has(code)) return { type: 'DiskFull' }
  if (cannotWrite.has(code) || code.startsWith('SQLITE_READONLY')) return { type: 'ReadOnly' }
  if (damaged.has(code) || code.startsWith('SQLITE_CORRUPT'))
    return { type: 'FileDamaged', detail: `${message} (${code})` }
  if (code === fileGoneCode) return { type: 'FileGone' }
  if (code === 'ENOENT') return { type: 'FileMissing' }
  if (code.startsWith('SQLITE_BUSY') || code === 'SQLITE_LOCKED') return { type: 'FileBusy' }
  return { type: 'StorageFailed', code, detail: message }
}

/** SHMSIZE: there is no room for the index of the write-ahead log. */
const diskFull: ReadonlySet<string> = new Set([
  'SQLITE_FULL',
  'SQLITE_IOERR_WRITE',
  'SQLITE_IOERR_SHMSIZE',
  'ENOSPC',
  'EDQUOT',
])
/** CANTOPEN: the file is there, but not what lies beside it (its write-ahead log), because the folder takes no new file. */
const cannotWrite: ReadonlySet<string> = new Set(['SQLITE_CANTOPEN', 'EROFS', 'EACCES', 'EPERM'])
/** Only what the disk gave back wrong. Other I/O errors say nothing about the file, which must not be set aside for them. */
const damaged: ReadonlySet<string> = new Set([
  'SQLITE_NOTADB',
  'SQLITE_IOERR_READ',
  'SQLITE_IOERR_SHORT_READ',
  'SQLITE_IOERR_CORRUPTFS',
  'SQLITE_IOERR_DATA',
  'EIO',
])
