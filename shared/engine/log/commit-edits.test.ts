import { describe, expect, test } from 'vitest'
import { expectError, expectOk } from '#testing/expect-result.ts'
import {
  countRows,
  createTestTenant,
  editOf,
  makeEdit,
  memberId,
  openTestTenant,
  projectedRows,
  tenantId,
  tryEdit,
} from '#testing/test-tenant.ts'
import { commitEdits } from './commit-edits.ts'
import { editFromMutation, type Edit } from './edit.ts'
import { logTables } from './log-schema.ts'
import type { Log } from './open-log.ts'
import { verifyActivity, verifyLog } from './verify-log.ts'

const sizes = (log: Log) => Object.fromEntries(logTables.map((table) => [table, countRows(log, table)]))

const lastActivity = (log: Log) =>
  log.database.prepare('SELECT * FROM activity ORDER BY device_seq DESC LIMIT 1').get() as Record<string, unknown>

describe('what an edit leaves', () => {
  test('[STORE-20] one edit leaves an update, its rows, a row of activity per field and its place in the outbox', async () => {
    const { log, clock } = await createTestTenant()
    clock.advance(1000)
    const before = sizes(log)
    const ack = makeEdit(log, 'client.update', { industry: 'Food', employees: 12 })
    const after = sizes(log)
    expect(ack).toMatchObject({ rows: 2, device: log.head.device, at: '2026-03-02T09:00:01.000Z' })
    expect(ack.changes.map(({ field, from, to }) => [field, from, to])).toEqual([
      ['industry', null, 'Food'],
      ['employees', null, 12],
    ])
    expect(after).toEqual({
      ...before,
      doc_update: (before['doc_update'] ?? 0) + 1,
      outbox: (before['outbox'] ?? 0) + 1,
      activity: (before['activity'] ?? 0) + 2,
    })
    expect(lastActivity(log)).toMatchObject({
      device: ack.device,
      device_seq: ack.edit + 1,
      edit: ack.edit,
      at: ack.at,
      server_at: null,
      member: memberId,
      mutation: 'client.update',
      document: 'profile',
      entity: 'client',
      record: tenantId,
      field: 'employees',
      value_from: 'null',
      value_to: '12',
      base: null,
    })
    expect(log.database.prepare('SELECT industry, employees FROM client').get()).toEqual({
      industry: 'Food',
      employees: 12,
    })
  })

  test('[STORE-24] a row names as its base the row that had set the field before', async () => {
    const { log } = await createTestTenant()
    const first = makeEdit(log, 'client.update', { industry: 'Food' })
    makeEdit(log, 'client.update', { industry: 'Retail' })
    expect(lastActivity(log)).toMatchObject({ value_from: '"Food"', base: `${first.device}.${first.edit}` })
  })

  test('[EDIT-2] setting what is there already makes no update, no activity and no way into the outbox', async () => {
    const { log } = await createTestTenant()
    makeEdit(log, 'client.update', { industry: 'Food', summary: null })
    makeEdit(log, 'client.tag', { label: 'HIPAA' })
    makeEdit(log, 'client.tag', { label: 'taken off' })
    makeEdit(log, 'client.untag', { label: 'taken off' })
    const before = sizes(log)
    const repeated = [
      makeEdit(log, 'client.update', { industry: 'Food', summary: null }),
      makeEdit(log, 'client.update', {}),
      makeEdit(log, 'client.tag', { label: 'HIPAA' }),
      makeEdit(log, 'client.untag', { label: 'never there' }),
      makeEdit(log, 'client.untag', { label: 'taken off' }),
      makeEdit(log, 'client.restore', {}),
    ]
    expect(repeated.map(({ rows, changes }) => rows + changes.length)).toEqual([0, 0, 0, 0, 0, 0])
    expect(sizes(log)).toEqual(before)
  })

  test('[STORE-26] the time of activity never goes back when the clock does', async () => {
    const { log, clock, ...tenant } = await createTestTenant()
    clock.set('2026-05-01T12:00:00.000Z')
    makeEdit(log, 'client.update', { employees: 1 })
    clock.set('2026-04-01T12:00:00.000Z')
    expect(makeEdit(log, 'client.update', { employees: 2 }).at).toBe('2026-05-01T12:00:00.000Z')
    log.database.close()
    const again = openTestTenant({ ...tenant, clock })
    expect(makeEdit(again.log, 'client.update', { employees: 3 }).at).toBe('2026-05-01T12:00:00.000Z')
    clock.set('2026-05-01T12:00:00.001Z')
    expect(makeEdit(again.log, 'client.update', { employees: 4 }).at).toBe('2026-05-01T12:00:00.001Z')
  })
})

