/** The practice's own file for tests of the log: made and opened as the engine does it. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { practiceEntities } from '#domain/entities/entity-registry.ts'
import { openLog, type Log } from '#engine/log/open-log.ts'
import { portfolioMigrations } from '#engine/portfolio/portfolio-migrations.ts'
import { migrateDatabase } from '#engine/sqlite/migrations.ts'
import { openEncryptedDatabase } from '#engine/sqlite/open-encrypted-database.ts'
import { fakeClock } from './fake-clock.ts'
import { fakeRandom } from './fake-random.ts'
import { quickFolder } from './temporary-folder.ts'
import { makeEdit, memberId } from './test-tenant.ts'

export const accountId = '00000000-0000-7000-8000-0000000acc01'

/** With one owner, who is `memberId`. */
export const createTestPractice = (): Log => {
  const database = openEncryptedDatabase({ path: join(quickFolder(), 'portfolio.sqlite'), key: randomBytes(32) })
  onTestFinished(() => void database.close())
  migrateDatabase(database, portfolioMigrations)
  const log = openLog({
    database,
    entities: practiceEntities,
    spaceId: accountId,
    space: 'practice',
    clock: fakeClock(),
    random: fakeRandom(),
  })
  makeEdit(log, 'practice.create', {
    name: 'Harbor Security',
    contactEmail: 'ops@harbor.example',
    timezone: 'Europe/Berlin',
    mode: 'partner',
    owner: { id: memberId, name: 'Robin', email: 'robin@harbor.example' },
  })
  return log
}
