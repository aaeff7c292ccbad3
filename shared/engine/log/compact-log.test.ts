import { expect, test } from 'vitest'
import { plainCompaction } from '#testing/plain-compaction.ts'
import { countRows, createTestTenant, makeEdit, openTestTenant, projectedRows } from '#testing/test-tenant.ts'
import { createStrangers, deliver, editOn, exchangeAll, type Device } from '#testing/two-devices.ts'
import { expectSameEverywhere } from '#testing/merge-checks.ts'
import { compactDocument, compactLongTails, longTail, type CompactDocument } from './compact-log.ts'
import type { Log } from './open-log.ts'
import { verifyLog } from './verify-log.ts'

const editTimes = (log: Log, times: number): void => {
  for (let time = 0; time < times; time++) makeEdit(log, 'client.update', { employees: time, industry: `${time}` })
}

test('[STORE-27] a long tail becomes a snapshot; rows, activity and further edits are as before', async () => {
  const { log, ...tenant } = await createTestTenant()
  editTimes(log, longTail.rows - 2)
  await compactLongTails(log, plainCompaction)
  expect(countRows(log, 'doc_snapshot')).toBe(0)
  editTimes(log, 1)
  const before = { rows: projectedRows(log), activity: countRows(log, 'activity') }
  await compactLongTails(log, plainCompaction)
  expect({ rows: projectedRows(log), activity: countRows(log, 'activity') }).toEqual(before)
  expect([countRows(log, 'doc_snapshot'), countRows(log, 'doc_update')]).toEqual([1, 0])
  expect(log.documents.load('profile')).toMatchObject({ tailRows: 0, tailBytes: 0 })
  makeEdit(log, 'client.update', { industry: 'After' })
  expect(log.documents.load('profile').tailRows).toBe(1)
  log.database.close()
  const again = openTestTenant(tenant)
  expect(verifyLog(again.log)).toEqual([])
  expect(again.log.database.prepare('SELECT industry FROM client').pluck().get()).toBe('After')
  makeEdit(again.log, 'client.update', { industry: 'Later' })
  expect(verifyLog(again.log)).toEqual([])
})

test('[STORE-27] what was not sent yet is remembered as to be sent from the snapshot', async () => {
  const { log } = await createTestTenant()
  editTimes(log, 3)
  await compactDocument(log, log.documents.load('profile'), plainCompaction)
  expect(log.database.prepare('SELECT * FROM outbox').all()).toEqual([{ document: 'profile', seq: 0 }])
  log.database.exec('DELETE FROM outbox')
  await compactDocument(log, log.documents.load('profile'), plainCompaction)
  expect(countRows(log, 'outbox')).toBe(0)
})

test('[STORE-27] another device still gets everything after a compaction', async () => {
  const [one, two] = (await createStrangers(2)) as [Device, Device]
  editOn(one, 'client.tag', { label: 'HIPAA' })
  await compactDocument(one.log, one.log.documents.load('profile'), plainCompaction)
  editOn(one, 'client.tag', { label: 'SOC 2' })
  deliver(one, two)
  expect(countRows(two.log, 'client_tag')).toBe(2)
  exchangeAll([one, two])
  expectSameEverywhere([one, two])
})

test('[STORE-28] a compaction that fails leaves the log whole and is not tried again at once', async () => {
  const { log } = await createTestTenant()
  editTimes(log, longTail.rows)
  let tries = 0
  const failing: CompactDocument = () => {
    tries++
    return Promise.reject(new Error('no worker'))
  }
  await compactLongTails(log, failing)
  editTimes(log, 3)
  await compactLongTails(log, failing)
  expect(tries).toBe(1)
  expect(verifyLog(log)).toEqual([])
  editTimes(log, longTail.rows)
  await compactLongTails(log, plainCompaction)
  expect([countRows(log, 'doc_snapshot'), countRows(log, 'doc_update')]).toEqual([1, 0])
  expect(verifyLog(log)).toEqual([])
})

test('[STORE-28] edits and reloads while a compaction is under way are kept', async () => {
  const { log } = await createTestTenant()
  editTimes(log, 5)
  let finish: () => void = () => undefined
  const slow: CompactDocument = async (work) => {
    await new Promise<void>((resolve) => (finish = resolve))
    return plainCompaction(work)
  }
  const compacted = compactDocument(log, log.documents.load('profile'), slow)
  makeEdit(log, 'client.update', { industry: 'Meanwhile' })
  log.reload()
  makeEdit(log, 'client.update', { employees: 77 })
  finish()
  await compacted
  expect(countRows(log, 'doc_update')).toBe(2)
  expect(log.documents.load('profile').tailRows).toBe(2)
  expect(verifyLog(log)).toEqual([])
})

test('[STORE-28] a file that was closed meanwhile is left alone', async () => {
  const { log } = await createTestTenant()
  editTimes(log, 2)
  const closing: CompactDocument = (work) => {
    log.database.close()
    return plainCompaction(work)
  }
  await expect(compactDocument(log, log.documents.load('profile'), closing)).resolves.toBeUndefined()
})
