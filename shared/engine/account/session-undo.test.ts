import { expect, test } from 'vitest'
import type { Account, UndoAnswer } from '#api/engine.ts'
import { addClient, createTestEngine } from '#testing/create-test-engine.ts'
import { expectOk } from '#testing/expect-result.ts'

const startWithClient = async () => {
  const { account } = await createTestEngine()
  const { id } = await addClient(account, 'Harbor Foods')
  const set = async (fields: { industry?: string | null; employees?: number | null; name?: string }) =>
    expectOk(await account.clients.edit(id, 'client.update', fields))
  const now = () => {
    const { industry, employees, name } = expectOk(account.clients.getProfile(id))
    return { industry: industry ?? null, employees: employees ?? null, name }
  }
  return { account, id, set, now }
}

const answered = ({ changes }: UndoAnswer) => changes.map(({ field, from, to }) => [field, from, to])

const byText = (a: readonly unknown[], b: readonly unknown[]): number => String(a).localeCompare(String(b))

const kindOf = async (answer: ReturnType<Account['undo']>): Promise<string> => {
  const result = await answer
  return result.ok ? 'done' : result.error.type
}

test('[EDIT-10] undo sets back every field of the newest edit, redo sets it again', async () => {
  const { account, id, set, now } = await startWithClient()
  await set({ industry: 'Food', employees: 3 })
  await set({ industry: 'Retail', employees: 4 })
  const undone = expectOk(await account.undo())
  expect(undone.spaceId).toBe(id)
  expect(answered(undone).toSorted(byText)).toEqual([
    ['employees', 4, 3],
    ['industry', 'Retail', 'Food'],
  ])
  expect(now()).toMatchObject({ industry: 'Food', employees: 3 })
  expectOk(await account.redo())
  expect(now()).toMatchObject({ industry: 'Retail', employees: 4 })
})

test('[EDIT-10] undo and redo are edits like any other: they stand in the activity', async () => {
  const { account, id, set } = await startWithClient()
  await set({ industry: 'Food' })
  expectOk(await account.undo())
  expectOk(await account.redo())
  const { items } = expectOk(account.clients.listActivity(id, { field: 'industry' }))
  expect(items.map(({ mutation, from, to }) => [mutation, from, to])).toEqual([
    ['redo', null, 'Food'],
    ['undo', 'Food', null],
    ['client.update', null, 'Food'],
  ])
})

test('[EDIT-11] several edits of one field are undone one by one, and redone one by one', async () => {
  const { account, set, now } = await startWithClient()
  for (const employees of [1, 2, 3]) await set({ employees })
  const seen: unknown[] = []
  for (const step of ['undo', 'undo', 'redo', 'redo', 'undo', 'undo', 'undo', 'redo'] as const) {
    expectOk(await account[step]())
    seen.push(now().employees)
  }
  expect(seen).toEqual([2, 1, 2, 3, 2, 1, null, 1])
})

test('[EDIT-11] a new edit ends what could be redone; an edit that changes nothing does not', async () => {
  const { account, set, now } = await startWithClient()
  await set({ employees: 1 })
  await set({ employees: 2 })
  expectOk(await account.undo())
  await set({ employees: 1 })
  expectOk(await account.redo())
  expect(now().employees).toBe(2)
  expectOk(await account.undo())
  await set({ industry: 'Food' })
  expect(await kindOf(account.redo())).toBe('NothingToRedo')
  expectOk(await account.undo())
  expectOk(await account.undo())
  expect(now()).toMatchObject({ industry: null, employees: null })
  expect(await kindOf(account.undo())).toBe('NothingToUndo')
})

test('[EDIT-11] it goes across clients and the practice, newest first', async () => {
  const { account, set, now } = await startWithClient()
  const other = await addClient(account, 'Other')
  await set({ employees: 1 })
  expectOk(await account.editPractice('practice.update', { name: 'Renamed' }))
  expectOk(await account.clients.edit(other.id, 'client.tag', { label: 'HIPAA' }))
  expect(expectOk(await account.undo()).spaceId).toBe(other.id)
  expect(expectOk(await account.undo()).spaceId).toBe(account.id)
  expect(account.practice().name).toBe('Harbor Security')
  expectOk(await account.undo())
  expect(now().employees).toBeNull()
})

test('[EDIT-11] an added contact goes with undo and is back, whole, with redo', async () => {
  const { account, id } = await startWithClient()
  expectOk(await account.clients.edit(id, 'contact.add', { name: 'Ada', email: 'ada@x.example' }))
  const before = expectOk(account.clients.listContacts(id))
  expectOk(await account.undo())
  expect(expectOk(account.clients.listContacts(id))).toEqual([])
  expect(expectOk(account.clients.listTrash(id))).toEqual([])
  expectOk(await account.redo())
  expect(expectOk(account.clients.listContacts(id))).toEqual(before)
})

test('[EDIT-11] archiving can be undone', async () => {
  const { account, id } = await startWithClient()
  expectOk(await account.clients.edit(id, 'client.archive', {}))
  expectOk(await account.undo())
  expect(expectOk(account.clients.getProfile(id)).archivedAt ?? null).toBeNull()
})

test('[EDIT-13] pressed twice without waiting, undo takes back two edits', async () => {
  const { account, set, now } = await startWithClient()
  await set({ employees: 1 })
  await set({ industry: 'Food' })
  expect(await Promise.all([kindOf(account.undo()), kindOf(account.undo()), kindOf(account.undo())])).toEqual([
    'done',
    'done',
    'NothingToUndo',
  ])
  expect(now()).toMatchObject({ employees: null, industry: null })
  expect(await Promise.all([kindOf(account.redo()), kindOf(account.redo())])).toEqual(['done', 'done'])
  expect(now()).toMatchObject({ employees: 1, industry: 'Food' })
})
