/** The read model of a practice, filled by hand, for tests of what lists and figures find in it. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { ClientRow } from '#domain/projection/client-row.ts'
import { portfolioMigrations } from '#engine/portfolio/portfolio-migrations.ts'
import { createTenantRegistry } from '#engine/portfolio/tenant-registry.ts'
import { migrateDatabase } from '#engine/sqlite/migrations.ts'
import { openEncryptedDatabase, type EncryptedDatabase } from '#engine/sqlite/open-encrypted-database.ts'
import { fakeRandom } from './fake-random.ts'
import { quickFolder } from './temporary-folder.ts'

const plainRow: Omit<ClientRow, 'id'> = {
  name: 'Client',
  status: 'client',
  archivedAt: null,
  externalId: null,
  industry: null,
  subIndustry: null,
  employees: null,
  location: null,
  country: null,
  ownerId: null,
  nextAuditOn: null,
  tags: [],
  overrides: [],
  score: null,
  band: 'unknown',
  attention: [{ reason: 'baselineIncomplete', tier: 'watch' }],
  createdAt: '2026-01-01T00:00:00.000Z',
  lastActivityAt: null,
  fileState: 'ok',
  coverage: null,
  exposure: null,
}

export type TestPortfolio = { readonly database: EncryptedDatabase; readonly rows: readonly ClientRow[] }

/** Rows get ids in their order. */
export const createTestPortfolio = (rows: readonly Partial<ClientRow>[]): TestPortfolio => {
  const database = openEncryptedDatabase({ path: join(quickFolder(), 'portfolio.sqlite'), key: randomBytes(32) })
  onTestFinished(() => void database.close())
  migrateDatabase(database, portfolioMigrations)
  const registry = createTenantRegistry(database)
  const random = fakeRandom()
  const whole = rows.map((row) => ({ ...plainRow, id: random.id(), ...row }))
  for (const row of whole) registry.saveRowOnly(row)
  return { database, rows: whole }
}
