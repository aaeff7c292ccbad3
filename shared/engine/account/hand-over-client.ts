/**
 * Hands a client over: its files and its key as one file that a passphrase opens. Written under a temporary name, read
 * again, synced and renamed, so that the name is that of the file of before or of a whole one. The client stays.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, lstatSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join } from 'node:path'
import type { EngineError } from '#api/errors.ts'
import type { HandedOver, HandOverOptions } from '#api/leaving-clients.ts'
import { can } from '#domain/permissions/can.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { evidenceKeyName, tenantKeyName } from '../data-dir/data-dir-paths.ts'
import { sealEnvelope } from '../hand-over/envelope-header.ts'
import type { FileAddress, PackTask } from '../hand-over/hand-over-messages.ts'
import { runHandOverTask } from '../hand-over/run-hand-over-task.ts'
import type { JobControl } from '../jobs/job-board.ts'
import { checkNewPassphrase, type ScryptCost } from '../keyring/passphrase-slot.ts'
import { editFromMutation } from '../log/edit.ts'
import { syncFolder } from '../tenant/create-tenant-file.ts'
import type { AccountParts } from './account-parts.ts'
import { notePart } from './unfinished-parts.ts'
import type { TenantHandles } from './tenant-handles.ts'

export type HandOverParts = {
  readonly parts: AccountParts
  readonly handles: TenantHandles
  readonly version: string
  readonly cost: ScryptCost | undefined
  /** Clients that are being copied right now: one at a time each, and none is deleted meanwhile. */
  readonly leaving: Set<string>
}

/** What can be said before anything is copied. */
export const checkHandOver = (
  { parts, leaving }: HandOverParts,
  clientId: string,
  { path, passphrase, replace = false }: HandOverOptions,
): Result<void, EngineError> => {
  const { role } = parts.actor()
  if (!can(role, { action: 'client.handOver' })) return err({ type: 'NotPermitted', role, what: 'client.handOver' })
  if (parts.tenants.findTenant(clientId) === undefined) return err({ type: 'ClientNotFound', wanted: clientId })
  if (leaving.has(clientId))
    return err({ type: 'ClientLeaving', name: parts.tenants.findRow(clientId)?.name ?? clientId })
  const accepted = checkNewPassphrase(passphrase)
  if (!accepted.ok) return accepted
  if (!isAbsolute(path)) return err({ type: 'HandOverUnwritable', path, code: 'not a whole path' })
  const there = lstatSync(path, { throwIfNoEntry: false })
  if (there?.isFile() === false) return err({ type: 'HandOverUnwritable', path, code: 'it is no file' })
  if (there !== undefined && !replace) return err({ type: 'HandOverExists', path })
  return existsSync(dirname(path)) ? ok(undefined) : err({ type: 'HandOverUnwritable', path, code: 'no such folder' })
}

export const handOverClient = async (
  options: HandOverParts,
  { clientId, path, passphrase }: HandOverOptions & { readonly clientId: string },
  control: JobControl,
): Promise<Result<HandedOver, EngineError>> => {
  const { parts, cost, leaving } = options
  const part = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.part`)
  const staging = join(parts.paths.staging, clientId)
  leaving.add(clientId)
  let forgetPart = (): void => undefined
  try {
    await mkdir(staging, { recursive: true, mode: 0o700 })
    const { line, frameKey } = await sealEnvelope(passphrase, parts.ports.random, cost)
    const task = taskOf(options, clientId, { staging, header: line, frameKey, part })
    if (!task.ok) return task
    forgetPart = notePart(parts.portfolio, part)
    const packed = await runHandOverTask(task.value, control)
    frameKey.fill(0)
    if (!packed.ok) return packed.error.type === 'HandOverUnwritable' ? err({ ...packed.error, path }) : packed
    await rename(part, path)
    await syncFolder(dirname(path))
    await recordHandOver(options, clientId)
    return ok({ path, bytes: packed.value?.bytes ?? 0, files: packed.value?.files ?? 0 })
  } catch (error) {
    return err(targetFailure(error, path))
  } finally {
    leaving.delete(clientId)
    await rm(staging, { recursive: true, force: true })
    await rm(part, { force: true }).then(forgetPart, () => undefined) // else the next start removes it
  }
}

type Place = Pick<PackTask, 'staging' | 'header' | 'frameKey' | 'part'>

const taskOf = (
  { parts, handles, version }: HandOverParts,
  clientId: string,
  place: Place,
): Result<PackTask, EngineError> => {
  const handle = handles.get(clientId)
  if (!handle.ok) return handle
  const { paths, keyring, ports, tenants, portfolio } = parts
  const tenant = addressOf(paths.tenant(clientId), keyring.keysOf(tenantKeyName(clientId)))
  const evidence = addressOf(paths.evidence(clientId), keyring.keysOf(evidenceKeyName(clientId)))
  if (tenant === undefined) return err({ type: 'FileKeyMissing' })
  const from = portfolio.database.prepare('SELECT name FROM practice WHERE id = ?').pluck().get(parts.accountId)
  const manifest = {
    tenantId: clientId,
    name: tenants.findRow(clientId)?.name ?? clientId,
    from: typeof from === 'string' ? from : 'another practice',
    createdAt: new Date(ports.clock.now()).toISOString(),
    app: version,
  }
  return ok({ type: 'pack', manifest, tenant, evidence, ...place })
}

const addressOf = (path: string, [key]: readonly Buffer[]): FileAddress | undefined =>
  key === undefined || !existsSync(path) ? undefined : { path, key: Uint8Array.from(key) }

/** The file is out by now: a disk that takes no more edits does not make it undone. */
const recordHandOver = async ({ parts, handles }: HandOverParts, clientId: string): Promise<void> => {
  const handle = handles.get(clientId)
  const edit = editFromMutation('client.handOver', {}, parts.actor())
  if (handle.ok && edit.ok) await handle.value.queue.add(edit.value)
}

const targetFailure = (error: unknown, path: string): EngineError => {
  const { code = 'UNKNOWN' } = error as NodeJS.ErrnoException
  return code === 'ENOSPC' || code === 'EDQUOT' ? { type: 'DiskFull' } : { type: 'HandOverUnwritable', path, code }
}
