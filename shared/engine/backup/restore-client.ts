/**
 * One client's files out of a backup into the running account. They are written beside the present ones under the
 * account's own keys; then the portfolio notes that they take their place, which is the moment that counts: from there
 * on the exchange is finished, at the latest at the next start.
 */
import { mkdir } from 'node:fs/promises'
import type { ClientRestore, ClientRestored } from '#api/backups.ts'
import type { EngineError } from '#api/errors.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { AccountParts } from '../account/account-parts.ts'
import { removeUnfinished } from '../account/create-tenants.ts'
import type { EvidenceStores } from '../account/evidence-stores.ts'
import { keyringFailure } from '../account/keyring-failure.ts'
import { readmitClient } from '../account/take-over-client.ts'
import type { TenantHandles } from '../account/tenant-handles.ts'
import { evidenceKeyName, tenantKeyName } from '../data-dir/data-dir-paths.ts'
import type { JobControl } from '../jobs/job-board.ts'
import type { OneAtATime } from '../jobs/one-at-a-time.ts'
import type { EditQueue } from '../log/edit-queue.ts'
import { storageFailure } from '../sqlite/storage-failure.ts'
import { syncFolder, syncPath } from '../tenant/create-tenant-file.ts'
import { readTenant } from '../tenant/read-tenant.ts'
import type { ExtractOrder } from './backup-messages.ts'
import type { BackupWorker } from './create-backup-worker.ts'
import { exchangeFiles, keptFolder, noteExchange, removeRestored, restoredPath } from './exchange-files.ts'
import { findClientInBackup } from './find-client-in-backup.ts'
import { openBackupFile, readFileKeys, type BackupInUse } from './open-backup-file.ts'
import { extract } from './restore-account.ts'

export type RestoreClientOptions = {
  readonly parts: AccountParts
  readonly handles: TenantHandles
  readonly evidence: EvidenceStores
  readonly worker: BackupWorker
  readonly batches: OneAtATime
  readonly practiceQueue: EditQueue
}

/** Refuses at once what needs no look at the bytes; the caller runs `work` as a job. */
export const planClientRestore = async (
  options: RestoreClientOptions,
  order: ClientRestore,
): Promise<Result<{ work(control: JobControl): Promise<Result<ClientRestored, EngineError>> }, EngineError>> => {
  const { parts, handles, worker, batches } = options
  const { path, secret } = order
  const opened = await openBackupFile({ path, secret, keyring: parts.keyring })
  if (!opened.ok) return opened
  const inUse = opened.value
  const found = await findClientInBackup({ parts, worker, inUse, path }, order.client)
  const allowed = found.ok ? mayRestore({ parts, handles }, found.value, order) : found
  if (!found.ok || !allowed.ok) {
    inUse.close()
    return found.ok ? (allowed as Result<never, EngineError>) : found
  }
  return ok({
    work: async (control) => {
      try {
        const source = { inUse, path, clientId: found.value }
        // With other batches of new clients in turn: one that fails takes back whatever is not finished.
        return await batches.run(() => restoreOrUndo(options, source, control))
      } finally {
        inUse.close()
      }
    },
  })
}

const mayRestore = (
  { parts, handles }: Pick<RestoreClientOptions, 'parts' | 'handles'>,
  clientId: string,
  { replace = false, revive = false }: ClientRestore,
): Result<void, EngineError> => {
  if (parts.tenants.findTenant(clientId) === undefined) {
    const wasDeleted = parts.tenants.isDeleted(clientId) || parts.keyring.isDestroyed(tenantKeyName(clientId))
    return wasDeleted && !revive ? err({ type: 'ClientWasDeleted' }) : ok(undefined)
  }
  return handles.get(clientId).ok && !replace ? err({ type: 'ClientIsWell' }) : ok(undefined)
}

