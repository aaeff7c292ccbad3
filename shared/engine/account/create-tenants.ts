/**
 * Makes many clients at once, all or none: keys first, then the files under temporary names, then their rows; one
 * transaction of the portfolio makes the whole batch visible. What a crash leaves is undone at the next start.
 */
import { rm } from 'node:fs/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { EngineError } from '#api/errors.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { evidenceKeyName, tenantKeyName } from '../data-dir/data-dir-paths.ts'
import { createGiveWay } from '../jobs/give-way.ts'
import type { Edit } from '../log/edit.ts'
import {
  settleTenantFiles,
  temporaryTenantPath,
  writeTenantFile,
  type WrittenTenant,
} from '../tenant/create-tenant-file.ts'
import { storageFailure } from '../sqlite/storage-failure.ts'
import type { AccountParts } from './account-parts.ts'
import { keyringFailure } from './keyring-failure.ts'
import { findFileStamp } from './tenant-handles.ts'

export type TenantDraft = { readonly tenantId: string; readonly edits: readonly Edit[] }
export type BatchControl = {
  readonly signal?: AbortSignal | undefined
  readonly report?: (done: number, total: number) => void
  /** The change of many clients that this is part of: it ends with the commit that decides the batch. */
  readonly changeSet?: { readonly id: string; readonly unchanged: readonly string[] } | undefined
}

/** Files that are synced and renamed together. */
const sliceSize = 64
/** Clients that are registered in one transaction. */
const registeredAtOnce = 1000

export const createTenants = async (
  parts: AccountParts,
  drafts: readonly TenantDraft[],
  control: BatchControl = {},
): Promise<Result<void, EngineError>> => {
  const ids = drafts.map(({ tenantId }) => tenantId)
  let outcome: Result<void, EngineError>
  try {
    await publishDecided(parts)
    outcome = await createAll(parts, drafts, control)
  } catch (error) {
    outcome = err(storageFailure(error))
  }
  if (!outcome.ok) await removeUnfinished(parts, new Set(ids))
  else {
    await publishDecided(parts)
    parts.emit({ type: 'portfolioChanged', accountId: parts.accountId, clientIds: ids.length === 1 ? ids : null })
  }
  return outcome
}

const createAll = async (
  parts: AccountParts,
  drafts: readonly TenantDraft[],
  { signal, report, changeSet }: BatchControl,
): Promise<Result<void, EngineError>> => {
  await register(parts, drafts)
  const keys = await parts.keyring.addKeys(drafts.map(({ tenantId }) => tenantKeyName(tenantId)))
  if (!keys.ok) return err(keyringFailure(keys.error))
  for (let start = 0; start < drafts.length; start += sliceSize) {
    if (signal?.aborted === true) return err({ type: 'Cancelled' })
    const written = await writeSlice(parts, drafts.slice(start, start + sliceSize))
    if (!written.ok) return written
    await settleTenantFiles(written.value.map(({ path }) => path))
    const made = written.value.map(({ row, head }) => ({ clientId: row.id, head }))
    parts.tenants.stageRows(
      written.value.map(({ path, ...rest }) => ({ ...rest, stamp: findFileStamp(path) ?? unseen })),
      () => changeSet && parts.changeSets.noteMade(changeSet.id, made),
    )
    report?.(start + written.value.length, drafts.length)
  }
  if (signal?.aborted === true) return err({ type: 'Cancelled' })
  parts.tenants.decideToPublish(() => changeSet && parts.changeSets.end(changeSet.id, changeSet.unchanged))
  return ok(undefined)
}

/** Carries a decided batch out, at the start after a crash too: nothing of it is removed any more. */
export const publishDecided = async ({ tenants }: AccountParts): Promise<void> => {
  while (tenants.publishSome()) await nextTurn()
}

const register = async ({ tenants }: AccountParts, drafts: readonly TenantDraft[]): Promise<void> => {
  const giveWay = createGiveWay()
  for (let start = 0; start < drafts.length; start += registeredAtOnce) {
    tenants.registerNew(drafts.slice(start, start + registeredAtOnce).map(({ tenantId }) => tenantId))
    await giveWay()
  }
}

/** Differs from every real file, so the next start looks into it. */
const unseen = { size: -1, changedAt: 0 }

const writeSlice = async (
  { ports, paths, keyring, bandThresholds }: AccountParts,
  drafts: readonly TenantDraft[],
): Promise<Result<readonly WrittenTenant[], EngineError>> => {
  const written: WrittenTenant[] = []
  const giveWay = createGiveWay()
  for (const { tenantId, edits } of drafts) {
    const [key] = keyring.keysOf(tenantKeyName(tenantId))
    if (key === undefined) return err({ type: 'FileKeyMissing' })
    const { clock, random } = ports
    const path = paths.tenant(tenantId)
    const file = writeTenantFile({ tenantId, path, key, edits, thresholds: bandThresholds(), clock, random })
    if (!file.ok) return file
    written.push(file.value)
    await giveWay()
  }
  return ok(written)
}

/**
 * Undoes what is registered as unfinished (of these, where others are still under way): files first, then keys, then the
 * registry. Whatever interrupts or fails this (a full disk), the next start finishes it.
 */
export const removeUnfinished = async (parts: AccountParts, among?: ReadonlySet<string>): Promise<void> => {
  try {
    const ids = parts.tenants.listUnfinished().filter((id) => among === undefined || among.has(id))
    if (ids.length === 0) return
    const paths = ids.flatMap((id) => [parts.paths.tenant(id), parts.paths.evidence(id)])
    for (const leftover of paths.flatMap(leftoversOf)) await rm(leftover, { force: true })
    const evidenceKeys = ids.map(evidenceKeyName).filter((name) => parts.keyring.hasKey(name))
    const destroyed = await parts.keyring.destroyKeys([...ids.map(tenantKeyName), ...evidenceKeys])
    if (destroyed.ok) parts.tenants.forgetUnfinished(ids)
  } catch (error) {
    if (storageFailure(error).type === 'StorageFailed') throw error
  }
}

const leftoversOf = (path: string): readonly string[] =>
  [path, temporaryTenantPath(path), `${path}.before-upgrade`].flatMap((file) => [
    file,
    `${file}-wal`,
    `${file}-shm`,
    `${file}-journal`,
  ])
