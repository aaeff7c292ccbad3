/** Opens one client's encrypted file. Whatever is wrong with it is a value: that client is kept aside, the others work. */
import { existsSync } from 'node:fs'
import { tenantEntities } from '#domain/entities/entity-registry.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { openLog, type KnownHead, type Log } from '../log/open-log.ts'
import type { Clock, Random } from '../ports.ts'
import { fileVersion, migrateDatabase } from '../sqlite/migrations.ts'
import { openEncryptedDatabase, type EncryptedDatabase } from '../sqlite/open-encrypted-database.ts'
import { storageFailure, type StorageFailure } from '../sqlite/storage-failure.ts'
import { tenantMigrations } from './tenant-migrations.ts'

export type TenantFileError =
  | StorageFailure
  | { readonly type: 'FileKeyMissing' }
  | { readonly type: 'NewerVersion'; readonly found: number; readonly supported: number }

export type OpenTenantOptions = {
  readonly path: string
  /** Current key first; a second one while the file is being re-encrypted. None: the key is gone. */
  readonly keys: readonly Uint8Array[]
  readonly tenantId: string
  readonly clock: Clock
  readonly random: Random
  readonly knownHead?: KnownHead | undefined
}

export const openTenant = (options: OpenTenantOptions): Result<Log, TenantFileError> => {
  const opened = openWithKeys(options)
  if (!opened.ok) return opened
  const database = opened.value
  try {
    const ready = prepareTenant(database, options)
    if (!ready.ok) database.close()
    return ready
  } catch (error) {
    database.close()
    return err(storageFailure(error))
  }
}

const prepareTenant = (database: EncryptedDatabase, options: OpenTenantOptions): Result<Log, TenantFileError> => {
  if (fileVersion(database) === 0) return err({ type: 'FileDamaged', detail: 'the file is empty' })
  const migrated = migrateDatabase(database, tenantMigrations, `${options.path}.before-upgrade`)
  if (!migrated.ok) return migrated
  const owner = database.prepare("SELECT value FROM meta WHERE key = 'space'").pluck().get()
  if (owner !== options.tenantId) return err({ type: 'FileDamaged', detail: 'the file belongs to another client' })
  const { clock, random, knownHead, tenantId } = options
  return ok(
    openLog({ database, entities: tenantEntities, spaceId: tenantId, space: 'tenant', clock, random, knownHead }),
  )
}

const openWithKeys = ({ path, keys }: OpenTenantOptions): Result<EncryptedDatabase, TenantFileError> => {
  if (!existsSync(path)) return err({ type: 'FileMissing' })
  let failure: TenantFileError = { type: 'FileKeyMissing' }
  for (const key of keys) {
    try {
      return ok(openEncryptedDatabase({ path, key, mustExist: true }))
    } catch (error) {
      failure = storageFailure(error)
    }
  }
  return err(failure)
}
