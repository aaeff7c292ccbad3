import { expect, test } from 'vitest'
import { v5 as uuidv5 } from 'uuid'
import { expectError } from '#testing/expect-result.ts'
import { createTestTenant, editOf, makeEdit, tenantId, tryEdit } from '#testing/test-tenant.ts'
import type { Log } from '../log/open-log.ts'
import { editThatReverts } from '../log/undo-edit.ts'
import { listEvidence, readCountingEvidence, readEvidence } from './read-evidence.ts'

const id = '00000000-0000-7000-8000-0000000e1d01'
const other = '00000000-0000-7000-8000-0000000e1d0f'
const terms = { day: '2026-03-02', validityDays: 365 }
const fileOf = (letter: string, fileName = 'export.pdf') => ({
  ...{ sha256: letter.repeat(64), size: 10, fileName, originalName: null },
  ...{ mediaType: 'application/pdf', executable: 0 },
})
const add = (log: Log, fields: { readonly id?: string; readonly title?: string } = {}): void => {
  const { title = 'Access review' } = fields
  makeEdit(log, 'evidence.create', {
    ...{ id: fields.id ?? id, title, file: fileOf('a'), collectedOn: '2026-03-01' },
    ...{ controls: ['IAM-03'], requirements: [{ libraryId: 'soc2', requirementId: 'CC6.1' }], tags: ['q1', 'access'] },
  })
}
const shown = (log: Log) => {
  const evidence = readEvidence(log, id, terms)
  if (evidence === undefined) throw new Error('there is no such evidence')
  return evidence
}

test('[EVID-10] evidence has its first revision, its labels and what it proves, in one edit', async () => {
  const { log } = await createTestTenant()
  add(log)
  const evidence = shown(log)
  expect(evidence).toMatchObject({ title: 'Access review', status: 'draft', standing: 'notAccepted', revisionCount: 1 })
  expect(evidence.tags).toEqual(['q1', 'access'])
  expect(evidence.controlIds).toEqual([uuidv5('control IAM-03', tenantId)])
  expect(evidence.requirements).toEqual([{ libraryId: 'soc2', requirementId: 'CC6.1' }])
  expect(
    new Set(log.database.prepare('SELECT DISTINCT edit FROM activity WHERE entity LIKE ?').all('evidence%')).size,
  ).toBe(1)
})

test('[EVID-11] draft, submitted, accepted: then it counts until it expires', async () => {
  const { log } = await createTestTenant()
  add(log)
  makeEdit(log, 'evidence.submit', { evidenceId: id })
  expect(shown(log)).toMatchObject({ status: 'submitted', standing: 'notAccepted' })
  makeEdit(log, 'evidence.accept', { evidenceId: id })
  expect(shown(log)).toMatchObject({ status: 'accepted', standing: 'counts', lastValidOn: '2027-03-01' })
  expect(readEvidence(log, id, { ...terms, day: '2027-03-02' })?.standing).toBe('expired')
})

test('[EVID-11] a rejection has a reason, and the same revision can be submitted again and decided again', async () => {
  const { log } = await createTestTenant()
  add(log)
  expect(expectError(tryEdit(log, editOf('evidence.reject', { evidenceId: id, reason: 'x' }))).type).toBe(
    'EvidenceNotSubmitted',
  )
  makeEdit(log, 'evidence.submit', { evidenceId: id })
  makeEdit(log, 'evidence.reject', { evidenceId: id, reason: 'Of another system' })
  expect(shown(log)).toMatchObject({ status: 'rejected', revision: { reason: 'Of another system' } })
  makeEdit(log, 'evidence.submit', { evidenceId: id })
  expect(shown(log)).toMatchObject({ status: 'submitted', revision: { reason: null, decidedAt: null } })
  makeEdit(log, 'evidence.accept', { evidenceId: id })
  expect(shown(log)).toMatchObject({ status: 'accepted', revision: { reason: null } })
})

test('[EVID-12] a new revision is a draft, and the accepted one before it counts until it is replaced', async () => {
  const { log } = await createTestTenant()
  add(log)
  makeEdit(log, 'evidence.accept', { evidenceId: id })
  const first = shown(log).revision.id
  makeEdit(log, 'evidence.addRevision', { evidenceId: id, file: fileOf('b', 'newer.pdf') })
  expect(shown(log)).toMatchObject({ status: 'draft', standing: 'counts', acceptedRevisionId: first })
  expect(shown(log).revision).toMatchObject({ number: 2, fileName: 'newer.pdf' })
  makeEdit(log, 'evidence.submit', { evidenceId: id })
  makeEdit(log, 'evidence.reject', { evidenceId: id, reason: 'Unreadable' })
  expect(shown(log)).toMatchObject({ status: 'rejected', standing: 'counts', acceptedRevisionId: first })
  makeEdit(log, 'evidence.submit', { evidenceId: id })
  makeEdit(log, 'evidence.accept', { evidenceId: id })
  expect(shown(log).acceptedRevisionId).toBe(shown(log).revision.id)
  expect(shown(log).revisions.map(({ number }) => number)).toEqual([2, 1])
})

