import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ok } from '#domain/result.ts'
import { propertyRuns } from '#testing/property-runs.ts'
import { mutationOf, randomEdit } from '#testing/random-edits.ts'
import { countRows, createTestTenant, editOf, memberId, projectedRows, tenantId } from '#testing/test-tenant.ts'
import { commitEdits } from './commit-edits.ts'
import { editFromMutation, type Edit } from './edit.ts'
import type { Log } from './open-log.ts'
import { verifyLog } from './verify-log.ts'

const activityOf = ({ database }: Log): readonly unknown[] =>
  (database.prepare('SELECT * FROM activity ORDER BY device_seq').all() as readonly object[]).map((row) => ({
    ...row,
    hash: undefined,
  }))

/** The name of a device is random. */
const withoutDevice = ({ head }: Log, found: unknown): string => JSON.stringify(found).replaceAll(head.device, 'device')

const batchOf = (edits: readonly Edit[], size: number): readonly (readonly Edit[])[] =>
  edits.length === 0 ? [] : [edits.slice(0, size), ...batchOf(edits.slice(size), size)]

test('[EDIT-19] edits that are committed together leave what they would leave one by one', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(randomEdit, { maxLength: 40 }), fc.integer({ min: 2, max: 40 }), async (wanted, size) => {
      const single = await createTestTenant()
      const together = await createTestTenant()
      const edits: Edit[] = []
      const answers = wanted.flatMap((one) => {
        const [name, input] = mutationOf(single.log, one) ?? []
        const edit = name === undefined ? undefined : editFromMutation(name, input, { memberId, role: 'owner' })
        if (edit?.ok !== true) return []
        edits.push(edit.value)
        return commitEdits(single.log, [edit.value])
      })
      const answered = batchOf(edits, size).flatMap((batch) => commitEdits(together.log, batch))
      expect(withoutDevice(together.log, answered)).toBe(withoutDevice(single.log, answers))
      expect(verifyLog(together.log)).toEqual([])
      expect(projectedRows(together.log)).toEqual(projectedRows(single.log))
      expect(withoutDevice(together.log, activityOf(together.log))).toBe(
        withoutDevice(single.log, activityOf(single.log)),
      )
    }),
    propertyRuns(25),
  )
})

test('[EDIT-19] also when one of them looks into more documents than are kept', async () => {
  const { log } = await createTestTenant()
  const curious: Edit = {
    name: 'client.update',
    actor: { memberId, role: 'owner' },
    plan: (context) => {
      for (let part = 1; part <= 40; part++) context.find(`controls/${part}`, 'client', tenantId)
      return ok([{ document: 'profile', entity: 'client', id: tenantId, fields: { industry: 'Food' } }])
    },
  }
  const updates = countRows(log, 'doc_update')
  commitEdits(log, [
    editOf('client.update', { location: 'Kiel' }),
    curious,
    editOf('client.update', { country: 'Germany' }),
  ])
  expect(verifyLog(log)).toEqual([])
  expect(countRows(log, 'doc_update')).toBe(updates + 1)
  expect(projectedRows(log)['client']).toEqual([expect.arrayContaining(['Kiel', 'Food', 'Germany'])])
})
