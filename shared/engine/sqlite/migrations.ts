/**
 * Forward migrations of an encrypted file: a list of numbered steps, the last one reached stands in `user_version`.
 * An existing file is copied beside itself before its first step, and the copy goes when the last step is committed.
 */
import { existsSync, rmSync } from 'node:fs'
import { err, ok, type Result } from '#domain/result.ts'
import { makePrivate, type EncryptedDatabase } from './open-encrypted-database.ts'

export type Migration = {
  /** 1, 2, 3 … without gaps. */
  readonly version: number
  readonly sql: string
}

export type NewerVersion = { readonly type: 'NewerVersion'; readonly found: number; readonly supported: number }

export const fileVersion = (database: EncryptedDatabase): number =>
  database.pragma('user_version', { simple: true }) as number

/**
 * Brings the file to the newest version, all steps in one transaction. A version above ours is refused and nothing
 * is written. `backupPath` receives an encrypted copy while an existing file is being migrated.
 */
export const migrateDatabase = (
  database: EncryptedDatabase,
  migrations: readonly Migration[],
  backupPath?: string,
): Result<void, NewerVersion> => {
  const found = fileVersion(database)
  const supported = migrations.length
  if (found > supported) return err({ type: 'NewerVersion', found, supported })
  if (found === supported) return ok(undefined)
  const withBackup = found > 0 && backupPath !== undefined
  if (withBackup) copyDatabase(database, backupPath)
  database
    .transaction(() => {
      for (const { version, sql } of migrations.slice(found)) {
        database.exec(sql)
        database.pragma(`user_version = ${version}`)
      }
    })
    .immediate()
  if (withBackup) rmSync(backupPath)
  return ok(undefined)
}

/** An encrypted copy under the same key. A half-written copy of an earlier try is replaced. */
export const copyDatabase = (database: EncryptedDatabase, path: string): void => {
  if (existsSync(path)) rmSync(path)
  makePrivate(path)
  database.prepare('VACUUM INTO ?').run(path)
}
