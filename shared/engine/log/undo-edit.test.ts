import { expect, test } from 'vitest'
import { expectError, expectOk } from '#testing/expect-result.ts'
import { createTestTenant, countRows, editOf, memberId, projectedRows, tryEdit } from '#testing/test-tenant.ts'
import { createCopies, deliver, editOn, type Device } from '#testing/two-devices.ts'
import { commitEdits, type EditAck } from './commit-edits.ts'
import type { Log } from './open-log.ts'
import { editThatReverts } from './undo-edit.ts'
import { verifyLog } from './verify-log.ts'

const actor = { memberId, role: 'owner' } as const
const revert = (log: Log, ack: EditAck) => tryEdit(log, editThatReverts(log, ack, { name: 'undo', actor }))
const profileOf = (log: Log) => log.database.prepare('SELECT industry, employees FROM client').get()

test('[EDIT-12] what another device changed since is not undone, not even in part', async () => {
  const [one, two] = (await createCopies(2, () => undefined)) as [Device, Device]
  const ack = expectOk(editOn(one, 'client.update', { industry: 'Food', employees: 1 }))
  deliver(one, two)
  editOn(two, 'client.update', { industry: 'Farming' })
  deliver(two, one)
  const before = countRows(one.log, 'activity')
  expect(expectError(revert(one.log, ack))).toEqual({ type: 'ChangedSince', fields: ['industry'] })
  expect(profileOf(one.log)).toEqual({ industry: 'Farming', employees: 1 })
  expect(countRows(one.log, 'activity')).toBe(before)
})

test('[EDIT-12] a change that came in for another field does not stand in the way', async () => {
  const [one, two] = (await createCopies(2, () => undefined)) as [Device, Device]
  const ack = expectOk(editOn(one, 'client.update', { industry: 'Food' }))
  deliver(one, two)
  editOn(two, 'client.update', { employees: 9 })
  deliver(two, one)
  expect(expectOk(revert(one.log, ack)).changes).toMatchObject([{ field: 'industry', from: 'Food', to: null }])
  expect(profileOf(one.log)).toEqual({ industry: null, employees: 9 })
})

test('[EDIT-10] an edit that set one field twice is undone to what stood before it', async () => {
  const { log } = await createTestTenant()
  const before = projectedRows(log)
  const twice = { ...editOf('client.tag', { label: 'HIPAA' }) }
  const plan: typeof twice.plan = (context) => {
    const [first, second] = ['HIPAA', 'hipaa'].map((label) => editOf('client.tag', { label }).plan(context))
    if (first?.ok !== true || second?.ok !== true) throw new Error('a tag was refused')
    return { ok: true, value: [...first.value, ...second.value] }
  }
  const [ack] = commitEdits(log, [{ ...twice, plan }]).map(expectOk)
  if (ack === undefined) throw new Error('no answer')
  expect(ack.changes.filter(({ field }) => field === 'label')).toHaveLength(2)
  expectOk(revert(log, ack))
  expect(projectedRows(log)).toEqual(before)
  expect(verifyLog(log)).toEqual([])
})
