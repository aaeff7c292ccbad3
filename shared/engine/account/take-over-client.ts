/**
 * Takes a client over: as a batch of new clients is made, its keys first, then its files under temporary names, then its
 * row. Until the last commit it is not here, and what a crash leaves is removed at the next start.
 */
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { EngineError } from '#api/errors.ts'
import type { TakenOver, TakeOverOptions } from '#api/leaving-clients.ts'
import { can } from '#domain/permissions/can.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { evidenceKeyName, tenantKeyName } from '../data-dir/data-dir-paths.ts'
import type { HandOverManifest } from '../hand-over/hand-over-manifest.ts'
import type { FileAddress } from '../hand-over/hand-over-messages.ts'
import { openHandOver } from '../hand-over/open-hand-over.ts'
import { runHandOverTask } from '../hand-over/run-hand-over-task.ts'
import type { OneAtATime } from '../jobs/one-at-a-time.ts'
import type { JobControl } from '../jobs/job-board.ts'
import { commitEdits } from '../log/commit-edits.ts'
import type { EditQueue } from '../log/edit-queue.ts'
import { editFromMutation } from '../log/edit.ts'
import { storageFailure } from '../sqlite/storage-failure.ts'
import { settleTenantFiles, syncPath, temporaryTenantPath, type WrittenTenant } from '../tenant/create-tenant-file.ts'
import { openTenant } from '../tenant/open-tenant.ts'
import { readTenant } from '../tenant/read-tenant.ts'
import { tenantMigrations } from '../tenant/tenant-migrations.ts'
import type { AccountParts } from './account-parts.ts'
import { publishDecided, removeUnfinished } from './create-tenants.ts'
import { keyringFailure } from './keyring-failure.ts'
import { findFileStamp } from './tenant-handles.ts'

export type TakeOverParts = {
  readonly parts: AccountParts
  readonly practiceQueue: EditQueue
  readonly batches: OneAtATime
}

export const mayTakeOver = ({ parts }: TakeOverParts): Result<void, EngineError> => {
  const { role } = parts.actor()
  return can(role, { action: 'client.takeOver' })
    ? ok(undefined)
    : err({ type: 'NotPermitted', role, what: 'client.takeOver' })
}

export const takeOverClient = async (
  options: TakeOverParts,
  { path, passphrase }: TakeOverOptions,
  control: JobControl,
): Promise<Result<TakenOver, EngineError>> => {
  const { parts, batches } = options
  const opened = await openHandOver(path, { passphrase })
  if (!opened.ok) return opened
  const { handle, manifest, frameKey } = opened.value
  const { tenantId, name, from } = manifest
  await handle.close()
  const place = await batches.run(() => makePlace(parts, manifest))
  if (!place.ok) return place
  const outcome = await bringIn(options, { path, frameKey, place: place.value, manifest }, control)
  frameKey.fill(0)
  if (!outcome.ok) {
    await batches.run(() => removeUnfinished(parts, new Set([tenantId])))
    return outcome
  }
  parts.emit({ type: 'portfolioChanged', accountId: parts.accountId, clientIds: [tenantId] })
  return ok({ clientId: tenantId, name, from })
}

/** Where its files go, under keys that are in the keyring by now. */
type Place = { readonly tenant: FileAddress; readonly evidence: FileAddress | undefined }

const makePlace = async (parts: AccountParts, manifest: HandOverManifest): Promise<Result<Place, EngineError>> => {
  const refused = refuse(parts, manifest)
  if (refused !== undefined) return err(refused)
  const { tenantId } = manifest
  try {
    await publishDecided(parts)
    parts.tenants.registerNew([tenantId])
    const names = [tenantKeyName(tenantId), ...(manifest.evidence === null ? [] : [evidenceKeyName(tenantId)])]
    const keys = await parts.keyring.addKeys(names)
    if (keys.ok) {
      const tenant = addressOf(parts.paths.tenant(tenantId), keys.value.get(tenantKeyName(tenantId)))
      const evidence = addressOf(parts.paths.evidence(tenantId), keys.value.get(evidenceKeyName(tenantId)))
      if (tenant !== undefined) return ok({ tenant, evidence })
    }
    await removeUnfinished(parts, new Set([tenantId]))
    return err(keys.ok ? { type: 'FileKeyMissing' } : keyringFailure(keys.error))
  } catch (error) {
    return err(storageFailure(error))
  }
}

