import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memberId, createTestTenant, countRows, makeEdit, projectedRows } from '#testing/test-tenant.ts'
import { expectOk } from '#testing/expect-result.ts'
import { plainCompaction } from '#testing/plain-compaction.ts'
import { propertyRuns } from '#testing/property-runs.ts'
import { mutationOf, randomEdit, type RandomEdit } from '#testing/random-edits.ts'
import { commitEdits, type EditAck } from './commit-edits.ts'
import { compactDocument } from './compact-log.ts'
import { editFromMutation } from './edit.ts'
import { loadDocument } from './log-documents.ts'
import type { Log } from './open-log.ts'
import { recordCells } from '#domain/document/record-cells.ts'
import { editThatReverts } from './undo-edit.ts'
import { verifyLog } from './verify-log.ts'

const actor = { memberId, role: 'owner' } as const

type Step =
  | { readonly type: 'edits'; readonly edits: readonly RandomEdit[] }
  | { readonly type: 'undo'; readonly pick: number }
  | { readonly type: 'bug' | 'forget' | 'compact' }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      type: fc.constant('edits' as const),
      edits: fc.array(randomEdit, { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('undo' as const), pick: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constantFrom('bug' as const, 'forget' as const, 'compact' as const) }) },
)

const throwingPlan = {
  name: 'client.update',
  actor,
  plan: () => {
    throw new Error('a bug in a plan')
  },
} as const

const takeStep = async (log: Log, acks: EditAck[], { ...one }: Step): Promise<void> => {
  if (one.type === 'edits') {
    const wanted = one.edits.flatMap((edit) => {
      const named = mutationOf(log, edit)
      return named === undefined ? [] : [expectOk(editFromMutation(...named, actor))]
    })
    for (const outcome of commitEdits(log, wanted)) if (outcome.ok) acks.push(outcome.value)
  } else if (one.type === 'undo') {
    const ack = acks[one.pick % Math.max(1, acks.length)]
    if (ack !== undefined) commitEdits(log, [editThatReverts(log, ack, { name: 'undo', actor })])
  } else if (one.type === 'bug') {
    const good = expectOk(editFromMutation('client.tag', { label: 'never seen' }, actor))
    expect(() => commitEdits(log, [good, throwingPlan])).toThrow('a bug in a plan')
  } else if (one.type === 'forget') {
    log.reload()
  } else {
    await compactDocument(log, log.documents.load('profile'), plainCompaction)
  }
}

const cellsOf = (doc: Parameters<typeof recordCells>[0]) =>
  [...recordCells(doc).entries()].toSorted(([a], [b]) => a.localeCompare(b))

test('[DOC-5] rows equal their rebuild from the log after any history, and so does what memory holds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const { log } = await createTestTenant()
      const acks: EditAck[] = []
      for (const one of steps) await takeStep(log, acks, one)
      expect(verifyLog(log)).toEqual([])
      expect(cellsOf(log.documents.load('profile').doc)).toEqual(cellsOf(loadDocument(log.statements, 'profile').doc))
      log.database.close()
    }),
    propertyRuns(40),
  )
})

test('[DOC-5] the comparison finds a row that is wrong, one too many and one too few', async () => {
  const { log } = await createTestTenant()
  makeEdit(log, 'client.tag', { label: 'HIPAA' })
  makeEdit(log, 'contact.add', { name: 'Ada' })
  const right = projectedRows(log)
  log.database.exec("UPDATE client SET industry = 'Piracy'; DELETE FROM client_tag")
  log.database.exec("INSERT INTO contact (id, name) VALUES ('00000000-0000-7000-8000-00000000dead', 'Nobody')")
  const details = verifyLog(log).map(({ check, detail }) => `${check} ${detail.split(' ')[0]}`)
  expect(details.toSorted()).toEqual(['projection client', 'projection clientTag', 'projection contact'])
  expect(countRows(log, 'contact')).toBe((right['contact']?.length ?? 0) + 1)
})
