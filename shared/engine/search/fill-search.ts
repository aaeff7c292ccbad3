/** Fills the index of an account that was made before there was one, or that other rules filled, beside everything else. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { EngineError } from '#api/errors.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { SearchItem } from '#domain/search/searched-entities.ts'
import type { AccountParts } from '../account/account-parts.ts'
import type { TenantHandles } from '../account/tenant-handles.ts'
import { createGiveWay } from '../jobs/give-way.ts'
import type { JobControl } from '../jobs/job-board.ts'
import type { Log } from '../log/open-log.ts'
import { storageFailure, type StorageFailure } from '../sqlite/storage-failure.ts'
import { readSearchItems } from './read-search-items.ts'

export const fillSearch = async (
  { parts, handles }: { readonly parts: AccountParts; readonly handles: TenantHandles },
  { signal, report }: JobControl,
): Promise<Result<null, EngineError>> => {
  const behind = parts.tenants.search.listBehind()
  const giveWay = createGiveWay()
  // Whoever has just unlocked the account is answered first.
  await nextTurn()
  for (const [index, tenantId] of behind.entries()) {
    if (signal.aborted) return err({ type: 'Cancelled' })
    fillTenant(parts, handles, tenantId)
    if ((index + 1) % reportedEvery === 0) report(index + 1, behind.length)
    await giveWay()
  }
  report(behind.length, behind.length)
  return ok(null)
}

const reportedEvery = 20

/** A file that is in trouble is set aside and filled in when it is well again. */
const fillTenant = ({ tenants }: AccountParts, handles: TenantHandles, tenantId: string): void => {
  const wasOpen = handles.isOpen(tenantId)
  const opened = handles.get(tenantId)
  if (!opened.ok) return
  const items = readItems(opened.value.log)
  if (items.ok) tenants.saveSearch(tenantId, items.value)
  else handles.setAside(tenantId, items.error)
  if (!wasOpen) handles.close(tenantId)
}

const readItems = (log: Log): Result<readonly SearchItem[], StorageFailure> => {
  try {
    return ok(readSearchItems(log))
  } catch (error) {
    return err(storageFailure(error))
  }
}
