/** Which client of a backup is meant: by id, by a name of the open account, or by a name that it had when the backup was made. */
import { join } from 'node:path'
import { rm } from 'node:fs/promises'
import type { EngineError } from '#api/errors.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { AccountParts } from '../account/account-parts.ts'
import { portfolioKeyName, tenantKeyName } from '../data-dir/data-dir-paths.ts'
import { findClientRow } from '../portfolio/find-client.ts'
import { migrateDatabase } from '../sqlite/migrations.ts'
import { openEncryptedDatabase } from '../sqlite/open-encrypted-database.ts'
import { portfolioMigrations } from '../portfolio/portfolio-migrations.ts'
import type { BackupWorker } from './create-backup-worker.ts'
import { readFileKeys, type BackupInUse } from './open-backup-file.ts'
import { extract } from './restore-account.ts'

export type SearchedBackup = {
  readonly parts: AccountParts
  readonly worker: BackupWorker
  readonly inUse: BackupInUse
  readonly path: string
}

export const findClientInBackup = async (
  searched: SearchedBackup,
  wanted: string,
): Promise<Result<string, EngineError>> => {
  const { parts, inUse } = searched
  const { entries, troubled } = inUse.backup.manifest
  const holds = (id: string): boolean =>
    entries.some(({ name }) => name === tenantKeyName(id)) && !troubled.includes(id)
  if (holds(wanted)) return ok(wanted)
  const row = findClientRow(parts.portfolio.database, wanted)
  if (!row.ok && row.error.type === 'ClientAmbiguous') return row
  if (row.ok) return holds(row.value.id) ? ok(row.value.id) : err({ type: 'ClientNotInBackup' })
  const then = await findInItsPortfolio(searched, wanted)
  if (!then.ok) return then
  return holds(then.value) ? then : err({ type: 'ClientNotInBackup' })
}

/** A client that is no longer in the account: its name is in the portfolio of then. */
const findInItsPortfolio = async (
  { parts, worker, inUse, path }: SearchedBackup,
  wanted: string,
): Promise<Result<string, EngineError>> => {
  const key = (await readFileKeys(inUse)).get(portfolioKeyName)
  if (key === undefined) return err({ type: 'ClientNotInBackup' })
  const copy = join(parts.paths.folder, 'portfolio-of-backup.sqlite')
  try {
    const orders = [{ name: portfolioKeyName, path: copy, key, forget: [] }]
    const control = { signal: new AbortController().signal, report: () => undefined }
    const extracted = await extract(worker, { path, key: inUse.copy.key, orders }, control)
    if (!extracted.ok) return extracted
    const database = openEncryptedDatabase({ path: copy, key, mustExist: true })
    try {
      const migrated = migrateDatabase(database, portfolioMigrations)
      if (!migrated.ok) return migrated
      const found = findClientRow(database, wanted)
      if (found.ok) return ok(found.value.id)
      return found.error.type === 'ClientNotFound' ? err({ type: 'ClientNotInBackup' }) : found
    } finally {
      database.close()
    }
  } finally {
    for (const part of [copy, `${copy}-wal`, `${copy}-shm`]) await rm(part, { force: true })
  }
}
