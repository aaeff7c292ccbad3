/** The tables of rights against the product's own table of roles: each line is a sentence of it. */
import { expect, test } from 'vitest'
import { practiceDocumentKinds, tenantDocumentKinds, type DocumentKind } from '../document/document-name.ts'
import { can, type Action } from './can.ts'
import { documentAccess, type Access } from './document-access.ts'
import { directRoles, practiceRoles, roles, type Role } from './roles.ts'

const allKinds: readonly DocumentKind[] = [...tenantDocumentKinds, ...practiceDocumentKinds]
const kindsWith = (role: Role, access: Access): readonly DocumentKind[] =>
  allKinds.filter((kind) => documentAccess(role, kind) === access)

test('[EDIT-20] an owner may write everything and do everything', () => {
  expect(kindsWith('owner', 'write')).toEqual(allKinds)
})

test('[EDIT-20] an admin may all but billing, owners and deleting the practice', () => {
  expect(kindsWith('admin', 'write')).toEqual(allKinds.filter((kind) => kind !== 'billing'))
  const refused: readonly Action[] = ['owner.manage', 'practice.delete']
  for (const action of refused) expect([can('owner', { action }), can('admin', { action })]).toEqual([true, false])
  expect(can('admin', { action: 'member.manage' })).toBe(true)
})

test('[EDIT-20] a consultant does all work in workspaces, and changes neither practice nor team', () => {
  expect(tenantDocumentKinds.every((kind) => can('consultant', { write: kind }))).toBe(true)
  expect(can('consultant', { write: 'practice' })).toBe(false)
  expect(can('consultant', { read: 'billing' })).toBe(false)
  expect(can('consultant', { action: 'client.add' })).toBe(true)
  expect(
    (['practice.update', 'member.manage', 'client.delete'] as const).map((action) => can('consultant', { action })),
  ).toEqual([false, false, false])
})

test('[EDIT-20] a viewer of the practice and one of a client read and comment', () => {
  for (const role of ['viewer', 'clientViewer'] as const) {
    expect(kindsWith(role, 'write')).toEqual(['discussion'])
    expect(can(role, { action: 'client.export' })).toBe(false)
  }
  expect(tenantDocumentKinds.every((kind) => can('viewer', { read: kind }))).toBe(true)
})

test('[EDIT-20] direct members and auditors see nothing of the practice and no internal notes', () => {
  for (const role of [...directRoles, 'auditor'] as const) {
    expect([...practiceDocumentKinds, 'internal' as const].map((kind) => documentAccess(role, kind))).toEqual(
      Array.from({ length: 6 }, () => 'none'),
    )
  }
})

test('[EDIT-20] a manager changes settings, controls, tasks, risks and decisions of the one client', () => {
  const writes = kindsWith('manager', 'write')
  expect(writes).toEqual(
    expect.arrayContaining(['profile', 'controls', 'risks', 'tasks', 'requests', 'discussion', 'decisions']),
  )
  expect(can('manager', { action: 'client.archive' })).toBe(false)
})

test('[EDIT-20] a contributor works on tasks, requests and comments, and sees no risks', () => {
  expect(kindsWith('contributor', 'write')).toEqual(['tasks', 'requests', 'discussion'])
  expect(documentAccess('contributor', 'risks')).toBe('none')
})

test('[EDIT-20] an auditor writes nothing at all', () => {
  expect(kindsWith('auditor', 'write')).toEqual([])
  expect(documentAccess('auditor', 'controls')).toBe('read')
})

test('[EDIT-20] everybody who has the app manages the keys of their own device, and every role has an answer for every kind', () => {
  for (const role of roles) {
    expect(can(role, { action: 'keys.manage' })).toBe(role !== 'auditor')
    for (const kind of allKinds) expect(['none', 'read', 'write']).toContain(documentAccess(role, kind))
  }
  expect(roles).toEqual([...practiceRoles, ...directRoles, 'auditor'])
})

test('[EDIT-20] whoever may write may read', () => {
  const writes = roles.flatMap((role) =>
    allKinds.filter((kind) => can(role, { write: kind })).map((kind) => ({ role, kind })),
  )
  expect(writes.length).toBeGreaterThan(40)
  expect(writes.filter(({ role, kind }) => !can(role, { read: kind }))).toEqual([])
})
