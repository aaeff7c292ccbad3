import { expect, test } from 'vitest'
import { storageFailure, type StorageFailure } from './storage-failure.ts'

const withCode = (code: string): Error => Object.assign(new Error('words'), { code })

const table: readonly (readonly [StorageFailure['type'], readonly string[]])[] = [
  ['DiskFull', ['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'EDQUOT']],
  ['ReadOnly', ['SQLITE_READONLY', 'SQLITE_READONLY_DIRECTORY', 'SQLITE_CANTOPEN', 'EROFS', 'EACCES', 'EPERM']],
  ['FileDamaged', ['SQLITE_NOTADB', 'SQLITE_CORRUPT', 'SQLITE_CORRUPT_INDEX', 'SQLITE_IOERR_SHORT_READ', 'EIO']],
  ['FileMissing', ['ENOENT']],
  ['FileGone', ['FILE_GONE']],
  ['FileBusy', ['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', 'SQLITE_LOCKED']],
  ['StorageFailed', ['SQLITE_IOERR_FSYNC', 'SQLITE_IOERR_NOMEM', 'SQLITE_IOERR_LOCK', 'SQLITE_NOMEM', 'EMFILE']],
]

test.each(table)('[STORE-7] %s is told by what SQLite and the system say', (type, codes) => {
  expect(codes.map((code) => storageFailure(withCode(code)).type)).toEqual(codes.map(() => type))
})

test('[STORE-7] what is not an error of storage keeps its words for the log only', () => {
  expect(storageFailure(new TypeError('x is not a function'))).toEqual({
    type: 'StorageFailed',
    code: 'UNKNOWN',
    detail: 'x is not a function',
  })
  expect(storageFailure('thrown text').type).toBe('StorageFailed')
})
