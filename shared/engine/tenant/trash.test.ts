import { expect, test } from 'vitest'
import { addClient, createTestEngine, jobEnd } from '#testing/create-test-engine.ts'
import { expectError, expectOk } from '#testing/expect-result.ts'
import { day } from '#testing/fake-clock.ts'

const startWithTrash = async () => {
  const made = await createTestEngine()
  const { account, clock } = made
  const { id } = await addClient(account, 'Harbor Foods')
  const { clients } = account
  const add = async (name: string) => expectOk(await clients.edit(id, 'contact.add', { name })).changes[0]?.id ?? ''
  const remove = async (contact: string) =>
    expectOk(await clients.edit(id, 'record.delete', { entity: 'contact', id: contact }))
  const trash = () => expectOk(clients.listTrash(id))
  const doctor = () => jobEnd(account, account.startDoctor().jobId)
  return { account, clients, clock, id, add, remove, trash, doctor }
}

test('[EDIT-14] a deleted record is in the trash, newest first, and nowhere else', async () => {
  const { clients, clock, id, add, remove, trash } = await startWithTrash()
  const [ada, ben] = [await add('Ada'), await add('Ben')]
  expectOk(await clients.edit(id, 'client.tag', { label: 'HIPAA' }))
  await remove(ada)
  clock.advance(1000)
  expectOk(await clients.edit(id, 'client.untag', { label: 'hipaa' }))
  expect(trash()).toMatchObject([
    { entity: 'clientTag', name: 'HIPAA', deletedAt: '2026-03-02T09:00:01.000Z', until: '2026-04-01T09:00:01.000Z' },
    { entity: 'contact', id: ada, name: 'Ada', deletedAt: '2026-03-02T09:00:00.000Z' },
  ])
  expect(expectOk(clients.listContacts(id)).map(({ id: one }) => one)).toEqual([ben])
})

test('[EDIT-14] deleting again changes nothing, so a record does not stay longer for it', async () => {
  const { clients, clock, id, add, remove, trash } = await startWithTrash()
  const ada = await add('Ada')
  await remove(ada)
  const before = trash()
  clock.advance(5 * day)
  expect((await remove(ada)).changes).toEqual([])
  expect(trash()).toEqual(before)
  expect(expectError(await clients.edit(id, 'contact.update', { id: ada, phone: '1' }))).toMatchObject({
    type: 'RecordInTrash',
  })
})

test('[EDIT-15] a restored record is as it was', async () => {
  const { clients, clock, id, add, remove, trash } = await startWithTrash()
  const ada = await add('Ada')
  const before = expectOk(clients.listContacts(id))
  await remove(ada)
  clock.advance(29 * day)
  expectOk(await clients.edit(id, 'record.restore', { entity: 'contact', id: ada }))
  expect(expectOk(clients.listContacts(id))).toEqual(before)
  expect(trash()).toEqual([])
})

test('[EDIT-15] a tag in the trash comes back by tagging again, as the same record', async () => {
  const { clients, id, trash } = await startWithTrash()
  const tagged = expectOk(await clients.edit(id, 'client.tag', { label: 'HIPAA' })).changes[0]?.id
  expectOk(await clients.edit(id, 'client.untag', { label: 'HIPAA' }))
  expectOk(await clients.edit(id, 'client.tag', { label: 'Hipaa' }))
  expect(trash()).toEqual([])
  const { items } = expectOk(clients.listActivity(id, { entity: 'clientTag' }))
  expect(new Set(items.map(({ record }) => record))).toEqual(new Set([tagged]))
})

test('[EDIT-16] after 30 days a record can neither be seen in the trash nor restored', async () => {
  const { clients, clock, id, add, remove, trash } = await startWithTrash()
  const ada = await add('Ada')
  await remove(ada)
  clock.advance(30 * day)
  expect(trash()).toHaveLength(1)
  clock.advance(1)
  expect(trash()).toEqual([])
  const restore = await clients.edit(id, 'record.restore', { entity: 'contact', id: ada })
  expect(expectError(restore)).toEqual({ type: 'RecordNotFound', entity: 'contact', id: ada })
})

test('[EDIT-17] the doctor clears what was in the trash for over 30 days, and only that', async () => {
  const { account, clients, clock, id, add, remove, trash, doctor } = await startWithTrash()
  const [ada, ben, cyd] = [await add('Ada'), await add('Ben'), await add('Cyd')]
  await remove(ada)
  clock.advance(20 * day)
  await remove(ben)
  expect(await doctor()).toMatchObject({ result: { clean: true } })
  expect(trash().map(({ id: one }) => one)).toEqual([ben, ada])
  clock.advance(11 * day)
  expect(await doctor()).toMatchObject({ result: { clean: true } })
  expect(trash().map(({ id: one }) => one)).toEqual([ben])
  expect(expectOk(clients.listContacts(id)).map(({ id: one }) => one)).toEqual([cyd])
  const purged = expectOk(clients.listActivity(id, { record: ada, limit: 10 })).items.filter(
    ({ mutation }) => mutation === 'trash.purge',
  )
  expect(purged.map(({ field, to }) => `${field} ${to}`).toSorted()).toEqual([
    'createdAt null',
    'deletedAt null',
    'name null',
  ])
  expect(await doctor()).toMatchObject({ result: { clean: true } })
  expect(expectOk(clients.listActivity(id, { limit: 1 })).items[0]?.mutation).toBe('trash.purge')
  expect(account.clients.list({}).total).toBe(1)
})
