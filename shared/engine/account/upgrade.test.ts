import { existsSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { addClient, createTestEngine, jobEnd } from '#testing/create-test-engine.ts'
import { expectOk } from '#testing/expect-result.ts'
import { openTestAccount, makeAccount } from '#testing/open-test-account.ts'
import { stepBack } from '#testing/step-back.ts'
import { portfolioKeyName, tenantKeyName } from '../data-dir/data-dir-paths.ts'
import { portfolioMigrations } from '../portfolio/portfolio-migrations.ts'
import { openEncryptedDatabase, type EncryptedDatabase } from '../sqlite/open-encrypted-database.ts'
import { tenantMigrations } from '../tenant/tenant-migrations.ts'

test('[PRAC-9] an account of the first version opens, knows what its clients decide for themselves, and is clean', async () => {
  const made = await makeAccount(2)
  const [dollars = '', plain = ''] = made.ids
  const before = await openTestAccount(made)
  expectOk(await before.account.clients.edit(dollars, 'client.update', { currency: 'USD', annualRevenue: 5_000 }))
  // Copies: those of the keyring are wiped when it locks.
  const keyOf = (name: string): Uint8Array => Uint8Array.from(before.keyring.keysOf(name)[0] ?? [])
  const { paths } = before.parts
  const older = [
    [paths.tenant(dollars), keyOf(tenantKeyName(dollars)), tenantMigrations],
    [paths.tenant(plain), keyOf(tenantKeyName(plain)), tenantMigrations],
    [paths.portfolio, keyOf(portfolioKeyName), portfolioMigrations],
  ] as const
  await before.close()
  for (const [path, key, migrations] of older) {
    const database = openEncryptedDatabase({ path, key, mustExist: true })
    stepBack(database, migrations, 1)
    if (path === paths.portfolio)
      noteStamps(
        database,
        made.ids.map((id) => [id, paths.tenant(id)]),
      )
    database.close()
  }

  const { account, openedAtStart } = await openTestAccount(made)
  expect(openedAtStart).toBe(2)
  expect(expectOk(account.clients.get(dollars)).overrides).toEqual(['currency'])
  expect(expectOk(account.clients.get(plain)).overrides).toEqual([])
  expect(account.clients.overrideCounts()).toEqual({ currency: 1 })
  expect(expectOk(account.clients.getProfile(dollars))).toMatchObject({ annualRevenue: 5_000, recordsHeld: null })
  expectOk(await account.editPractice('practice.update', { reviewCadenceMonths: 6 }))
  expect(account.practice().reviewCadenceMonths).toBe(6)
  expect(older.map(([path]) => existsSync(`${path}.before-upgrade`))).toEqual([false, false, false])
  expect((await jobEnd(account, account.startDoctor().jobId)).result).toMatchObject({ clean: true })
})

test('[PRAC-6] a client that was added by hand takes no copy of the defaults', async () => {
  const { account } = await createTestEngine()
  expectOk(await account.editPractice('practice.update', { riskAppetite: 'low', currency: 'EUR' }))
  const { id, overrides } = await addClient(account, 'Harbor Foods')
  expect(overrides).toEqual([])
  expect(expectOk(account.clients.getProfile(id))).toMatchObject({ riskAppetite: null, currency: null })
})

/** As the older version left them, so that nothing but the upgrade makes the next start open the files. */
const noteStamps = (database: EncryptedDatabase, files: readonly (readonly [id: string, path: string])[]): void => {
  const setStamp = database.prepare('UPDATE tenant SET file_size = ?, file_changed_at = ? WHERE id = ?')
  for (const [id, path] of files) {
    const { size, mtimeMs } = statSync(path)
    setStamp.run(size, mtimeMs, id)
  }
}
