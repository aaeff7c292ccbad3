/**
 * One engine per data folder: an exclusive SQLite lock on an empty file, which is an operating-system lock that dies
 * with its process, on every platform. Node has no flock of its own.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { err, ok, type Result } from '#domain/result.ts'
import { makePrivate } from '../sqlite/open-encrypted-database.ts'
import { storageFailure, type StorageFailure } from '../sqlite/storage-failure.ts'

export type DataDirLock = { release(): void }
export type LockError = { readonly type: 'DataDirInUse'; readonly dataDir: string } | StorageFailure

/** Waits up to `waitMs` for another engine to let go. */
export const lockDataDir = async (dataDir: string, waitMs = 0): Promise<Result<DataDirLock, LockError>> => {
  const deadline = performance.now() + waitMs
  for (;;) {
    const locked = tryLock(dataDir)
    if (locked.ok || locked.error.type !== 'DataDirInUse' || performance.now() >= deadline) return locked
    await sleep(50)
  }
}

const tryLock = (dataDir: string): Result<DataDirLock, LockError> => {
  let database: Database.Database | undefined
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    makePrivate(join(dataDir, 'lock'))
    database = new Database(join(dataDir, 'lock'), { timeout: 0 })
    // A journal on disk would need room, and a full disk is to keep nobody out.
    database.pragma('journal_mode = MEMORY')
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database?.close()
    const failure = storageFailure(error)
    return err(failure.type === 'FileBusy' ? { type: 'DataDirInUse', dataDir } : failure)
  }
  const held = database
  return ok({ release: () => held.close() })
}
