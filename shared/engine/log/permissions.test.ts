/** Who may make which edit, on real files: a table of its own, written from the product's table of roles. */
import { describe, expect, test } from 'vitest'
import { mutations, type MutationName } from '#domain/mutations/mutation-registry.ts'
import { roles, type Role } from '#domain/permissions/roles.ts'
import { accountId, createTestPractice } from '#testing/test-practice.ts'
import { countRows, createTestTenant, makeEdit, memberId } from '#testing/test-tenant.ts'
import { commitEdits } from './commit-edits.ts'
import { editFromMutation, type EditError } from './edit.ts'
import type { Log } from './open-log.ts'
import type { Result } from '#domain/result.ts'

const practiceTeam: readonly Role[] = ['owner', 'admin', 'consultant']
/** A contributor submits through requests, and never decides. */
const whoeverDecides: readonly Role[] = [...practiceTeam, 'manager']
const whoeverWorksInTheProfile: readonly Role[] = [...practiceTeam, 'manager']

type Case = { readonly mayDo: readonly Role[]; readonly input: (ids: Ids) => unknown }
type Ids = {
  readonly contact: string
  readonly trashed: string
  readonly colleague: string
  readonly note: string
  readonly draft: string
  readonly submitted: string
}

const evidenceFile = {
  ...{ sha256: 'a1'.repeat(32), size: 3, fileName: 'review.txt', originalName: null },
  ...{ mediaType: 'text/plain', executable: 0 },
}

const cases: Readonly<Record<Exclude<MutationName, 'practice.create' | 'client.create'>, Case>> = {
  'client.update': { mayDo: whoeverWorksInTheProfile, input: () => ({ industry: 'Food' }) },
  'client.assignOwner': { mayDo: practiceTeam, input: () => ({ ownerId: memberId }) },
  'client.archive': { mayDo: practiceTeam, input: () => ({}) },
  'client.restore': { mayDo: practiceTeam, input: () => ({}) },
  'client.tag': { mayDo: whoeverWorksInTheProfile, input: () => ({ label: 'SOC 2' }) },
  'client.untag': { mayDo: whoeverWorksInTheProfile, input: () => ({ label: 'HIPAA' }) },
  'client.handOver': { mayDo: ['owner', 'admin'], input: () => ({}) },
  'client.takeOver': { mayDo: ['owner', 'admin'], input: () => ({ from: 'Harbor Security' }) },
  'client.delete': { mayDo: ['owner', 'admin'], input: () => ({ id: memberId }) },
  'client.readmit': { mayDo: ['owner', 'admin'], input: () => ({ id: accountId }) },
  'contact.add': { mayDo: whoeverWorksInTheProfile, input: () => ({ name: 'Ben' }) },
  'contact.update': { mayDo: whoeverWorksInTheProfile, input: ({ contact }) => ({ id: contact, phone: '1' }) },
  'note.create': { mayDo: practiceTeam, input: () => ({ audience: 'practice' }) },
  'note.rename': {
    mayDo: whoeverWorksInTheProfile,
    input: ({ note }) => ({ id: note, audience: 'client', title: 'New' }),
  },
  'evidence.create': {
    mayDo: whoeverWorksInTheProfile,
    input: () => ({ id: accountId, title: 'Access review', file: evidenceFile }),
  },
  'evidence.update': {
    mayDo: whoeverWorksInTheProfile,
    input: ({ draft }) => ({ evidenceId: draft, source: 'Ticket 7' }),
  },
  'evidence.addRevision': {
    mayDo: whoeverWorksInTheProfile,
    input: ({ draft }) => ({ evidenceId: draft, file: evidenceFile }),
  },
  'evidence.link': {
    mayDo: whoeverWorksInTheProfile,
    input: ({ draft }) => ({ evidenceId: draft, controls: ['IAM-02'] }),
  },
  'evidence.unlink': {
    mayDo: whoeverWorksInTheProfile,
    input: ({ draft }) => ({ evidenceId: draft, controls: ['IAM-01'] }),
  },
  'evidence.submit': { mayDo: whoeverWorksInTheProfile, input: ({ draft }) => ({ evidenceId: draft }) },
  'evidence.withdraw': { mayDo: whoeverWorksInTheProfile, input: ({ submitted }) => ({ evidenceId: submitted }) },
  'evidence.accept': { mayDo: whoeverDecides, input: ({ submitted }) => ({ evidenceId: submitted }) },
  'evidence.reject': {
    mayDo: whoeverDecides,
    input: ({ submitted }) => ({ evidenceId: submitted, reason: 'Of another system' }),
  },
  'record.delete': { mayDo: whoeverWorksInTheProfile, input: ({ contact }) => ({ entity: 'contact', id: contact }) },
  'record.restore': { mayDo: whoeverWorksInTheProfile, input: ({ trashed }) => ({ entity: 'contact', id: trashed }) },
  'trash.purge': { mayDo: whoeverWorksInTheProfile, input: () => ({}) },
  'practice.update': { mayDo: ['owner', 'admin'], input: () => ({ name: 'Harbor' }) },
  'member.add': { mayDo: ['owner', 'admin'], input: () => ({ name: 'Eve', email: 'eve@x.example', role: 'admin' }) },
  'member.update': { mayDo: ['owner', 'admin'], input: ({ colleague }) => ({ id: colleague, role: 'viewer' }) },
  'member.remove': { mayDo: ['owner', 'admin'], input: ({ colleague }) => ({ id: colleague }) },
}

