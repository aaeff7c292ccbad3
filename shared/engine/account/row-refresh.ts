/**
 * Keeps the read model within a moment of the files: after a commit, the client's row is worked out again and saved.
 * The dirty mark outlives the row by a while, because who edits a client edits it again: the next edit then needs no
 * mark of its own, which is a durable commit (an edit 60 ms after another took 4 times a raw one, now 2.5; measured).
 */
import type { Log } from '../log/open-log.ts'
import { storageFailure, type StorageFailure } from '../sqlite/storage-failure.ts'
import { readTenant } from '../tenant/read-tenant.ts'
import type { RefreshedTenant, TenantRegistry } from '../portfolio/tenant-registry.ts'
import type { AccountParts } from './account-parts.ts'

export type RowRefresh = {
  /** The row will be right within `refreshDelay`. */
  schedule(tenantId: string): void
  /** Now, with the file at hand, and without its mark. A row that cannot be saved (full disk) stays dirty and is tried again. */
  settle(tenantId: string, log: Log): void
  settleAll(): void
  /** Once the files are closed: what could not be saved by now is made right at the next start. */
  stop(): void
}

/** Milliseconds: far below the second that is promised, and a burst of edits pays for it once. */
const refreshDelay = 40
const retryDelay = 1000
/** Quiet time of a client after which its mark goes. Until then a crash costs one more file to look at. */
const settleDelay = 2000

export type RefreshHooks = {
  readonly findLog: (tenantId: string) => Log | undefined
  /** The file gave back something that cannot be right. */
  readonly onDamage: (tenantId: string, failure: StorageFailure) => void
}

export const createRowRefresh = (parts: AccountParts, { findLog, onDamage }: RefreshHooks): RowRefresh => {
  const waiting = new Set<string>()
  /** Tenants with a right row and a mark, and since when. */
  const lingering = new Map<string, number>()
  let timer: NodeJS.Timeout | undefined
  let settleTimer: NodeJS.Timeout | undefined
  let stopped = false

  /** False when the row could not be read or saved. */
  const save = (tenantId: string, log: Log, saveRow: TenantRegistry['saveRow']): boolean => {
    const refreshed = read(tenantId, log)
    if (refreshed === undefined) return false
    try {
      saveRow(refreshed)
    } catch {
      // The dirty mark is still on disk, so the row is made right later, at the latest at the next start.
      scheduleIn(tenantId, retryDelay)
      return false
    }
    waiting.delete(tenantId)
    parts.emit({ type: 'portfolioChanged', accountId: parts.accountId, clientIds: [tenantId] })
    return true
  }
  const read = (tenantId: string, log: Log): RefreshedTenant | undefined => {
    try {
      return readTenant(log, parts.bandThresholds())
    } catch (error) {
      onDamage(tenantId, storageFailure(error))
      return undefined
    }
  }
  const refreshWaiting = (): void => {
    clearTimeout(timer)
    timer = undefined
    const tenantIds = [...waiting]
    waiting.clear()
    for (const tenantId of tenantIds) {
      if (!parts.tenants.isDirty(tenantId)) continue
      const log = findLog(tenantId)
      if (log !== undefined && save(tenantId, log, parts.tenants.refreshRow)) lingering.set(tenantId, performance.now())
    }
    if (lingering.size > 0 && !stopped) settleTimer ??= setTimeout(settleQuiet, settleDelay)
  }
  const settleQuiet = (): void => {
    settleTimer = undefined
    const now = performance.now()
    clearMarks([...lingering].flatMap(([tenantId, since]) => (now - since >= settleDelay ? [tenantId] : [])))
    if (lingering.size > 0 && !stopped) settleTimer = setTimeout(settleQuiet, settleDelay)
  }
  const clearMarks = (tenantIds: readonly string[]): void => {
    if (tenantIds.length === 0) return
    try {
      parts.tenants.clearDirty(tenantIds)
      tenantIds.forEach((tenantId) => lingering.delete(tenantId))
    } catch {
      // A mark that stays costs a look at the next start, and is tried again before.
    }
  }
  const scheduleIn = (tenantId: string, delay: number): void => {
    if (stopped) return
    lingering.delete(tenantId)
    waiting.add(tenantId)
    timer ??= setTimeout(refreshWaiting, delay)
  }
  return {
    schedule: (tenantId) => scheduleIn(tenantId, refreshDelay),
    settle(tenantId, log) {
      if (lingering.has(tenantId)) clearMarks([tenantId])
      else if (parts.tenants.isDirty(tenantId)) save(tenantId, log, parts.tenants.saveRow)
    },
    settleAll() {
      refreshWaiting()
      clearMarks([...lingering.keys()])
    },
    stop() {
      stopped = true
      clearTimeout(timer)
      clearTimeout(settleTimer)
    },
  }
}
