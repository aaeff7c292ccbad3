/**
 * A new account key and a new key for every file. Each file's next key is in the keyring, durably, before the file is
 * re-encrypted, and the old one leaves it afterwards: a crash in between leaves a file that one of the two opens.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { EngineError } from '#api/errors.ts'
import type { JobRef } from '#api/jobs.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { pathOfKey, portfolioKeyName, tenantKeyName, type AccountPaths } from '../data-dir/data-dir-paths.ts'
import type { FilesGate } from '../backup/files-gate.ts'
import type { JobBoard, JobControl } from '../jobs/job-board.ts'
import type { Keyring } from '../keyring/keyring.ts'
import { openEncryptedDatabase } from '../sqlite/open-encrypted-database.ts'
import { rekeyInPlace } from '../sqlite/rekey-database.ts'
import type { AccountParts } from './account-parts.ts'
import { keyringFailure } from './keyring-failure.ts'
import type { TenantHandles } from './tenant-handles.ts'

export type RotateKeysOptions = {
  readonly parts: AccountParts
  readonly handles: TenantHandles
  readonly jobs: JobBoard
  readonly gate: FilesGate
}

export const rotateKeys = async (
  options: RotateKeysOptions,
  passphrase: string,
): Promise<Result<{ readonly recoveryKey: string; readonly job: JobRef }, EngineError>> => {
  const leave = options.gate.enter()
  if (leave === undefined) return err({ type: 'FilesBusy' })
  const { keyring } = options.parts
  const rotated = await keyring.rotateAccountKey(keyring.unlockWays().includes('passphrase') ? passphrase : undefined)
  if (!rotated.ok) {
    leave()
    return err(keyringFailure(rotated.error))
  }
  const job = options.jobs.start('rotateKeys', (control) => rotateFiles(options, control).finally(leave))
  return ok({ recoveryKey: rotated.value.recoveryKey, job })
}

const rotateFiles = async (
  { parts, handles }: RotateKeysOptions,
  { signal, report }: JobControl,
): Promise<Result<{ readonly files: number }, EngineError>> => {
  const tenants = parts.tenants.listTenants()
  const portfolio = await rotateFile(parts, portfolioKeyName, (next) => {
    rekeyInPlace(parts.portfolio.database, next)
    return true
  })
  if (!portfolio.ok) return portfolio
  for (const [index, { id }] of tenants.entries()) {
    if (signal.aborted) return err({ type: 'Cancelled' })
    const rotated = await rotateFile(parts, tenantKeyName(id), (next) => rekeyTenant(handles, id, next))
    if (!rotated.ok) return rotated
    report(index + 1, tenants.length)
    await nextTurn()
  }
  const finished = await parts.keyring.finishRotation()
  return finished.ok ? ok({ files: tenants.length + 1 }) : err(keyringFailure(finished.error))
}

const rotateFile = async (
  { keyring }: AccountParts,
  name: string,
  rekey: (next: Uint8Array) => boolean,
): Promise<Result<void, EngineError>> => {
  const next = await keyring.beginFileRotation(name)
  if (!next.ok) return err(keyringFailure(next.error))
  const ended = rekey(next.value) ? await keyring.endFileRotation(name) : await keyring.abandonFileRotation(name)
  return ended.ok ? ok(undefined) : err(keyringFailure(ended.error))
}

/** A file that is damaged keeps its key: a backup of it may be under that one. */
const rekeyTenant = (handles: TenantHandles, id: string, next: Uint8Array): boolean => {
  const opened = handles.get(id)
  if (!opened.ok) return false
  rekeyInPlace(opened.value.log.database, next)
  handles.close(id)
  return true
}

/** Before anything is opened: a rotation that was cut short ends here, with whichever key the file really has. */
export const settleRotations = async (keyring: Keyring, paths: AccountPaths): Promise<void> => {
  for (const name of keyring.listFilesInRotation()) {
    const [current, next] = keyring.keysOf(name)
    const path = pathOfKey(paths, name)
    if (path === undefined || next === undefined || current === undefined) continue
    if (opensWith(path, current)) await keyring.abandonFileRotation(name)
    else if (opensWith(path, next)) await keyring.endFileRotation(name)
  }
  await keyring.finishRotation()
}

const opensWith = (path: string, key: Uint8Array): boolean => {
  try {
    openEncryptedDatabase({ path, key, mustExist: true }).close()
    return true
  } catch {
    return false // which is the answer: another key, or damage that shows when the file is opened for use
  }
}
