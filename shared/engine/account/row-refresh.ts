/** Keeps the read model within a moment of the files: after a commit, the client's row is worked out again and saved. */
import type { ClientRow } from '#domain/projection/client-row.ts'
import type { Log } from '../log/open-log.ts'
import { storageFailure, type StorageFailure } from '../sqlite/storage-failure.ts'
import { readClientRow } from '../tenant/read-client-row.ts'
import type { AccountParts } from './account-parts.ts'

export type RowRefresh = {
  /** The row will be right within `refreshDelay`. */
  schedule(tenantId: string): void
  /** Now, with the file at hand. A row that cannot be saved (full disk) stays dirty and is tried again. */
  refresh(tenantId: string, log: Log): void
  flush(): void
  /** Once the files are closed: what could not be saved by now is made right at the next start. */
  stop(): void
}

/** Milliseconds: far below the second that is promised, and a burst of edits pays for it once. */
const refreshDelay = 40
const retryDelay = 1000

export type RefreshHooks = {
  readonly findLog: (tenantId: string) => Log | undefined
  /** The file gave back something that cannot be right. */
  readonly onDamage: (tenantId: string, failure: StorageFailure) => void
}

export const createRowRefresh = (parts: AccountParts, { findLog, onDamage }: RefreshHooks): RowRefresh => {
  const waiting = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  const refresh = (tenantId: string, log: Log): void => {
    if (!parts.tenants.isDirty(tenantId)) return
    const row = readRow(tenantId, log)
    if (row === undefined) return
    try {
      parts.tenants.saveRow(row, { device: log.head.device, deviceSeq: log.head.deviceSeq })
    } catch {
      // The dirty mark is still on disk, so the row is made right later, at the latest at the next start.
      scheduleIn(tenantId, retryDelay)
      return
    }
    waiting.delete(tenantId)
    parts.emit({ type: 'portfolioChanged', accountId: parts.accountId, clientIds: [tenantId] })
  }
  const readRow = (tenantId: string, log: Log): ClientRow | undefined => {
    try {
      return readClientRow(log)
    } catch (error) {
      onDamage(tenantId, storageFailure(error))
      return undefined
    }
  }
  const flush = (): void => {
    clearTimeout(timer)
    timer = undefined
    const tenantIds = [...waiting]
    waiting.clear()
    for (const tenantId of tenantIds) {
      if (!parts.tenants.isDirty(tenantId)) continue
      const log = findLog(tenantId)
      if (log !== undefined) refresh(tenantId, log)
    }
  }
  const scheduleIn = (tenantId: string, delay: number): void => {
    if (stopped) return
    waiting.add(tenantId)
    timer ??= setTimeout(flush, delay)
  }
  return {
    schedule: (tenantId) => scheduleIn(tenantId, refreshDelay),
    refresh,
    flush,
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