const restoreOrUndo = async (
  options: RestoreClientOptions,
  source: Source,
  control: JobControl,
): Promise<Result<ClientRestored, EngineError>> => {
  const { parts } = options
  let outcome: Result<ClientRestored, EngineError>
  try {
    outcome = await restore(options, source, control)
  } catch (error) {
    outcome = err(storageFailure(error))
  }
  if (!outcome.ok) {
    await removeRestored(parts.paths, source.clientId)
    await removeUnfinished(parts, new Set([source.clientId]))
  }
  return outcome
}

type Source = { readonly inUse: BackupInUse; readonly path: string; readonly clientId: string }

const restore = async (
  { parts, handles, evidence, worker, practiceQueue }: RestoreClientOptions,
  { inUse, path, clientId }: Source,
  control: JobControl,
): Promise<Result<ClientRestored, EngineError>> => {
  const isNew = parts.tenants.findTenant(clientId) === undefined
  if (isNew) parts.tenants.registerNew([clientId])
  await mkdir(parts.paths.tenants, { recursive: true, mode: 0o700 })
  const orders = await planOrders(parts, inUse, clientId)
  if (!orders.ok) return orders
  const extracted = await extract(worker, { path, key: inUse.copy.key, orders: orders.value }, control)
  if (!extracted.ok) return extracted
  if (extracted.value.unopened.length > 0) {
    return err({ type: 'BackupDamaged', detail: "this client's file in it does not open" })
  }
  for (const { path: written } of orders.value) await syncPath(written, 'r+')
  await syncFolder(parts.paths.tenants)
  const kept = isNew ? null : keptFolder(parts, clientId)
  if (kept !== null) await mkdir(kept, { recursive: true, mode: 0o700 })
  const readmitted = await readmitClient({ parts, practiceQueue }, clientId)
  if (!readmitted.ok) return readmitted
  await evidence.release(clientId)
  // From here to the row without a pause, so that nobody opens the one file with the other beside it.
  handles.close(clientId)
  const exchange = { clientId, kept, isNew, restored: orders.value.map(({ kind }) => kind) }
  noteExchange(parts, exchange)
  exchangeFiles(parts, exchange)
  handles.readmit(clientId)
  const name = refreshRow({ parts, handles }, clientId)
  await syncFolder(parts.paths.tenants)
  return name.ok ? ok({ clientId, name: name.value, at: inUse.header.at, kept }) : name
}

/** Under the keys that the account has for these files, made where it has none any more. */
const planOrders = async (
  parts: AccountParts,
  inUse: BackupInUse,
  clientId: string,
): Promise<Result<readonly (ExtractOrder & { readonly kind: 'tenant' | 'evidence' })[], EngineError>> => {
  const keys = await readFileKeys(inUse)
  const names = [tenantKeyName(clientId), evidenceKeyName(clientId)].filter((name) =>
    inUse.backup.manifest.entries.some((entry) => entry.name === name),
  )
  const added = await parts.keyring.addKeys(names)
  if (!added.ok) return err(keyringFailure(added.error))
  return ok(
    names.map((name) => {
      const key = keys.get(name)
      const own = parts.keyring.keysOf(name)[0]
      const kind = name === tenantKeyName(clientId) ? 'tenant' : 'evidence'
      return {
        name,
        kind,
        path: restoredPath(parts.paths[kind](clientId)),
        key,
        newKey: own !== undefined && key?.equals(own) === false ? own : undefined,
        forget: kind === 'tenant' ? ['device'] : [],
      }
    }),
  )
}

/** The list shows the client as the restored file has it. */
const refreshRow = (
  { parts, handles }: Pick<RestoreClientOptions, 'parts' | 'handles'>,
  clientId: string,
): Result<string, EngineError> => {
  const opened = handles.get(clientId)
  if (!opened.ok) return opened
  const { log } = opened.value
  const refreshed = readTenant(log, parts.bandThresholds())
  parts.tenants.saveRow(refreshed)
  parts.emit({ type: 'portfolioChanged', accountId: parts.accountId, clientIds: [clientId] })
  return ok(refreshed.row.name)
}
