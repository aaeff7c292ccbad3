/** The practice's own encrypted file: its documents, its members, and the read model over all tenants. */
import { practiceEntities } from '#domain/entities/entity-registry.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { openLog, type Log } from '../log/open-log.ts'
import type { Clock, Random } from '../ports.ts'
import { migrateDatabase, type NewerVersion } from '../sqlite/migrations.ts'
import { openEncryptedDatabase, type EncryptedDatabase } from '../sqlite/open-encrypted-database.ts'
import { storageFailure, type StorageFailure } from '../sqlite/storage-failure.ts'
import { portfolioMigrations } from './portfolio-migrations.ts'

export type OpenPortfolioOptions = {
  readonly path: string
  readonly keys: readonly Uint8Array[]
  readonly accountId: string
  readonly clock: Clock
  readonly random: Random
}

export type PortfolioError = StorageFailure | NewerVersion | { readonly type: 'FileKeyMissing' }

export const openPortfolio = (options: OpenPortfolioOptions): Result<Log, PortfolioError> => {
  let failure: PortfolioError = { type: 'FileKeyMissing' }
  for (const key of options.keys) {
    const opened = openWithKey(options, key)
    if (opened.ok) return opened
    failure = opened.error
  }
  return err(failure)
}

const openWithKey = (options: OpenPortfolioOptions, key: Uint8Array): Result<Log, PortfolioError> => {
  const { path, accountId, clock, random } = options
  let database: EncryptedDatabase | undefined
  try {
    database = openEncryptedDatabase({ path, key, mustExist: true })
    const migrated = migrateDatabase(database, portfolioMigrations, `${path}.before-upgrade`)
    if (migrated.ok) {
      return ok(openLog({ database, entities: practiceEntities, spaceId: accountId, space: 'practice', clock, random }))
    }
    database.close()
    return migrated
  } catch (error) {
    database?.close()
    return err(storageFailure(error))
  }
}
