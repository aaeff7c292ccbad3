import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { expectError } from '#testing/expect-result.ts'
import { countRows, createTestTenant, editOf, memberId } from '#testing/test-tenant.ts'
import { createEditQueue, type EditQueueHooks } from './edit-queue.ts'
import type { Edit } from './edit.ts'
import type { Log } from './open-log.ts'
import { verifyLog } from './verify-log.ts'

const throwing: Edit = {
  name: 'client.update',
  actor: { memberId, role: 'owner' },
  plan: () => {
    throw new Error('a bug in a plan')
  },
}

const quiet: EditQueueHooks = { beforeCommit: () => undefined, afterCommit: () => undefined }

/** Counts the transactions that end in this file from now on. */
const countCommits = (log: Log): (() => number) => {
  let commits = 0
  const { commit } = log.statements
  const run = commit.run.bind(commit)
  commit.run = (...parameters) => {
    commits++
    return run(...parameters)
  }
  return () => commits
}

const industryOf = (log: Log) => log.database.prepare('SELECT industry FROM client').pluck().get()

test('[STORE-21] edits of one turn are committed together and acknowledged after the commit', async () => {
  const { log } = await createTestTenant()
  const order: string[] = []
  const queue = createEditQueue(log, {
    beforeCommit: () => order.push(`before ${String(industryOf(log))}`),
    afterCommit: (acks) => order.push(`after ${acks.length}`),
  })
  const commits = countCommits(log)
  const answers = Array.from({ length: 50 }, async (_, index) => {
    const outcome = await queue.add(editOf('client.update', { industry: `Industry ${index}` }))
    expect(log.database.inTransaction).toBe(false)
    order.push('answered')
    return outcome
  })
  expect(queue.isEmpty()).toBe(false)
  expect(industryOf(log)).toBeNull()
  const outcomes = await Promise.all(answers)
  expect(outcomes.every(({ ok }) => ok)).toBe(true)
  expect(commits()).toBe(1)
  expect(order.slice(0, 2)).toEqual(['before null', 'after 50'])
  expect(order.filter((one) => one === 'answered')).toHaveLength(50)
  expect(industryOf(log)).toBe('Industry 49')
  expect(queue.isEmpty()).toBe(true)
})

test('[STORE-23] an edit whose plan throws is refused alone; the others of its turn are committed, in their order', async () => {
  const { log } = await createTestTenant()
  const queue = createEditQueue(log, quiet)
  const outcomes = await Promise.all([
    queue.add(editOf('client.update', { industry: 'Food' })),
    queue.add(throwing),
    queue.add(editOf('client.update', { industry: 'Retail' })),
  ])
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, true])
  expect(expectError(outcomes[1])).toMatchObject({ type: 'StorageFailed', code: 'UNKNOWN' })
  expect(industryOf(log)).toBe('Retail')
  expect(verifyLog(log)).toEqual([])
})

test('[STORE-30] nothing is committed when the mark before it cannot be set', async () => {
  const { log } = await createTestTenant()
  let fails = true
  const queue = createEditQueue(log, {
    ...quiet,
    beforeCommit: () => {
      if (fails) throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
    },
  })
  const before = countRows(log, 'activity')
  const refused = [
    queue.add(editOf('client.update', { industry: 'Food' })),
    queue.add(editOf('client.update', { employees: 2 })),
  ]
  expect((await Promise.all(refused)).map(expectError)).toEqual([{ type: 'DiskFull' }, { type: 'DiskFull' }])
  expect(countRows(log, 'activity')).toBe(before)
  fails = false
  expect((await queue.add(editOf('client.update', { industry: 'Food' }))).ok).toBe(true)
})

test('[STORE-22] a full file refuses every edit of the turn as DiskFull and takes the next ones when there is room', async () => {
  const { log } = await createTestTenant()
  const queue = createEditQueue(log, quiet)
  log.database.pragma(`max_page_count = ${log.database.pragma('page_count', { simple: true }) as number}`)
  const large = () => queue.add(editOf('client.update', { summary: 'x'.repeat(4000) }))
  expect((await Promise.all([large(), large(), large()])).map(expectError)).toEqual(
    Array.from({ length: 3 }, () => ({ type: 'DiskFull' })),
  )
  log.database.pragma('max_page_count = 1000000')
  expect((await large()).ok).toBe(true)
  expect(verifyLog(log)).toEqual([])
})

test('[STORE-21] what waits can be committed at once, and then waits no more', async () => {
  const { log } = await createTestTenant()
  const queue = createEditQueue(log, quiet)
  const commits = countCommits(log)
  const answer = queue.add(editOf('client.update', { industry: 'Food' }))
  queue.flush()
  expect(industryOf(log)).toBe('Food')
  await nextTurn()
  queue.flush()
  expect((await answer).ok).toBe(true)
  expect(commits()).toBe(1)
})
