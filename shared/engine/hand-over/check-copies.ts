/** Looks whether the files of a client are whole: pages, schema, projection, activity chains, and every byte of evidence. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import Database from 'better-sqlite3'
import { tenantEntities } from '#domain/entities/entity-registry.ts'
import { filesMigrations } from '../files/open-sibling.ts'
import { verifyBlobs } from '../files/verify-blobs.ts'
import { openLog } from '../log/open-log.ts'
import { verifyLog } from '../log/verify-log.ts'
import { migrateDatabase, type Migration } from '../sqlite/migrations.ts'
import type { EncryptedDatabase } from '../sqlite/open-encrypted-database.ts'
import { systemPorts } from '../system-ports.ts'
import { tenantMigrations } from '../tenant/tenant-migrations.ts'

export type CopyControl = { readonly signal: AbortSignal; readonly onProgress: (bytes: number) => void }

/** What is wrong with a file of the newest version, or undefined. */
export const findTenantProblem = (database: EncryptedDatabase, tenantId: string): string | undefined => {
  if (!hasSchemaOf(database, tenantMigrations)) return 'its tables are not those of a client'
  const owner = database.prepare("SELECT value FROM meta WHERE key = 'space'").pluck().get()
  if (owner !== tenantId) return 'it belongs to another client'
  const { clock, random } = systemPorts()
  const log = openLog({ database, entities: tenantEntities, spaceId: tenantId, space: 'tenant', clock, random })
  const [problem] = verifyLog(log)
  return problem?.detail
}

/** A cancelled check finds nothing: the caller asks the signal. */
export const findEvidenceProblem = async (
  database: EncryptedDatabase,
  referred: readonly string[],
  { signal, onProgress }: CopyControl,
): Promise<string | undefined> => {
  if (!hasSchemaOf(database, filesMigrations)) return 'its tables are not those of evidence'
  const pages = String(database.prepare('PRAGMA integrity_check(1)').pluck().get())
  if (pages !== 'ok') return pages
  const select = database.prepare('SELECT 1 FROM blob WHERE sha256 = ?')
  const missing = referred.find((sha256) => select.get(sha256) === undefined)
  if (missing !== undefined) return `the evidence ${missing} is missing`
  let seen = 0
  const verified = await verifyBlobs(
    { database, busy: new Set() },
    {
      signal,
      onProgress: ({ done }) => {
        onProgress(done - seen)
        seen = done
      },
    },
  )
  const failure = verified.ok ? verified.value.failures[0] : undefined
  return failure === undefined ? undefined : `the evidence ${failure.sha256} is damaged: ${failure.detail}`
}

export const referredFiles = (database: EncryptedDatabase): readonly string[] =>
  database.prepare('SELECT sha256 FROM file').pluck().all() as readonly string[]

export const sha256OfFile = async (path: string, { signal, onProgress }: CopyControl): Promise<string> => {
  const digest = createHash('sha256')
  for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    if (signal.aborted) break
    digest.update(piece as Buffer)
    onProgress((piece as Buffer).length)
  }
  return digest.digest('hex')
}

/** Whoever made the file may have added a trigger: it would run with the next edit. */
const hasSchemaOf = (database: EncryptedDatabase, migrations: readonly Migration[]): boolean => {
  const fresh = new Database(':memory:')
  try {
    migrateDatabase(fresh, migrations)
    return schemaOf(database) === schemaOf(fresh)
  } finally {
    fresh.close()
  }
}

const schemaOf = (database: EncryptedDatabase): string =>
  JSON.stringify(database.prepare('SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name').all())