test('[EVID-13] a decision is about the revision that was looked at', async () => {
  const { log } = await createTestTenant()
  add(log)
  makeEdit(log, 'evidence.submit', { evidenceId: id })
  const looked = shown(log).revision.id
  makeEdit(log, 'evidence.addRevision', { evidenceId: id, file: fileOf('b') })
  makeEdit(log, 'evidence.accept', { evidenceId: id, revisionId: looked })
  expect(shown(log)).toMatchObject({ status: 'draft', acceptedRevisionId: looked })
})

test('[EVID-14] a decision is undone as one step', async () => {
  const { log } = await createTestTenant()
  add(log)
  const accepted = makeEdit(log, 'evidence.accept', { evidenceId: id })
  const actor = { memberId: '00000000-0000-7000-8000-0000000000a1', role: 'owner' } as const
  tryEdit(log, editThatReverts(log, accepted, { name: 'undo', actor }))
  expect(shown(log)).toMatchObject({ status: 'draft', standing: 'notAccepted' })
})

test('[EVID-15] unlinking leaves the record, linking again is the same link, and a reversed period is refused', async () => {
  const { log } = await createTestTenant()
  add(log)
  makeEdit(log, 'evidence.unlink', { evidenceId: id, controls: ['IAM-03'] })
  expect(shown(log).controlIds).toEqual([])
  makeEdit(log, 'evidence.link', { evidenceId: id, controls: ['IAM-03'] })
  expect(shown(log).controlIds).toHaveLength(1)
  expect(log.database.prepare('SELECT count(*) FROM evidence_control').pluck().get()).toBe(1)
  makeEdit(log, 'evidence.update', { evidenceId: id, periodTo: '2026-03-31' })
  const reversed = tryEdit(log, editOf('evidence.update', { evidenceId: id, periodFrom: '2026-04-01' }))
  expect(expectError(reversed)).toEqual({ type: 'EvidencePeriodReversed', from: '2026-04-01', to: '2026-03-31' })
})

test('[EVID-16] evidence rests in the trash and comes back with its files and links', async () => {
  const { log } = await createTestTenant()
  add(log)
  makeEdit(log, 'evidence.accept', { evidenceId: id })
  makeEdit(log, 'record.delete', { entity: 'evidence', id })
  expect(readEvidence(log, id, terms)).toBeUndefined()
  expect(expectError(tryEdit(log, editOf('evidence.submit', { evidenceId: id }))).type).toBe('RecordInTrash')
  makeEdit(log, 'record.restore', { entity: 'evidence', id })
  expect(shown(log)).toMatchObject({ status: 'accepted', revisionCount: 1 })
})

test('[EVID-17] words of titles, labels, notes, sources and file names find it, also after a change and a deletion', async () => {
  const { log } = await createTestTenant()
  add(log)
  add(log, { id: other, title: 'Café backups' })
  const find = (search: string) => listEvidence(log, { search }, terms).items.map(({ title }) => title)
  expect(find('acc rev')).toEqual(['Access review'])
  expect(find('cafe')).toEqual(['Café backups'])
  expect(find('q1')).toHaveLength(2)
  expect(find('"export.pdf" OR')).toEqual([])
  makeEdit(log, 'evidence.update', { evidenceId: id, title: 'Payroll', note: 'signed by Ada', source: 'Okta' })
  expect([find('access rev'), find('signed'), find('okta')]).toEqual([[], ['Payroll'], ['Payroll']])
  makeEdit(log, 'evidence.addRevision', { evidenceId: id, file: fileOf('b', 'quarterly.pdf') })
  expect(find('quarterly')).toEqual(['Payroll'])
  makeEdit(log, 'record.delete', { entity: 'evidence', id })
  expect(find('quarterly')).toEqual([])
})

test('[EVID-6] each control has the evidence that counts for it, and the day on which that changes', async () => {
  const { log } = await createTestTenant()
  const control = uuidv5('control IAM-03', tenantId)
  add(log)
  expect(readCountingEvidence(log, terms)).toEqual({ byControl: new Map(), nextChangeOn: null })
  makeEdit(log, 'evidence.accept', { evidenceId: id })
  expect(readCountingEvidence(log, terms)).toEqual({
    byControl: new Map([[control, [id]]]),
    nextChangeOn: '2027-03-02',
  })
  expect(readCountingEvidence(log, { ...terms, day: '2027-03-02' }).byControl.size).toBe(0)
  makeEdit(log, 'evidence.unlink', { evidenceId: id, controls: [control] })
  expect(readCountingEvidence(log, terms).byControl.size).toBe(0)
})
