/**
 * The last step of an account that comes whole from elsewhere, before its portfolio has its name: every client's file
 * gets a device id of its own, its row is worked out, and how it looks is noted. The first opening then reads no file
 * (21 s for 1,000 clients otherwise, each with several syncs; measured).
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { EngineError } from '#api/errors.ts'
import type { WorkControl } from '#api/engine.ts'
import { practiceEntities, tenantEntities } from '#domain/entities/entity-registry.ts'
import { thresholdsOf, type BandThresholds } from '#domain/scoring/band-thresholds.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { openLog } from '../log/open-log.ts'
import { portfolioMigrations } from '../portfolio/portfolio-migrations.ts'
import { createTenantRegistry, type RefreshedTenant } from '../portfolio/tenant-registry.ts'
import type { EnginePorts } from '../ports.ts'
import { migrateDatabase } from '../sqlite/migrations.ts'
import { openEncryptedDatabase } from '../sqlite/open-encrypted-database.ts'
import { storageFailure } from '../sqlite/storage-failure.ts'
import { syncPath } from '../tenant/create-tenant-file.ts'
import { readTenant } from '../tenant/read-tenant.ts'
import { tenantMigrations } from '../tenant/tenant-migrations.ts'
import { findFileStamp } from './tenant-handles.ts'

export type PortfolioToFill = {
  /** Still under its temporary name. */
  readonly path: string
  readonly key: Uint8Array
  readonly accountId: string
  readonly ports: EnginePorts
  readonly tenantPath: (tenantId: string) => string
  readonly tenantKey: (tenantId: string) => Uint8Array | undefined
}

/** Files that are synced together. */
const syncedTogether = 64

/** A client whose file does not open is left to the first opening, which sets it aside. Throws what SQLite throws. */
export const fillPortfolio = async (
  { path, key, accountId, ports, tenantPath, tenantKey }: PortfolioToFill,
  { signal, report }: WorkControl,
): Promise<Result<void, EngineError>> => {
  const { clock, random } = ports
  const database = openEncryptedDatabase({ path, key, mustExist: true, bulk: true })
  try {
    const migrated = migrateDatabase(database, portfolioMigrations)
    if (!migrated.ok) return migrated
    openLog({ database, entities: practiceEntities, spaceId: accountId, space: 'practice', clock, random })
    const thresholds = thresholdsOf(
      database.prepare('SELECT score_bands AS scoreBands FROM practice WHERE id = ?').get(accountId) ?? {},
    )
    const registry = createTenantRegistry(database)
    const tenants = registry.listTenants()
    for (let start = 0; start < tenants.length; start += syncedTogether) {
      const settled: string[] = []
      for (const { id } of tenants.slice(start, start + syncedTogether)) {
        if (signal.aborted) return err({ type: 'Cancelled' })
        const refreshed = settleTenant({ id, path: tenantPath(id), key: tenantKey(id) }, { ports, thresholds })
        if (refreshed !== undefined) {
          registry.saveRow(refreshed)
          settled.push(id)
        }
        await nextTurn()
      }
      await Promise.all(settled.map((id) => syncPath(tenantPath(id), 'r+')))
      for (const id of settled) {
        const stamp = findFileStamp(tenantPath(id))
        if (stamp !== undefined) registry.saveStamp(id, stamp)
      }
      report(Math.min(start + syncedTogether, tenants.length), tenants.length)
    }
    database.pragma('journal_mode = WAL')
  } finally {
    database.close()
  }
  await syncPath(path, 'r+')
  return ok(undefined)
}

type Tenant = { readonly id: string; readonly path: string; readonly key: Uint8Array | undefined }

const settleTenant = (
  { id, path, key }: Tenant,
  { ports, thresholds }: { readonly ports: EnginePorts; readonly thresholds: BandThresholds },
): RefreshedTenant | undefined => {
  if (key === undefined) return undefined
  try {
    const database = openEncryptedDatabase({ path, key, mustExist: true, bulk: true })
    try {
      if (!migrateDatabase(database, tenantMigrations).ok) return undefined
      const { clock, random } = ports
      const log = openLog({ database, entities: tenantEntities, spaceId: id, space: 'tenant', clock, random })
      const refreshed = readTenant(log, thresholds)
      database.pragma('journal_mode = WAL')
      return refreshed
    } finally {
      database.close()
    }
  } catch (error) {
    const { type } = storageFailure(error)
    if (type === 'FileDamaged' || type === 'FileMissing') return undefined
    throw error
  }
}