const attempt = (log: Log, name: MutationName, { role, input }: { role: Role; input: unknown }) => {
  const edit = editFromMutation(name, input, { memberId, role })
  return edit.ok ? commitEdits(log, [edit.value])[0] : edit
}

const answerOf = (result: Result<unknown, EditError> | undefined): string =>
  result === undefined ? 'nothing' : result.ok ? 'done' : result.error.type

const prepareTenant = async (): Promise<{ readonly log: Log; readonly ids: Ids }> => {
  const { log, clock } = await createTestTenant()
  makeEdit(log, 'client.tag', { label: 'HIPAA' })
  const [contact, trashed, overdue] = ['Ada', 'Cyd', 'Dot'].map((name) => {
    const [change] = makeEdit(log, 'contact.add', { name }).changes
    return change?.id ?? ''
  }) as [string, string, string]
  makeEdit(log, 'record.delete', { entity: 'contact', id: overdue })
  clock.advance(40 * 86_400_000)
  makeEdit(log, 'record.delete', { entity: 'contact', id: trashed })
  const note = makeEdit(log, 'note.create', { audience: 'client' }).changes[0]?.id ?? ''
  const [draft, submitted] = [0, 1].map((submits) => {
    const id = `00000000-0000-7000-8000-00000000ed0${String(submits)}`
    const added = { id, title: 'Backup', file: evidenceFile, controls: ['IAM-01'], submit: submits === 1 }
    makeEdit(log, 'evidence.create', added)
    return id
  }) as [string, string]
  return { log, ids: { contact, trashed, colleague: '', note, draft, submitted } }
}

const preparePractice = (): { readonly log: Log; readonly ids: Ids } => {
  const log = createTestPractice()
  const added = makeEdit(log, 'member.add', { name: 'Kim', email: 'kim@x.example', role: 'consultant' })
  makeEdit(log, 'client.delete', { id: accountId })
  return {
    log,
    ids: { contact: '', trashed: '', note: '', draft: '', submitted: '', colleague: added.changes[0]?.id ?? '' },
  }
}

describe.each(Object.entries(cases) as [MutationName, Case][])('%s', (name, { mayDo, input }) => {
  test.each(roles)('[EDIT-7] as %s', async (role) => {
    const isPractice = mutations[name].space === 'practice'
    const { log, ids } = isPractice ? preparePractice() : await prepareTenant()
    const before = countRows(log, 'activity')
    if (name === 'client.restore') makeEdit(log, 'client.archive', {})
    const archived = countRows(log, 'activity') - before
    const outcome = attempt(log, name, { role, input: input(ids) })
    expect(answerOf(outcome)).toBe(mayDo.includes(role) ? 'done' : 'NotPermitted')
    const changed = countRows(log, 'activity') > before + archived
    expect(changed, 'an edit that is permitted changes something, one that is not changes nothing').toBe(
      mayDo.includes(role),
    )
  })
})

describe('owners', () => {
  const addAdmin = (log: Log): string =>
    makeEdit(log, 'member.add', { name: 'Ash', email: 'ash@x.example', role: 'admin' }).changes[0]?.id ?? ''

  test.each(['admin', 'owner'] as const)('[EDIT-8] only an owner makes, changes or removes an owner: as %s', (role) => {
    const log = createTestPractice()
    const admin = addAdmin(log)
    const expected = role === 'owner' ? 'done' : 'NotPermitted'
    const does = (name: MutationName, input: unknown) => answerOf(attempt(log, name, { role, input }))
    expect(does('member.add', { name: 'Eve', email: 'eve@x.example', role: 'owner' })).toBe(expected)
    expect(does('member.update', { id: admin, role: 'owner' })).toBe(expected)
    expect(does('member.update', { id: memberId, name: 'Somebody else' })).toBe(expected)
    expect(does('member.remove', { id: memberId })).toBe(role === 'owner' ? 'done' : 'LastOwner')
    expect(does('member.update', { id: admin, name: 'Ash B' })).toBe('done')
  })

  test('[EDIT-9] the last owner can neither be removed nor get another role', () => {
    const log = createTestPractice()
    const admin = addAdmin(log)
    const does = (name: MutationName, input: unknown) => answerOf(attempt(log, name, { role: 'owner', input }))
    expect(does('member.remove', { id: memberId })).toBe('LastOwner')
    expect(does('member.update', { id: memberId, role: 'admin' })).toBe('LastOwner')
    expect(does('member.update', { id: memberId, role: 'owner', name: 'Robin B' })).toBe('done')
    expect(does('member.update', { id: admin, role: 'owner' })).toBe('done')
    expect(does('member.remove', { id: admin })).toBe('done')
    expect(does('member.remove', { id: memberId })).toBe('LastOwner')
    expect(does('member.update', { id: admin, role: 'viewer' })).toBe('RecordInTrash')
    expect(does('member.remove', { id: accountId })).toBe('RecordNotFound')
  })
})
