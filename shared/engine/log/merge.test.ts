import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectOk } from '#testing/expect-result.ts'
import { bothChanged, expectNothingDoubled, expectNothingLost, expectSameEverywhere } from '#testing/merge-checks.ts'
import { plainCompaction } from '#testing/plain-compaction.ts'
import { propertyRuns } from '#testing/property-runs.ts'
import { mutationOf, randomEdit, type RandomEdit } from '#testing/random-edits.ts'
import { countRows, makeEdit, memberId, projectedRows, tenantId } from '#testing/test-tenant.ts'
import {
  commitOn,
  createCopies,
  createStrangers,
  deliver,
  editOn,
  exchangeAll,
  type Device,
} from '#testing/two-devices.ts'
import { recordCells, writeCell } from '#domain/document/record-cells.ts'
import { recordKey } from '#domain/document/record-key.ts'
import type { EditAck } from './commit-edits.ts'
import { compactDocument } from './compact-log.ts'
import { editFromMutation } from './edit.ts'
import { ownPush, receivePush } from './receive-push.ts'
import { verifyLog } from './verify-log.ts'

type Step =
  | { readonly type: 'edit'; readonly on: number; readonly edit: RandomEdit }
  | { readonly type: 'deliver'; readonly from: number; readonly to: number; readonly times: number }
  | { readonly type: 'compact'; readonly on: number }

const device = fc.nat(2)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ type: fc.constant('edit' as const), on: device, edit: randomEdit }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('deliver' as const),
      from: device,
      to: device,
      times: fc.integer({ min: 1, max: 2 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('compact' as const), on: device }) },
)

const takeStep = async (devices: readonly Device[], one: Step, acks: EditAck[]): Promise<void> => {
  const at = (index: number): Device => devices[index % devices.length] as Device
  if (one.type === 'compact') {
    const { log } = at(one.on)
    await compactDocument(log, log.documents.load('profile'), plainCompaction)
  } else if (one.type === 'edit') {
    const named = mutationOf(at(one.on).log, one.edit)
    if (named === undefined) return
    const outcome = commitOn(at(one.on), expectOk(editFromMutation(...named, { memberId, role: 'owner' })))
    if (outcome.ok) acks.push(outcome.value)
  } else if (one.from % devices.length !== one.to % devices.length) {
    for (let time = 0; time < one.times; time++) deliver(at(one.from), at(one.to))
  }
}

const checkHistory = async (devices: readonly Device[], steps: readonly Step[]): Promise<void> => {
  const acks: EditAck[] = []
  for (const one of steps) await takeStep(devices, one, acks)
  exchangeAll(devices)
  expectSameEverywhere(devices)
  const [first] = devices
  if (first === undefined) return
  expectNothingDoubled(first)
  expectNothingLost(first, acks)
  const sizes = devices.map(({ log }) => countRows(log, 'doc_update') + countRows(log, 'activity'))
  exchangeAll(devices)
  expect(devices.map(({ log }) => countRows(log, 'doc_update') + countRows(log, 'activity'))).toEqual(sizes)
  devices.forEach(({ log }) => log.database.close())
}

test('[DOC-6] two devices that share a file lose nothing and double nothing, whatever they do and in whatever order they hear of it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const devices = await createCopies(2, (log) => {
        makeEdit(log, 'contact.add', { name: 'Ada' })
        makeEdit(log, 'client.tag', { label: 'HIPAA' })
      })
      await checkHistory(devices, steps)
    }),
    propertyRuns(25),
  )
})

test('[DOC-6] so do three', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      await checkHistory(await createCopies(3, (log) => void makeEdit(log, 'contact.add', { name: 'Ada' })), steps)
    }),
    propertyRuns(15),
  )
})

test('[DOC-6] so do devices that never shared a state of the file', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.integer({ min: 2, max: 3 }), async (steps, count) => {
      await checkHistory(await createStrangers(count), steps)
    }),
    propertyRuns(25),
  )
})

test('[DOC-7] what two devices derive from the same cause is one record', async () => {
  const devices = await createStrangers(2)
  for (const one of devices) editOn(one, 'client.tag', { label: 'HIPAA' })
  exchangeAll(devices)
  expectSameEverywhere(devices)
  expect(devices.map(({ log }) => countRows(log, 'client_tag'))).toEqual([1, 1])
  expect(devices.map(({ log }) => countRows(log, 'client'))).toEqual([1, 1])
})

