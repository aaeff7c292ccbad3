import { describe, expect, test } from 'vitest'
import type { MutationName } from '#domain/mutations/mutation-registry.ts'
import { expectError, expectOk } from '#testing/expect-result.ts'
import { countRows, createTestTenant, makeEdit, memberId, tenantId, tryEdit } from '#testing/test-tenant.ts'
import { editFromMutation } from './edit.ts'
import type { Log } from './open-log.ts'

const attempt = (log: Log, name: MutationName, input: unknown) => {
  const edit = editFromMutation(name, input, { memberId, role: 'owner' })
  return edit.ok ? tryEdit(log, edit.value) : edit
}
const clientOf = (log: Log) => log.database.prepare('SELECT * FROM client').get() as Record<string, unknown>
const tagsOf = (log: Log) =>
  log.database.prepare('SELECT label FROM client_tag WHERE deleted_at IS NULL ORDER BY label').pluck().all()

describe('a client', () => {
  test('[EDIT-3] is created with what was entered and nothing else, under the id of its tenant', async () => {
    const { log } = await createTestTenant()
    expect(clientOf(log)).toMatchObject({
      id: tenantId,
      name: 'Harbor Foods',
      status: 'client',
      created_at: '2026-03-02T09:00:00.000Z',
    })
    expect(Object.values(clientOf(log)).filter((value) => value !== null)).toHaveLength(4)
  })

  test('[EDIT-3] keeps a name and a status; other fields can be cleared', async () => {
    const { log } = await createTestTenant()
    makeEdit(log, 'client.update', { industry: 'Food', nextAuditOn: '2026-05-01' })
    makeEdit(log, 'client.update', { industry: null })
    expect(clientOf(log)).toMatchObject({ industry: null, next_audit_on: '2026-05-01' })
    expect(expectError(attempt(log, 'client.update', { name: null })).type).toBe('InvalidInput')
    expect(expectError(attempt(log, 'client.update', { status: null })).type).toBe('InvalidInput')
    expect(expectError(attempt(log, 'client.update', { archivedAt: null })).type).toBe('InvalidInput')
    makeEdit(log, 'client.assignOwner', { ownerId: memberId })
    makeEdit(log, 'client.assignOwner', { ownerId: null })
    expect(clientOf(log)['owner_id']).toBeNull()
  })

  test('[EDIT-6] that is archived is read-only throughout, until it is restored', async () => {
    const { log } = await createTestTenant()
    makeEdit(log, 'client.tag', { label: 'HIPAA' })
    const contact = makeEdit(log, 'contact.add', { name: 'Ada' }).changes[0]?.id
    makeEdit(log, 'client.archive', {})
    const before = countRows(log, 'activity')
    const attempts: readonly (readonly [MutationName, unknown])[] = [
      ['client.update', { industry: 'Food' }],
      ['client.assignOwner', { ownerId: memberId }],
      ['client.archive', {}],
      ['client.tag', { label: 'SOC 2' }],
      ['client.untag', { label: 'HIPAA' }],
      ['contact.add', { name: 'Ben' }],
      ['contact.update', { id: contact, phone: '1' }],
      ['record.delete', { entity: 'contact', id: contact }],
      ['record.restore', { entity: 'contact', id: contact }],
    ]
    for (const [name, input] of attempts)
      expect(expectError(attempt(log, name, input)), name).toEqual({ type: 'ClientArchived' })
    expect(countRows(log, 'activity')).toBe(before)
    makeEdit(log, 'client.restore', {})
    expect(clientOf(log)['archived_at']).toBeNull()
    for (const [name, input] of attempts.slice(3)) expectOk(attempt(log, name, input))
  })
})

describe('tags', () => {
  test('[EDIT-4] one label is one tag, however it is written; the newest spelling shows', async () => {
    const { log } = await createTestTenant()
    for (const label of ['hipaa', 'HIPAA', ' HIPAA ', 'ＨＩＰＡＡ', 'Hipaa']) makeEdit(log, 'client.tag', { label })
    makeEdit(log, 'client.tag', { label: 'cafe\u0301' })
    makeEdit(log, 'client.tag', { label: 'caf\u00e9' })
    expect(tagsOf(log)).toEqual(['Hipaa', 'caf\u00e9'])
    expect(countRows(log, 'client_tag')).toBe(2)
  })

  test('[EDIT-4] given at creation, the same label twice is one tag', async () => {
    const { log } = await createTestTenant()
    makeEdit(log, 'client.create', { name: 'Harbor Foods', status: 'client', tags: ['SOC 2', 'soc 2', 'HIPAA'] })
    expect(countRows(log, 'client_tag')).toBe(2)
  })
})

describe('contacts', () => {
  test('[EDIT-5] are added, changed, and refused where they are not there', async () => {
    const { log } = await createTestTenant()
    const id = makeEdit(log, 'contact.add', { name: 'Ada', email: 'ada@x.example' }).changes[0]?.id ?? ''
    makeEdit(log, 'contact.update', { id, email: null, title: 'CISO' })
    expect(log.database.prepare('SELECT name, title, email FROM contact').get()).toEqual({
      name: 'Ada',
      title: 'CISO',
      email: null,
    })
    const nobody = '00000000-0000-7000-8000-00000000dead'
    for (const [name, input] of [
      ['contact.update', { id: nobody, phone: '1' }],
      ['record.delete', { entity: 'contact', id: nobody }],
      ['record.restore', { entity: 'contact', id: nobody }],
    ] as const) {
      expect(expectError(attempt(log, name, input))).toEqual({ type: 'RecordNotFound', entity: 'contact', id: nobody })
    }
    expect(expectError(attempt(log, 'record.delete', { entity: 'client', id: tenantId })).type).toBe('InvalidInput')
  })
})
