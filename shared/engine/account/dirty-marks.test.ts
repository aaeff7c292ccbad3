import { readdirSync, readlinkSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { expectOk } from '#testing/expect-result.ts'
import { makeAccount, openTestAccount } from '#testing/open-test-account.ts'
import { createSeededRandom } from '../sample/seeded-random.ts'
import { portfolioKeyName } from '../data-dir/data-dir-paths.ts'
import { openEncryptedDatabase } from '../sqlite/open-encrypted-database.ts'
import { asAfterCrash } from '#testing/temporary-folder.ts'
import type { OpenAccount } from './open-account.ts'

/** The portfolio file as somebody else would find it now: what is not on disk is not there. */
const lookIntoPortfolio = ({ parts, keyring }: OpenAccount) => {
  const [key] = keyring.keysOf(portfolioKeyName)
  if (key === undefined) throw new Error('no key')
  const database = openEncryptedDatabase({ path: parts.paths.portfolio, key, mustExist: true })
  onTestFinished(() => void database.close())
  return {
    dirty: () => database.prepare('SELECT id FROM dirty_tenant ORDER BY id').pluck().all(),
    industryOf: (id: string) => database.prepare('SELECT industry FROM client_row WHERE id = ?').pluck().get(id),
  }
}

const until = async (condition: () => boolean): Promise<void> => {
  for (let waited = 0; !condition(); waited += 5) {
    if (waited > 5000) throw new Error('it did not happen within 5 s')
    await sleep(5)
  }
}

const setIndustry = async ({ account }: OpenAccount, id: string, industry: string) =>
  expectOk(await account.clients.edit(id, 'client.update', { industry }))

test('[STORE-30] the mark is on disk before the first edit is, and goes once the row is right', async () => {
  const made = await makeAccount(3)
  const opened = await openTestAccount(made)
  const [first = '', second = ''] = made.ids
  const portfolio = lookIntoPortfolio(opened)
  expect(portfolio.dirty()).toEqual([])
  await setIndustry(opened, first, 'Food')
  expect(portfolio.dirty()).toEqual([first])
  expect(portfolio.industryOf(first)).toBeNull()
  await setIndustry(opened, second, 'Retail')
  await until(() => portfolio.dirty().length === 0)
  expect([first, second].map(portfolio.industryOf)).toEqual(['Food', 'Retail'])
  expect(opened.account.clients.list({ industry: 'Food' }).items.map(({ id }) => id)).toEqual([first])
})

test('[STORE-31] a burst of edits is refreshed within a second of its last one', async () => {
  const made = await makeAccount(1)
  const opened = await openTestAccount(made)
  const [id = ''] = made.ids
  const portfolio = lookIntoPortfolio(opened)
  for (let round = 0; round < 20; round++) {
    await setIndustry(opened, id, `Industry ${round}`)
    await sleep(5)
  }
  const last = performance.now()
  await until(() => portfolio.industryOf(id) === 'Industry 19')
  expect(performance.now() - last).toBeLessThan(1000)
})

test('[STORE-32] after a clean shutdown no tenant file is opened', async () => {
  const made = await makeAccount(50)
  const opened = await openTestAccount(made)
  for (const id of made.ids.slice(0, 10)) await setIndustry(opened, id, 'Food')
  await opened.close()
  const again = await openTestAccount(made)
  expect(again.openedAtStart).toBe(0)
  expect(again.account.clients.list({ industry: 'Food' }).total).toBe(10)
})

test.skipIf(process.platform === 'win32')(
  '[STORE-33] after a crash only the dirty tenants are opened, and their rows are right',
  async () => {
    const made = await makeAccount(20)
    const opened = await openTestAccount(made)
    const edited = made.ids.slice(3, 6)
    await Promise.all(edited.map((id) => setIndustry(opened, id, 'Food')))
    const after = await openTestAccount({ ...made, dataDir: asAfterCrash(made.dataDir) })
    expect(after.openedAtStart).toBe(3)
    expect(
      after.account.clients
        .list({ industry: 'Food', sort: [{ by: 'id', direction: 'asc' }] })
        .items.map(({ id }) => id),
    ).toEqual(edited)
    expect(lookIntoPortfolio(after).dirty()).toEqual([])
  },
)

test('[STORE-33] a file that somebody touched is read again', async () => {
  const made = await makeAccount(5)
  const [, touched = ''] = made.ids
  const opened = await openTestAccount(made)
  opened.parts.portfolio.database.prepare("UPDATE client_row SET industry = 'Wrong' WHERE id = ?").run(touched)
  await opened.close()
  utimesSync(opened.parts.paths.tenant(touched), new Date(), new Date(Date.now() + 60_000))
  const again = await openTestAccount(made)
  expect(again.openedAtStart).toBe(1)
  expect(expectOk(again.account.clients.get(touched)).industry).toBeNull()
})

const openTenantFiles = (): number => {
  const isTenant = (descriptor: string): boolean => {
    try {
      return /tenants\/[^/]+\.sqlite$/.test(readlinkSync(join('/proc/self/fd', descriptor)))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
      throw error
    }
  }
  return readdirSync('/proc/self/fd').filter(isTenant).length
}

test.skipIf(process.platform !== 'linux')(
  '[STORE-34] never more than 32 files are open, also when edits in a hundred wait at once',
  async () => {
    const made = await makeAccount(100)
    let most = 0
    const opened = await openTestAccount({ ...made, emit: () => (most = Math.max(most, openTenantFiles())) })
    const random = createSeededRandom(7)
    const last = new Map<string, string>()
    const editSome = (count: number) =>
      Promise.all(
        Array.from({ length: count }, async (_, index) => {
          const id = random.pick(made.ids)
          last.set(id, `Industry ${index} of ${count}`)
          await setIndustry(opened, id, `Industry ${index} of ${count}`)
        }),
      )
    for (const count of [150, 1, 40, 150]) await editSome(count)
    expect(most).toBeGreaterThan(16)
    expect(most).toBeLessThanOrEqual(32)
    await opened.close()
    expect(openTenantFiles()).toBe(0)
    const again = await openTestAccount(made)
    expect(again.openedAtStart).toBe(0)
    const rows = again.account.clients.list({ limit: 100 }).items
    expect(new Map(rows.flatMap(({ id, industry }) => (industry === null ? [] : [[id, industry]])))).toEqual(last)
  },
)

test('[STORE-34] edits that still wait when the account is closed are committed first', async () => {
  const made = await makeAccount(2)
  const opened = await openTestAccount(made)
  const [id = ''] = made.ids
  const waiting = setIndustry(opened, id, 'At the last moment')
  await opened.close()
  await waiting
  const again = await openTestAccount(made)
  expect(again.openedAtStart).toBe(0)
  expect(expectOk(again.account.clients.get(id)).industry).toBe('At the last moment')
})

test('[STORE-30] an account whose portfolio cannot be written any more closes quietly, and the next start makes the row right', async () => {
  const made = await makeAccount(2)
  const opened = await openTestAccount(made)
  const [id = ''] = made.ids
  await setIndustry(opened, id, 'Food')
  opened.parts.portfolio.database.pragma('query_only = ON')
  await setIndustry(opened, id, 'Retail')
  await sleep(60)
  await opened.close()
  await sleep(1100)
  const again = await openTestAccount(made)
  expect(again.openedAtStart).toBe(1)
  expect(expectOk(again.account.clients.get(id)).industry).toBe('Retail')
})
