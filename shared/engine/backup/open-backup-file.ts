/** Opens a backup to look into it: by a secret of the time when it was made, or by the keys of the account that is open. */
import { closeSync, openSync } from 'node:fs'
import type { BackupCheck, BackupSecret } from '#api/backups.ts'
import type { EngineError } from '#api/errors.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { keyringFailure } from '../account/keyring-failure.ts'
import { unlockCopy, type UnlockedCopy } from '../keyring/copy-keyring.ts'
import type { Keyring } from '../keyring/keyring.ts'
import { portfolioMigrations } from '../portfolio/portfolio-migrations.ts'
import { tenantMigrations } from '../tenant/tenant-migrations.ts'
import { unreadable } from './backup-errors.ts'
import { sealOf, tenantOfEntry, type BackupHeader } from './backup-format.ts'
import { openSealed, readHeader, type HeaderLine, type OpenBackup } from './read-sealed.ts'

export type BackupInUse = {
  readonly backup: OpenBackup
  readonly header: BackupHeader
  readonly check: BackupCheck
  readonly copy: UnlockedCopy
  close(): void
}

export type OpenBackupOptions = {
  readonly path: string
  readonly secret?: BackupSecret | undefined
  /** Of the open account. */
  readonly keyring?: Keyring | undefined
}

/** The caller closes it, and its key is then zeroed. */
export const openBackupFile = async (options: OpenBackupOptions): Promise<Result<BackupInUse, EngineError>> => {
  const { path } = options
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    const header = readHeader(file)
    const opened = header.ok ? await openWithKeys(file, header.value, options) : header
    if (!opened.ok) closeSync(file)
    return opened
  } catch (error) {
    if (file !== undefined) closeSync(file)
    return err(unreadable(path, error))
  }
}

const openWithKeys = async (
  file: number,
  { line, header }: HeaderLine,
  { path, secret, keyring }: OpenBackupOptions,
): Promise<Result<BackupInUse, EngineError>> => {
  if (keyring !== undefined && header.accountId !== keyring.accountId) return err({ type: 'BackupOfAnotherAccount' })
  const tooNew = findNewerSchema(header)
  if (tooNew !== undefined) return err(tooNew)
  const unlocked = await unlock(header, { path, secret, keyring })
  if (!unlocked.ok) return unlocked
  const copy = unlocked.value
  const opened = openSealed(file, { line, seal: sealOf(copy.key, line) })
  if (!opened.ok) {
    copy.lock()
    return opened
  }
  return ok({
    backup: opened.value,
    header,
    copy,
    check: checkOf(path, header, opened.value),
    close: () => {
      copy.lock()
      closeSync(file)
    },
  })
}

const unlock = async (
  { keyring: headerLine, salt: saltText, accountId }: BackupHeader,
  { secret, keyring }: OpenBackupOptions,
): Promise<Result<UnlockedCopy, EngineError>> => {
  const salt = Buffer.from(saltText, 'base64url')
  if (secret === undefined) {
    const own = keyring?.unlockCopy(headerLine, salt)
    return own === undefined ? err({ type: 'BackupNeedsSecret' }) : ok(own)
  }
  const unlocked = await unlockCopy(headerLine, salt, secret)
  if (!unlocked.ok) return err(keyringFailure(unlocked.error))
  if (unlocked.value.accountId === accountId) return unlocked
  unlocked.value.lock()
  return err(changedHeader)
}

const changedHeader = { type: 'BackupDamaged', detail: 'its first line was changed' } as const

const findNewerSchema = ({ schema }: BackupHeader): EngineError | undefined => {
  if (schema.portfolio > portfolioMigrations.length)
    return { type: 'NewerVersion', found: schema.portfolio, supported: portfolioMigrations.length }
  if (schema.tenant > tenantMigrations.length)
    return { type: 'NewerVersion', found: schema.tenant, supported: tenantMigrations.length }
  return undefined
}

const checkOf = (path: string, { accountId, at }: BackupHeader, { manifest }: OpenBackup): BackupCheck => {
  const clients = new Set([...manifest.entries.flatMap(({ name }) => tenantOfEntry(name) ?? []), ...manifest.troubled])
  return { path, accountId, at, bytes: manifest.bytes, clients: clients.size, troubled: manifest.troubled.length }
}

/** The keys of the files in it. */
export const readFileKeys = ({ backup, copy }: BackupInUse): Promise<ReadonlyMap<string, Buffer>> =>
  copy.keysOf(backup.manifest.keyring)