describe('edits that fail', () => {
  const throwing: Edit = {
    name: 'client.update',
    actor: { memberId, role: 'owner' },
    plan: () => {
      throw new Error('a bug in a plan')
    },
  }

  test('[STORE-22] when one of a group throws, nothing of the group is in the file or in memory', async () => {
    const { log } = await createTestTenant()
    const before = { sizes: sizes(log), rows: projectedRows(log), head: { ...log.head } }
    const good = editOf('client.update', { industry: 'Food' })
    expect(() => commitEdits(log, [good, throwing, good])).toThrow('a bug in a plan')
    expect({ sizes: sizes(log), rows: projectedRows(log), head: { ...log.head } }).toEqual(before)
    expect(log.database.inTransaction).toBe(false)
    expect(makeEdit(log, 'client.update', { industry: 'Food' }).rows).toBe(1)
    expect(verifyLog(log)).toEqual([])
  })

  test('[STORE-23] an edit that is refused leaves the others of its group alone', async () => {
    const { log } = await createTestTenant()
    const unknown = { id: '00000000-0000-7000-8000-000000000bad', phone: '1' }
    const outcomes = commitEdits(log, [
      editOf('client.update', { industry: 'Food' }),
      editOf('contact.update', unknown),
      editOf('client.update', { employees: 7 }),
    ])
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, true])
    expect(expectError(outcomes[1])).toMatchObject({ type: 'RecordNotFound' })
    expect(log.database.prepare('SELECT industry, employees FROM client').get()).toEqual({
      industry: 'Food',
      employees: 7,
    })
  })

  test('[STORE-22] a file that has no room refuses the edit, keeps memory as the disk has it, and takes the next edit when there is room', async () => {
    const { log } = await createTestTenant()
    makeEdit(log, 'client.update', { industry: 'Food' })
    const before = { sizes: sizes(log), rows: projectedRows(log) }
    log.database.pragma(`max_page_count = ${log.database.pragma('page_count', { simple: true }) as number}`)
    const large = { industry: 'Retail', summary: 'x'.repeat(4000) }
    for (let time = 0; time < 3; time++) {
      expect(() => makeEdit(log, 'client.update', large)).toThrow(expect.objectContaining({ code: 'SQLITE_FULL' }))
    }
    expect({ sizes: sizes(log), rows: projectedRows(log) }).toEqual(before)
    expect(verifyLog(log)).toEqual([])
    log.database.pragma('max_page_count = 1000000')
    expect(makeEdit(log, 'client.update', large).changes.map(({ from }) => from)).toEqual(['Food', null])
    expect(verifyLog(log)).toEqual([])
  })

  test('[EDIT-18] a mutation of the practice in a file of a client is a bug and writes nothing', async () => {
    const { log } = await createTestTenant()
    const before = sizes(log)
    const edit = expectOk(editFromMutation('practice.update', { name: 'Taken over' }, { memberId, role: 'owner' }))
    expect(() => tryEdit(log, edit)).toThrow('practice.update writes practice in a tenant file')
    expect(sizes(log)).toEqual(before)
  })

  test('[EDIT-1] an input is checked before anything is planned: unknown fields and wrong values are named, not repeated', () => {
    const input = { name: '', colour: 'blue', employees: -1, website: 'two\nlines' }
    const refused = expectError(editFromMutation('client.update', input, { memberId, role: 'owner' }))
    if (refused.type !== 'InvalidInput') throw new Error(refused.type)
    const fields = refused.issues.map(({ field }) => field)
    expect(fields).toEqual(expect.arrayContaining(['name', 'employees', 'website']))
    const words = refused.issues.map(({ reason }) => reason).join(' ')
    expect(words).toContain('colour')
    expect(words).not.toContain('blue')
    expect(words).not.toContain('lines ')
  })
})

describe('the chain of activity', () => {
  const tamper: readonly (readonly [what: string, sql: string])[] = [
    ['a changed value', `UPDATE activity SET value_to = '"Other"' WHERE device_seq = 3`],
    ['a changed author', `UPDATE activity SET member = 'somebody' WHERE device_seq = 3`],
    ['a changed time', `UPDATE activity SET at = '2020-01-01T00:00:00.000Z' WHERE device_seq = 3`],
    ['a changed base', `UPDATE activity SET base = 'x.1' WHERE device_seq = 3`],
    ['a row taken out', 'DELETE FROM activity WHERE device_seq = 3'],
    ['the first row taken out', 'DELETE FROM activity WHERE device_seq = 1'],
    ['a changed hash', `UPDATE activity SET hash = zeroblob(32) WHERE device_seq = 3`],
    ['another device', `UPDATE activity SET device = 'somebody else' WHERE device_seq > 2`],
  ]

  test.each(tamper)('[STORE-24] %s shows', async (_what, sql) => {
    const { log } = await createTestTenant()
    makeEdit(log, 'client.update', { industry: 'Food', employees: 3 })
    makeEdit(log, 'client.update', { industry: 'Retail' })
    expect(verifyActivity(log)).toEqual([])
    expect(log.database.prepare(sql).run().changes).toBeGreaterThan(0)
    expect(verifyActivity(log)).not.toEqual([])
  })
})

describe('copies', () => {
  test('[STORE-25] a file that is behind what this device wrote, or another device wrote, gets a new device id before its first edit', async () => {
    const { log, ...tenant } = await createTestTenant()
    const { device, deviceSeq } = log.head
    log.database.close()
    const known = openTestTenant({ ...tenant, knownHead: { device, deviceSeq } })
    expect(known.log.head.device).toBe(device)
    known.log.database.close()
    const behind = openTestTenant({ ...tenant, knownHead: { device, deviceSeq: deviceSeq + 1 } })
    expect(behind.log.head).toMatchObject({ deviceSeq: 0, hash: '', at: '' })
    expect(behind.log.head.device).not.toBe(device)
    expect(makeEdit(behind.log, 'client.update', { industry: 'Food' })).toMatchObject({ edit: 1 })
    expect(verifyLog(behind.log)).toEqual([])
    const { device: second } = behind.log.head
    behind.log.database.close()
    const other = openTestTenant({ ...tenant, knownHead: { device: 'someone', deviceSeq: 0 } })
    expect([device, second]).not.toContain(other.log.head.device)
  })
})