const refuse = ({ tenants }: AccountParts, manifest: HandOverManifest): EngineError | undefined => {
  const { tenantId, schemaVersion } = manifest
  const supported = tenantMigrations.length
  if (schemaVersion > supported) return { type: 'NewerVersion', found: schemaVersion, supported }
  if (!tenants.isRegistered(tenantId)) return undefined
  return { type: 'ClientAlreadyHere', name: tenants.findRow(tenantId)?.name ?? manifest.name, clientId: tenantId }
}

type Incoming = {
  readonly path: string
  readonly frameKey: Buffer
  readonly place: Place
  readonly manifest: HandOverManifest
}

const bringIn = async (
  options: TakeOverParts,
  { path, frameKey, place, manifest }: Incoming,
  control: JobControl,
): Promise<Result<void, EngineError>> => {
  const { tenantId } = manifest
  const staging = join(options.parts.paths.staging, tenantId)
  try {
    await mkdir(staging, { recursive: true, mode: 0o700 })
    const carriedEvidence = join(staging, 'evidence')
    const task = { type: 'unpack', path, frameKey, tenantId, ...place, carriedEvidence } as const
    const unpacked = await runHandOverTask(task, control)
    // Others make clients meanwhile; making it visible is a moment's work and takes its turn.
    return unpacked.ok ? await options.batches.run(() => makeVisible(options, manifest)) : unpacked
  } catch (error) {
    return err(storageFailure(error))
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

const makeVisible = async (options: TakeOverParts, manifest: HandOverManifest): Promise<Result<void, EngineError>> => {
  const { parts } = options
  const { tenantId, evidence } = manifest
  const written = recordTakeOver(parts, manifest)
  if (!written.ok) return written
  if (evidence !== null) await settleEvidence(parts.paths.evidence(tenantId))
  await settleTenantFiles([written.value.path])
  // A client that was deleted here comes back: its tombstone goes before it is seen, or the next start would obey it.
  const readmitted = await readmitClient(options, tenantId)
  if (!readmitted.ok) return readmitted
  const { path, ...tenant } = written.value
  const stamp = findFileStamp(path) ?? { size: -1, changedAt: 0 }
  parts.tenants.stageRows([{ ...tenant, stamp }])
  parts.tenants.decideToPublish()
  await publishDecided(parts)
  return ok(undefined)
}

const addressOf = (path: string, key: Buffer | undefined): FileAddress | undefined =>
  key && { path: temporaryTenantPath(path), key: Uint8Array.from(key) }

/** A head that nobody has makes the file a copy: it gets a device of its own before this first edit. */
const noHead = { device: '', deviceSeq: 0 }

const recordTakeOver = (
  parts: AccountParts,
  { tenantId, from }: HandOverManifest,
): Result<WrittenTenant, EngineError> => {
  const edit = editFromMutation('client.takeOver', { from }, parts.actor())
  if (!edit.ok) return edit
  const path = parts.paths.tenant(tenantId)
  const keys = parts.keyring.keysOf(tenantKeyName(tenantId))
  const { clock, random } = parts.ports
  const opened = openTenant({ path: temporaryTenantPath(path), keys, tenantId, clock, random, knownHead: noHead })
  if (!opened.ok) return opened
  const log = opened.value
  try {
    const [outcome] = commitEdits(log, [edit.value])
    if (outcome?.ok === false) return outcome
    return ok({ path, ...readTenant(log, parts.bandThresholds()) })
  } finally {
    log.database.close()
  }
}

const settleEvidence = async (path: string): Promise<void> => {
  await syncPath(temporaryTenantPath(path), 'r+')
  await rename(temporaryTenantPath(path), path)
}

/** Withdraws the tombstone of a client that comes back. */
export const readmitClient = async (
  { parts, practiceQueue }: Pick<TakeOverParts, 'parts' | 'practiceQueue'>,
  tenantId: string,
): Promise<Result<void, EngineError>> => {
  if (!parts.tenants.isDeleted(tenantId)) return ok(undefined)
  const edit = editFromMutation('client.readmit', { id: tenantId }, parts.actor())
  if (!edit.ok) return edit
  const outcome = await practiceQueue.add(edit.value)
  return outcome.ok ? ok(undefined) : outcome
}
