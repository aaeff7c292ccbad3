/**
 * Open tenant files: at most 32, least recently used goes first (0.3 MB and 3 descriptors each; opening costs 0.5–0.8 ms).
 * A file that fails is closed, marked in its row and kept aside until the next start.
 */
import { statSync } from 'node:fs'
import { withFileState } from '#domain/projection/client-row.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { tenantKeyName } from '../data-dir/data-dir-paths.ts'
import { createEditQueue, type EditQueue } from '../log/edit-queue.ts'
import type { EditAck } from '../log/commit-edits.ts'
import type { Log } from '../log/open-log.ts'
import type { FileStamp } from '../portfolio/tenant-registry.ts'
import { watchFileInPlace } from '../sqlite/file-in-place.ts'
import { storageFailure } from '../sqlite/storage-failure.ts'
import { openTenant, type TenantFileError } from '../tenant/open-tenant.ts'
import type { AccountParts } from './account-parts.ts'
import { fileStateOf } from './file-state.ts'

export type TenantHandle = { readonly log: Log; readonly queue: EditQueue }
export type TenantNotRegistered = { readonly type: 'ClientNotFound'; readonly wanted: string }

export type TenantHandles = {
  /** Opens the file unless it is open. */
  get(tenantId: string): Result<TenantHandle, TenantFileError | TenantNotRegistered>
  /** Commits what waits in its queue, then closes it. */
  close(tenantId: string): void
  /** Those that are open; how their files look is noted in one commit. */
  closeMany(tenantIds: readonly string[]): void
  closeAll(): void
  isOpen(tenantId: string): boolean
  openCount(): number
  /** After an error from inside the file: closes it, marks its row, and keeps it aside. */
  setAside(tenantId: string, error: TenantFileError): void
  /** The file was put back: it is opened again when it is asked for. */
  readmit(tenantId: string): void
  /** Its row could not be made right: how the file looks is not remembered, so the next start looks into it again. */
  distrust(tenantId: string): void
  /** Closes it without a look back: the file is about to be gone, and another may come under its name. */
  discard(tenantId: string): void
}

export type HandleHooks = {
  readonly afterCommit: (tenantId: string, acks: readonly EditAck[]) => void
  /** Called before a file is closed, while it can still be read. */
  readonly beforeClose: (tenantId: string, log: Log) => void
}

const mostOpen = 32

export const createTenantHandles = (parts: AccountParts, hooks: HandleHooks): TenantHandles => {
  const open = new Map<string, TenantHandle>()
  const aside = new Map<string, TenantFileError>()
  const distrusted = new Set<string>()

  const close = (tenantId: string): void => {
    if (closeFile(tenantId)) rememberStamp(tenantId)
  }
  const closeFile = (tenantId: string): boolean => {
    const handle = open.get(tenantId)
    if (handle === undefined) return false
    handle.queue.flush()
    hooks.beforeClose(tenantId, handle.log)
    if (!open.has(tenantId)) return false
    release(tenantId, handle)
    return true
  }
  /** Before another is opened, so that there are never more. */
  const makeRoom = (): void => {
    for (const oldest of open.keys()) {
      if (open.size < mostOpen) return
      close(oldest)
    }
  }
  const release = (tenantId: string, { log }: TenantHandle): void => {
    open.delete(tenantId)
    log.documents.forget()
    log.database.close()
  }
  /** Not for a file set aside: one that looks unfamiliar is read in full at the next start. */
  const rememberStamp = (tenantId: string): void => {
    const stamp = newStamp(tenantId)
    if (stamp !== undefined) unlessDiskFails(() => parts.tenants.saveStamp(tenantId, stamp))
  }
  const newStamp = (tenantId: string): FileStamp | undefined => {
    const stamp = findFileStamp(parts.paths.tenant(tenantId))
    const known = parts.tenants.findTenant(tenantId)?.stamp
    return stamp === undefined || distrusted.has(tenantId) || isSameStamp(stamp, known) ? undefined : stamp
  }
  const setAside = (tenantId: string, error: TenantFileError): void => {
    const state = fileStateOf(error)
    if (state === undefined) return
    aside.set(tenantId, error)
    const handle = open.get(tenantId)
    handle?.queue.flush()
    if (handle !== undefined) release(tenantId, handle)
    const row = parts.tenants.findRow(tenantId)
    if (row === undefined || row.fileState === state) return
    unlessDiskFails(() => parts.tenants.saveRowOnly(withFileState(row, state)))
    parts.emit({ type: 'portfolioChanged', accountId: parts.accountId, clientIds: [tenantId] })
  }
  const openHandle = (tenantId: string): Result<TenantHandle, TenantFileError | TenantNotRegistered> => {
    const registered = parts.tenants.findTenant(tenantId)
    if (registered === undefined) return err({ type: 'ClientNotFound', wanted: tenantId })
    const { clock, random } = parts.ports
    const keys = parts.keyring.keysOf(tenantKeyName(tenantId))
    const opened = openTenant({
      path: parts.paths.tenant(tenantId),
      keys,
      tenantId,
      clock,
      random,
      knownHead: registered.head,
    })
    if (!opened.ok) {
      setAside(tenantId, opened.error)
      return opened
    }
    const mustBeInPlace = watchFileInPlace(parts.paths.tenant(tenantId))
    const queue = createEditQueue(opened.value, {
      beforeCommit: () => {
        mustBeInPlace()
        parts.tenants.markDirty(tenantId)
      },
      afterCommit: (acks) => hooks.afterCommit(tenantId, acks),
    })
    return ok({ log: opened.value, queue })
  }
  return {
    get(tenantId) {
      const failure = aside.get(tenantId)
      if (failure !== undefined) return err(failure)
      const known = open.get(tenantId)
      if (known !== undefined) {
        open.delete(tenantId)
        open.set(tenantId, known)
        return ok(known)
      }
      makeRoom()
      const opened = openHandle(tenantId)
      if (opened.ok) open.set(tenantId, opened.value)
      return opened
    },
    close,
    closeMany(tenantIds) {
      const stamps = tenantIds.filter(closeFile).flatMap((tenantId) => {
        const stamp = newStamp(tenantId)
        return stamp === undefined ? [] : [[tenantId, stamp] as const]
      })
      unlessDiskFails(() => parts.tenants.saveStamps(stamps))
    },
    closeAll: () => [...open.keys()].forEach(close),
    isOpen: (tenantId) => open.has(tenantId),
    openCount: () => open.size,
    setAside,
    readmit: (tenantId) => void aside.delete(tenantId),
    distrust: (tenantId) => void distrusted.add(tenantId),
    discard(tenantId) {
      const handle = open.get(tenantId)
      handle?.queue.flush()
      if (handle !== undefined) release(tenantId, handle)
      aside.delete(tenantId)
      distrusted.delete(tenantId)
    },
  }
}

/** What is written for a quicker or clearer next start only. When it cannot be written (a full disk), the next start looks again. */
const unlessDiskFails = (write: () => void): void => {
  try {
    write()
  } catch (error) {
    if (storageFailure(error).type === 'StorageFailed') throw error
  }
}

/** How the file looks from outside: a file that somebody else touched looks different. */
export const findFileStamp = (path: string): FileStamp | undefined => {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats === undefined ? undefined : { size: stats.size, changedAt: stats.mtimeMs }
}

export const isSameStamp = (a: FileStamp, b: FileStamp | undefined): boolean =>
  b !== undefined && a.size === b.size && a.changedAt === b.changedAt
