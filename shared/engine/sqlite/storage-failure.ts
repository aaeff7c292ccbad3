/** What SQLite and the file system can say, as tagged values. The words for people live in the api layer. */
export type StorageFailure =
  | { readonly type: 'DiskFull' }
  | { readonly type: 'ReadOnly' }
  | { readonly type: 'FileDamaged'; readonly detail: string }
  | { readonly type: 'FileMissing' }
  | { readonly type: 'FileBusy' }
  | { readonly type: 'StorageFailed'; readonly code: string; readonly detail: string }

/** Maps an error that was thrown by SQLite or node:fs. Anything else is a bug, and its message is kept for the log. */
export const storageFailure = (error: unknown): StorageFailure => {
  const { code = 'UNKNOWN', message = String(error) } = error as { code?: string; message?: string }
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_IOERR_WRITE') return { type: 'DiskFull' }
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return { type: 'ReadOnly' }
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return { type: 'FileDamaged', detail: message }
  if (code === 'SQLITE_CANTOPEN' || code === 'ENOENT') return { type: 'FileMissing' }
  if (code.startsWith('SQLITE_BUSY') || code === 'SQLITE_LOCKED') return { type: 'FileBusy' }
  if (code.startsWith('SQLITE_IOERR')) return { type: 'FileDamaged', detail: `${message} (${code})` }
  return { type: 'StorageFailed', code, detail: message }
}
