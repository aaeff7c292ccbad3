/**
 * The look at an account's tenants when it is unlocked. After a clean shutdown it opens no tenant file: it compares how
 * the files look from outside with how they were left, and opens only what was dirty, touched by somebody else, in
 * trouble the last time, or has lost its key.
 */
import { stat } from 'node:fs/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { err, ok, type Result } from '#domain/result.ts'
import type { BandThresholds } from '#domain/scoring/band-thresholds.ts'
import { tenantKeyName } from '../data-dir/data-dir-paths.ts'
import type { Log } from '../log/open-log.ts'
import type { FileStamp, RefreshedTenant, RegisteredTenant } from '../portfolio/tenant-registry.ts'
import type { AccountParts } from './account-parts.ts'
import { publishDecided, removeUnfinished } from './create-tenants.ts'
import { removeParts } from './unfinished-parts.ts'
import { storageFailure, type StorageFailure } from '../sqlite/storage-failure.ts'
import { readTenant } from '../tenant/read-tenant.ts'
import { isSameStamp, type TenantHandles } from './tenant-handles.ts'

export type TenantCheck = { readonly opened: number }

const statsAtOnce = 128

export const checkTenants = async (parts: AccountParts, handles: TenantHandles): Promise<TenantCheck> => {
  await publishDecided(parts)
  parts.tenants.unpublish(parts.tenants.listDeleted())
  await removeUnfinished(parts)
  await removeParts(parts.portfolio)
  const suspects = await listSuspects(parts)
  for (const tenant of suspects) {
    checkTenant(parts, handles, tenant.id)
    await nextTurn()
  }
  return { opened: suspects.length }
}

const listSuspects = async (parts: AccountParts): Promise<readonly RegisteredTenant[]> => {
  const suspects: RegisteredTenant[] = []
  const troubled = new Set(parts.tenants.listTroubled())
  const isKnownTrouble = ({ id }: RegisteredTenant): boolean =>
    parts.tenants.isDirty(id) || troubled.has(id) || !parts.keyring.hasKey(tenantKeyName(id))
  const tenants = parts.tenants.listTenants()
  for (let start = 0; start < tenants.length; start += statsAtOnce) {
    const slice = tenants.slice(start, start + statsAtOnce)
    const stamps = await Promise.all(slice.map(({ id }) => readStamp(parts.paths.tenant(id))))
    slice.forEach((tenant, index) => {
      const stamp = stamps[index]
      if (isKnownTrouble(tenant) || stamp === undefined || !isSameStamp(stamp, tenant.stamp)) suspects.push(tenant)
    })
  }
  return suspects
}

const readStamp = async (path: string): Promise<FileStamp | undefined> => {
  const stats = await stat(path).catch(() => undefined)
  return stats === undefined ? undefined : { size: stats.size, changedAt: stats.mtimeMs }
}

/** Every page is read, because whoever touched the file may have changed any of them. */
const checkTenant = (parts: AccountParts, handles: TenantHandles, tenantId: string): void => {
  const opened = handles.get(tenantId)
  if (!opened.ok) return
  const { log } = opened.value
  const read = readWholeFile(log, parts.bandThresholds())
  if (!read.ok) {
    handles.setAside(tenantId, read.error)
    return
  }
  try {
    parts.tenants.saveRow(read.value)
  } catch {
    // A full disk keeps nobody from their clients; the row is made right when the file is next edited or looked at.
    handles.distrust(tenantId)
  }
  handles.close(tenantId)
}

const readWholeFile = (log: Log, thresholds: BandThresholds): Result<RefreshedTenant, StorageFailure> => {
  try {
    const answer = String(log.database.prepare('PRAGMA integrity_check(1)').pluck().get())
    return answer === 'ok' ? ok(readTenant(log, thresholds)) : err({ type: 'FileDamaged', detail: answer })
  } catch (error) {
    return err(storageFailure(error))
  }
}
