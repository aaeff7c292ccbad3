import { describe, expect, test } from 'vitest'
import type { BulkChange, BulkReport, ExportQuery, SelectedClients, UndoReport } from '#api/client-changes.ts'
import type { Account } from '#api/engine.ts'
import { addClients, createTestEngine, jobEnd } from '#testing/create-test-engine.ts'
import { expectError, expectOk } from '#testing/expect-result.ts'

const change = async (account: Account, clients: SelectedClients, bulk: BulkChange) => {
  const { jobId } = expectOk(account.changes.start({ clients, change: bulk }))
  const job = await jobEnd(account, jobId)
  expect(job.error).toBeNull()
  return { jobId, report: job.result as BulkReport }
}

const undo = async (account: Account, jobId: string): Promise<UndoReport> => {
  const undoing = expectOk(account.changes.undo(jobId))
  return (await jobEnd(account, undoing.jobId)).result as UndoReport
}

const everybody: SelectedClients = { query: {}, except: [] }
const total = (account: Account, query: Parameters<Account['clients']['list']>[0]): number =>
  account.clients.list(query).total

describe('one change to many clients', () => {
  test('[BULK-1] reaches the named ones, or all that a list shows but some', async () => {
    const { account } = await createTestEngine()
    const [first, second, third] = await addClients(account, 40)
    const ids = [first?.id ?? '', second?.id ?? '']
    expect((await change(account, { ids }, { type: 'tag', label: 'regulated' })).report).toEqual({
      changed: 2,
      unchanged: 0,
      failed: [],
    })
    await expect.poll(() => total(account, { tag: 'regulated' })).toBe(2)
    const but = { query: { search: 'client' }, except: [third?.id ?? ''] }
    expect((await change(account, but, { type: 'setStatus', status: 'prospect' })).report.changed).toBe(39)
    await expect.poll(() => total(account, { status: 'client' })).toBe(1)
  })

  test('[BULK-2] tells what was so already, and names who could not be changed, with the reason', async () => {
    const { account } = await createTestEngine()
    const [first, second] = await addClients(account, 3)
    expectOk(await account.clients.edit(first?.id ?? '', 'client.archive', {}))
    expectOk(await account.clients.edit(second?.id ?? '', 'client.tag', { label: 'x' }))
    await expect.poll(() => total(account, { archived: true })).toBe(1)
    const { report } = await change(account, { query: { archived: 'any' }, except: [] }, { type: 'tag', label: 'x' })
    expect(report).toMatchObject({ changed: 1, unchanged: 1, failed: [{ name: 'Client 0' }] })
    expect(report.failed[0]?.reason).toContain('archived')
  })

  test('[BULK-3] is undone as one step, but for clients that somebody changed since', async () => {
    const { account } = await createTestEngine()
    const [first] = await addClients(account, 35)
    const ownerId = account.actingMember().id
    const { jobId } = await change(account, everybody, { type: 'assignOwner', ownerId })
    await expect.poll(() => total(account, { ownerId })).toBe(35)
    expectOk(await account.clients.edit(first?.id ?? '', 'client.assignOwner', { ownerId: null }))
    const { undone, kept } = await undo(account, jobId)
    expect({ undone, kept: kept.map(({ name }) => name) }).toEqual({ undone: 34, kept: ['Client 0'] })
    await expect.poll(() => total(account, { ownerId: null })).toBe(35)
    expect(expectError(account.changes.undo(jobId))).toEqual({ type: 'ChangesGone' })
  })

  test('[BULK-3] archiving leaves the lists and comes back with Undo', async () => {
    const { account } = await createTestEngine()
    await addClients(account, 5)
    const { jobId } = await change(account, everybody, { type: 'archive' })
    await expect.poll(() => total(account, {})).toBe(0)
    expect(await undo(account, jobId)).toEqual({ undone: 5, kept: [] })
    await expect.poll(() => total(account, {})).toBe(5)
  })

  test('[BULK-4] needs the right to that very change', async () => {
    const { account } = await createTestEngine()
    await addClients(account, 2)
    const me = account.actingMember()
    expectOk(await account.editPractice('member.add', { name: 'Kim', email: 'kim@harbor.example', role: 'owner' }))
    expectOk(await account.editPractice('member.update', { id: me.id, role: 'viewer' }))
    const refused = account.changes.start({ clients: everybody, change: { type: 'archive' } })
    expect(expectError(refused)).toMatchObject({ type: 'NotPermitted' })
  })
})

test('[BULK-6] exports the selected clients alone, in the order of the list', async () => {
  const { account } = await createTestEngine()
  const [first, second] = await addClients(account, 3)
  const namesIn = async (selected: SelectedClients): Promise<readonly string[]> => {
    const wanted: ExportQuery = { query: { sort: [{ by: 'name', direction: 'desc' }] }, format: 'csv', selected }
    const [, ...lines] = new TextDecoder().decode(expectOk(await account.clients.exportTable(wanted))).split('\r\n')
    return lines.map((line) => line.split(',')[0] ?? '').filter((name) => name !== '')
  }
  expect(await namesIn({ ids: [first?.id ?? '', second?.id ?? ''] })).toEqual(['Client 1', 'Client 0'])
  expect(await namesIn({ query: {}, except: [second?.id ?? ''] })).toEqual(['Client 2', 'Client 0'])
})
