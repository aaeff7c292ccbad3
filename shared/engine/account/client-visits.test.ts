import { expect, test } from 'vitest'
import { createTestEngine, jobEnd } from '#testing/create-test-engine.ts'
import { expectError, expectOk } from '#testing/expect-result.ts'

const newClient = async () => {
  const made = await createTestEngine()
  const { id } = expectOk(await made.account.clients.add({ name: 'Acme', status: 'client', industry: 'Retail' }))
  return { ...made, id }
}

test('[VISIT-1] before the first visit nothing is new, and after one everything that was set since is', async () => {
  const { account, clock, id } = await newClient()
  expect(expectOk(account.clients.sinceLastVisit(id))).toBeNull()
  expectOk(account.clients.noteVisit(id))
  expect(expectOk(account.clients.sinceLastVisit(id))).toMatchObject({ count: 0, items: [] })
  const at = new Date(clock.now()).toISOString()
  clock.advance(60_000)
  expectOk(await account.clients.edit(id, 'client.update', { industry: 'Energy', employees: 12 }))
  const { jobId } = expectOk(account.changes.start({ clients: { ids: [id] }, change: { type: 'tag', label: 'May' } }))
  await jobEnd(account, jobId)
  const visit = expectOk(account.clients.sinceLastVisit(id))
  expect(visit?.at).toBe(at)
  expect(visit?.count).toBe(visit?.items.length)
  expect(new Set(visit?.items.map(({ field, to }) => `${field} ${String(to)}`))).toEqual(
    new Set(['industry Energy', 'employees 12', 'label May', `createdAt ${new Date(clock.now()).toISOString()}`]),
  )
})

test('[VISIT-1] a visit is remembered over a restart, and forgotten with its client', async () => {
  const { account, restart, id } = await newClient()
  expectOk(account.clients.noteVisit(id))
  expectOk(await account.clients.edit(id, 'client.update', { industry: 'Energy' }))
  const again = (await restart()).account
  expect(expectOk(again.clients.sinceLastVisit(id))).toMatchObject({ count: 1 })
  expectOk(await again.clients.remove(id, 'Acme'))
  expect(expectError(again.clients.sinceLastVisit(id)).type).toMatch(/NotFound|Deleted/)
  expect(expectError(again.clients.noteVisit(id)).type).toMatch(/NotFound|Deleted/)
})