test('[DOC-8] two rows with one base show that both changed the field without seeing each other', async () => {
  const [one, two] = (await createCopies(2, (log) => void makeEdit(log, 'client.update', { industry: 'Food' }))) as [
    Device,
    Device,
  ]
  editOn(one, 'client.update', { industry: 'Retail', employees: 5 })
  editOn(two, 'client.update', { industry: 'Farming' })
  exchangeAll([one, two])
  const field = `client/${tenantId}/industry`
  expect(bothChanged(one.log)).toEqual([field])
  expect(bothChanged(two.log)).toEqual([field])
  editOn(one, 'client.update', { industry: 'Fishing' })
  exchangeAll([one, two])
  editOn(two, 'client.update', { employees: 6 })
  exchangeAll([one, two])
  expect(bothChanged(two.log)).toEqual([field])
})

test('[DOC-9] an update that arrives before the one it builds on waits for it, also through a restart', async () => {
  const [one, two, three] = (await createCopies(3, () => undefined)) as [Device, Device, Device]
  editOn(one, 'client.update', { industry: 'Retail' })
  deliver(one, two)
  editOn(two, 'client.update', { industry: 'Farming' })
  deliver(two, three)
  deliver(two, three)
  expect(countRows(three.log, 'doc_update')).toBe(countRows(one.log, 'doc_update'))
  three.log.reload()
  deliver(one, three)
  exchangeAll([one, two, three])
  expectSameEverywhere([one, two, three])
  expect(three.log.database.prepare('SELECT industry FROM client').pluck().get()).toBe('Farming')
})

test('[DOC-10] what a document holds of records of another kind is not shown', async () => {
  const [one, two] = (await createStrangers(2)) as [Device, Device]
  const smuggled = one.log.documents.load('internal')
  const cells = recordCells(smuggled.doc)
  const { update } = smuggled.capture(() => {
    writeCell(cells, recordKey('client', tenantId, 'name'), { value: 'Not its name', setBy: 'nobody.1' })
  })
  if (update === undefined) throw new Error('nothing was written')
  receivePush(two.log, { device: 'other', updates: [{ document: 'internal', payload: update }], activity: [] })
  expect(two.log.database.prepare('SELECT name FROM client').pluck().get()).toBe('Harbor Foods')
  expect(verifyLog(two.log)).toEqual([])
})

test('[DOC-11] nobody else writes activity under the name of this device', async () => {
  const [one, two] = (await createStrangers(2)) as [Device, Device]
  const { device } = two.log.head
  const forged = ownPush(one.log).activity.map(({ row, hash }) => ({
    row: { ...row, device, deviceSeq: two.log.head.deviceSeq + row.deviceSeq },
    hash,
  }))
  receivePush(two.log, { device: one.log.head.device, updates: [], activity: forged })
  const ack = expectOk(editOn(two, 'client.update', { industry: 'Fishing' }))
  const stored = two.log.database.prepare('SELECT field FROM activity WHERE device = ? AND device_seq = ?').pluck()
  expect(stored.get(device, ack.edit)).toBe('industry')
  expect(verifyLog(two.log)).toEqual([])
})

test('[STORE-21] what others wrote does not go into the outbox of this device', async () => {
  const [one, two] = (await createCopies(2, () => undefined)) as [Device, Device]
  const before = countRows(two.log, 'outbox')
  editOn(one, 'client.update', { industry: 'Retail' })
  deliver(one, two)
  expect(countRows(two.log, 'outbox')).toBe(before)
  editOn(two, 'client.update', { industry: 'Farming' })
  expect(countRows(two.log, 'outbox')).toBe(before + 1)
})

test('[STORE-20] a push that fails half-way leaves nothing of itself in the file or in memory', async () => {
  const [one, two] = (await createCopies(2, () => undefined)) as [Device, Device]
  editOn(one, 'client.update', { industry: 'Retail' })
  const push = ownPush(one.log)
  const broken = { ...push, updates: [...push.updates, { document: 'profile', payload: new Uint8Array([9, 9, 9]) }] }
  const before = projectedRows(two.log)
  expect(() => receivePush(two.log, broken)).toThrow('Unexpected end of array')
  expect(projectedRows(two.log)).toEqual(before)
  deliver(one, two)
  expectSameEverywhere([one, two])
})
