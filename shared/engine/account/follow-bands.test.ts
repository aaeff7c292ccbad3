import { expect, test } from 'vitest'
import { createTestEngine } from '#testing/create-test-engine.ts'
import { expectOk } from '#testing/expect-result.ts'
import { makeAccount, openTestAccount } from '#testing/open-test-account.ts'
import type { OpenAccount } from './open-account.ts'

const bandsOf = ({ account }: OpenAccount, ids: readonly string[]) =>
  ids.map((id) => expectOk(account.clients.get(id)).band)

/** No feature gives a score yet, so the rows get theirs by hand; their files say nothing of it. */
const giveScores = ({ parts, account }: OpenAccount, ids: readonly string[], scores: readonly number[]): void =>
  ids.forEach((id, index) => {
    const row = expectOk(account.clients.get(id))
    const score = scores[index]
    if (score !== undefined) parts.tenants.saveRowOnly({ ...row, score, band: 'moderate' })
  })

const settled = async ({ account }: OpenAccount): Promise<void> => {
  const running = account.jobs.list().filter(({ kind }) => kind === 'applyBands')
  for (const { id } of running) for await (const job of account.jobs.watch(id)) expect(job.error).toBeNull()
}

test('[PRAC-4] when the table changes, every row follows in a job, and so it does when that is undone', async () => {
  const made = await makeAccount(3)
  const opened = await openTestAccount(made)
  giveScores(opened, made.ids, [39, 55])
  expectOk(await opened.account.editPractice('practice.update', { scoreBands: '10/40/50' }))
  await settled(opened)
  expect(bandsOf(opened, made.ids)).toEqual(['high', 'low', 'unknown'])
  expectOk(await opened.account.undo())
  await settled(opened)
  expect(bandsOf(opened, made.ids)).toEqual(['high', 'moderate', 'unknown'])
})

test('[PRAC-4] two changes in a row end with the table of the second', async () => {
  const made = await makeAccount(3)
  const opened = await openTestAccount(made)
  giveScores(opened, made.ids, [39, 55, 5])
  await Promise.all(
    ['10/40/50', '5/6/7', '1/2/100'].map((scoreBands) =>
      opened.account.editPractice('practice.update', { scoreBands }),
    ),
  )
  await settled(opened)
  expect(bandsOf(opened, made.ids)).toEqual(['moderate', 'moderate', 'moderate'])
})

test('[PRAC-4] what a crash left undone is done at the next start', async () => {
  const made = await makeAccount(1)
  const opened = await openTestAccount(made)
  expectOk(await opened.account.editPractice('practice.update', { scoreBands: '10/20/30' }))
  giveScores(opened, made.ids, [30])
  opened.parts.portfolio.statements.setMeta.run('bandsOfRows', '20/40/60')
  await opened.close()
  const again = await openTestAccount(made)
  await settled(again)
  expect(bandsOf(again, made.ids)).toEqual(['low'])
})

test('[PRAC-4] no turn of the engine lasts 50 ms while 10,000 rows follow', async () => {
  const made = await makeAccount(1)
  const opened = await openTestAccount(made)
  const { database } = opened.parts.portfolio
  const columns = (
    database.prepare("SELECT name FROM pragma_table_info('client_row')").pluck().all() as string[]
  ).join()
  const values = columns.replace('id,', "printf('%06d', value),").replace('score', 'value % 101')
  database.exec(`WITH RECURSIVE one(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM one WHERE value < 10000)
    INSERT INTO client_row (${columns}) SELECT ${values} FROM one, client_row`)
  // Time on the processor between two turns of the timer: what else the machine does meanwhile counts for nothing.
  let longest = 0
  let last = process.threadCpuUsage()
  const clock = setInterval(() => {
    const { user, system } = process.threadCpuUsage(last)
    longest = Math.max(longest, (user + system) / 1000)
    last = process.threadCpuUsage()
  }, 1)
  expectOk(await opened.account.editPractice('practice.update', { scoreBands: '30/50/90' }))
  await settled(opened)
  clearInterval(clock)
  expect(opened.account.clients.counts().byBand).toMatchObject({ critical: 2971, low: 1089 })
  expect(longest).toBeLessThan(50)
})

test('[PRAC-4] a table with a gap or an overlap is refused', async () => {
  const { account } = await createTestEngine()
  for (const scoreBands of ['40/20/60', '0/40/60', '20/40', ''])
    expect((await account.editPractice('practice.update', { scoreBands })).ok).toBe(false)
  expect(account.practice().scoreBands).toBeNull()
})
