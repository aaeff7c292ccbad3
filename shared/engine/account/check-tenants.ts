/**
 * The look at an account's tenants when it is unlocked. After a clean shutdown it opens no tenant file: it compares how
 * the files look from outside with how they were left, and opens only what was dirty or touched by somebody else.
 */
import { stat } from 'node:fs/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { FileStamp, RegisteredTenant } from '../portfolio/tenant-registry.ts'
import type { AccountParts } from './account-parts.ts'
import { removeUnfinished } from './create-tenants.ts'
import { isSameStamp, type TenantHandles } from './tenant-handles.ts'
import { readClientRow } from '../tenant/read-client-row.ts'

export type TenantCheck = { readonly opened: number }

const statsAtOnce = 128

export const checkTenants = async (parts: AccountParts, handles: TenantHandles): Promise<TenantCheck> => {
  const unfinished = parts.tenants.listUnfinished()
  if (unfinished.length > 0) await removeUnfinished(parts, unfinished)
  const suspects = await listSuspects(parts)
  for (const tenant of suspects) {
    checkTenant(parts, handles, tenant.id)
    await nextTurn()
  }
  return { opened: suspects.length }
}

const listSuspects = async (parts: AccountParts): Promise<readonly RegisteredTenant[]> => {
  const suspects: RegisteredTenant[] = []
  const tenants = parts.tenants.listTenants()
  for (let start = 0; start < tenants.length; start += statsAtOnce) {
    const slice = tenants.slice(start, start + statsAtOnce)
    const stamps = await Promise.all(slice.map(({ id }) => readStamp(parts.paths.tenant(id))))
    slice.forEach((tenant, index) => {
      const stamp = stamps[index]
      if (parts.tenants.isDirty(tenant.id) || stamp === undefined || !isSameStamp(stamp, tenant.stamp)) suspects.push(tenant)
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
  const answer = checkPages(log.database)
  if (answer !== 'ok') {
    handles.setAside(tenantId, { type: 'FileDamaged', detail: answer })
    return
  }
  parts.tenants.saveRow(readClientRow(log), { device: log.head.device, deviceSeq: log.head.deviceSeq })
  handles.close(tenantId)
}

const checkPages = (database: { prepare(sql: string): { pluck(): { get(): unknown } } }): string => {
  try {
    return String(database.prepare('PRAGMA integrity_check(1)').pluck().get())
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

