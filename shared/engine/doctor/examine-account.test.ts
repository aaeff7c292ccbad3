import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { DoctorReport } from '#api/engine.ts'
import { jobEnd } from '#testing/create-test-engine.ts'
import { flipBit, keepingTimes } from '#testing/damage-file.ts'
import { expectOk } from '#testing/expect-result.ts'
import { makeAccount, openTestAccount } from '#testing/open-test-account.ts'
import type { OpenAccount } from '../account/open-account.ts'
import { tenantKeyName } from '../data-dir/data-dir-paths.ts'
import { openEncryptedDatabase, type EncryptedDatabase } from '../sqlite/open-encrypted-database.ts'

const examine = async ({ account }: OpenAccount): Promise<DoctorReport> => {
  const job = await jobEnd(account, account.startDoctor().jobId)
  expect(job).toMatchObject({ state: 'done', error: null })
  return job.result as DoctorReport
}

const startWith = async (clients: number) => {
  const made = await makeAccount(clients)
  const opened = await openTestAccount(made)
  return { made, opened, id: made.ids[1] ?? '' }
}

/** Another hand on the file of a client, while the engine has it closed. */
const tamper = ({ parts, keyring }: OpenAccount, id: string, change: (database: EncryptedDatabase) => void): void => {
  const [key] = keyring.keysOf(tenantKeyName(id))
  const database = openEncryptedDatabase({ path: parts.paths.tenant(id), key: Buffer.from(key ?? []), mustExist: true })
  change(database)
  database.close()
}

test('[STORE-75] an account in order is clean, and examining it changes nothing', async () => {
  const { made, opened } = await startWith(5)
  const changes = opened.parts.portfolio.database.prepare('SELECT total_changes()').pluck()
  const before = changes.get()
  expect(await examine(opened)).toEqual({ clean: true, files: 6, problems: [] })
  expect(changes.get()).toBe(before)
  await opened.close()
  expect((await openTestAccount(made)).openedAtStart).toBe(0)
})

test('[STORE-75] progress is reported client by client', async () => {
  const { opened } = await startWith(3)
  const seen: string[] = []
  for await (const { done, total } of opened.account.jobs.watch(opened.account.startDoctor().jobId))
    seen.push(`${done}/${total}`)
  expect([...new Set(seen)]).toEqual(['0/0', '1/3', '2/3', '3/3'])
})

test.each([
  ['a row that is not what the document says', 'projection', "UPDATE client SET industry = 'Piracy'"],
  ['a row of activity that was changed', 'activity', `UPDATE activity SET value_to = '"Other"' WHERE device_seq = 1`],
  ['a row of activity that was taken out', 'activity', 'DELETE FROM activity WHERE device_seq = 2'],
] as const)('[STORE-76] %s is reported with ids, without the content', async (_what, check, sql) => {
  const { opened, id } = await startWith(3)
  tamper(opened, id, (database) => expect(database.prepare(sql).run().changes).toBeGreaterThan(0))
  const { clean, problems } = await examine(opened)
  expect(clean).toBe(false)
  expect(problems.filter((problem) => problem.check === check)).toMatchObject([{ space: id }])
  expect(JSON.stringify(problems)).not.toMatch(/Piracy|Other|Client 0001/)
})

test('[STORE-76] a row of the portfolio that is not that of its file is reported, and right afterwards', async () => {
  const { opened, id } = await startWith(3)
  opened.parts.portfolio.database.prepare("UPDATE client_row SET industry = 'Piracy', name = 'X' WHERE id = ?").run(id)
  expect((await examine(opened)).problems).toMatchObject([{ space: id, check: 'portfolioRow' }])
  expect(expectOk(opened.account.clients.get(id))).toMatchObject({ name: 'Client 0001', industry: null })
  expect((await examine(opened)).clean).toBe(true)
})

test('[STORE-76] rot in one file is reported, that client is set aside, and the others are examined all the same', async () => {
  const { made, opened, id } = await startWith(4)
  await opened.close()
  keepingTimes(opened.parts.paths.tenant(id), () => flipBit(opened.parts.paths.tenant(id), 3 * 4096 + 99))
  const again = await openTestAccount(made)
  const { problems, files } = await examine(again)
  expect(files).toBe(5)
  expect(problems.map(({ space }) => space)).toEqual([id])
  expect(expectOk(again.account.clients.get(id)).fileState).toBe('damaged')
  expect((await examine(again)).problems).toMatchObject([{ space: id, check: 'open' }])
})

test('[STORE-76] files and keys that belong to no client are reported', async () => {
  const { opened, id } = await startWith(2)
  const { tenants, tenant } = opened.parts.paths
  copyFileSync(tenant(id), join(tenants, 'copy of a client.sqlite'))
  writeFileSync(`${tenant(id)}.before-upgrade`, '')
  expectOk(await opened.keyring.addKeys(['tenant/nobody']))
  const details = (await examine(opened)).problems.map(({ check, detail }) => `${check}: ${detail}`)
  expect(details.toSorted()).toEqual([
    'keys: the key tenant/nobody belongs to no client',
    `leftover: ${id}.sqlite.before-upgrade belongs to no client`,
    'leftover: copy of a client.sqlite belongs to no client',
  ])
})

test('[STORE-75] it can be cancelled', async () => {
  const { opened } = await startWith(20)
  const { jobs } = opened.account
  const { jobId } = opened.account.startDoctor()
  for await (const { done } of jobs.watch(jobId)) if (done === 2) jobs.cancel(jobId)
  expect(jobs.find(jobId)).toMatchObject({ state: 'cancelled', error: { type: 'Cancelled' } })
  expect(jobs.find(jobId)?.done).toBeLessThan(20)
})
