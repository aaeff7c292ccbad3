import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { AddReport } from '#api/evidence.ts'
import type { EvidenceView, ReviewReport } from '#api/evidence-across.ts'
import type { DoctorReport } from '#api/engine.ts'
import { addClient, createTestEngine, jobEnd } from '#testing/create-test-engine.ts'
import { expectOk } from '#testing/expect-result.ts'
import { quickFolder } from '#testing/temporary-folder.ts'

const prepare = async () => {
  const opened = await createTestEngine()
  const { account } = opened
  const folder = quickFolder()
  const clients = [await addClient(account, 'Harbor Foods'), await addClient(account, 'Acme')]
  const add = async (clientId: string, title: string, fields: { validUntil?: string; submit?: boolean } = {}) => {
    const path = join(folder, `${title}.txt`)
    writeFileSync(path, title)
    const job = await jobEnd(account, expectOk(account.evidence.add(clientId, { files: [{ path }], ...fields })).jobId)
    return (job.result as AddReport).added[0]?.id ?? ''
  }
  const accept = async (clientId: string, evidenceId: string) =>
    expectOk(await account.clients.edit(clientId, 'evidence.accept', { evidenceId }))
  const titles = (view: EvidenceView, more: { withinDays?: number; search?: string; clientId?: string } = {}) =>
    account.evidence.across({ view, ...more }).items.map(({ title }) => title)
  const [harbor, acme] = clients.map(({ id }) => id) as [string, string]
  return { ...opened, harbor, acme, add, accept, titles }
}
/** Rows follow an edit within a moment. */
const settled = () => wait(150)

test('[EVID-40] the views across clients hold what they say, and the counts are those of the views', async () => {
  const { account, harbor, acme, add, accept, titles } = await prepare()
  await add(harbor, 'draft')
  await add(acme, 'waiting', { submit: true })
  await accept(harbor, await add(harbor, 'soon', { validUntil: '2026-03-20' }))
  await accept(acme, await add(acme, 'later', { validUntil: '2026-05-20' }))
  await accept(acme, await add(acme, 'over', { validUntil: '2026-03-01' }))
  await settled()
  expect([titles('drafts'), titles('review'), titles('expired')]).toEqual([['draft'], ['waiting'], ['over']])
  expect([titles('expiring'), titles('expiring', { withinDays: 90 })]).toEqual([['soon'], ['soon', 'later']])
  expect(titles('all', { search: 'LAT' })).toEqual(['later'])
  expect(titles('all', { clientId: harbor }).toSorted()).toEqual(['draft', 'soon'])
  expect(account.evidence.counts()).toEqual({
    ...{ all: 5, review: 1, drafts: 1, accepted: 3, rejected: 0, expired: 1 },
    expiring: { days30: 1, days60: 1, days90: 2 },
  })
  const [over] = account.evidence.across({ view: 'expired' }).items
  expect(over).toMatchObject({ clientName: 'Acme', standing: 'expired', lastValidOn: '2026-03-01', isAccepted: true })
})

test('[EVID-41] many are accepted as one job, what fails is named, and undo takes the job back', async () => {
  const { account, harbor, acme, add, titles } = await prepare()
  const items = [
    { clientId: harbor, evidenceId: await add(harbor, 'a', { submit: true }) },
    { clientId: acme, evidenceId: await add(acme, 'b', { submit: true }) },
    { clientId: harbor, evidenceId: await add(harbor, 'c', { submit: true }) },
    { clientId: acme, evidenceId: '00000000-0000-7000-8000-000000000bad' },
  ]
  const { jobId } = expectOk(account.evidence.review({ type: 'accept', items }))
  const report = (await jobEnd(account, jobId)).result as ReviewReport
  expect(report).toMatchObject({ changed: 3, unchanged: 0, failed: [{ clientId: acme }] })
  await settled()
  expect([titles('accepted').toSorted(), titles('review')]).toEqual([['a', 'b', 'c'], []])
  await jobEnd(account, expectOk(account.changes.undo(jobId)).jobId)
  await settled()
  expect([titles('accepted'), titles('review').toSorted()]).toEqual([[], ['a', 'b', 'c']])
})

test('[EVID-42] the practice’s validity moves the last day of all that have none of their own, at once', async () => {
  const { account, harbor, acme, add, accept } = await prepare()
  await accept(harbor, await add(harbor, 'a'))
  await accept(acme, await add(acme, 'b', { validUntil: '2026-12-24' }))
  expectOk(await account.clients.edit(acme, 'client.update', { evidenceValidityDays: 10 }))
  await accept(acme, await add(acme, 'c'))
  await settled()
  const days = () => account.evidence.across({ view: 'all', sort: 'title' }).items.map(({ lastValidOn }) => lastValidOn)
  expect(days()).toEqual(['2027-03-02', '2026-12-24', '2026-03-12'])
  expectOk(await account.editPractice('practice.update', { evidenceValidityDays: 30 }))
  expect(days()).toEqual(['2026-04-01', '2026-12-24', '2026-03-12'])
})

test('[EVID-43] archived clients are in no view, deleted evidence neither, and the doctor finds every row right', async () => {
  const { account, harbor, acme, add, titles } = await prepare()
  const id = await add(harbor, 'a')
  await add(acme, 'b')
  expectOk(await account.clients.edit(acme, 'client.archive', {}))
  await settled()
  expect(titles('all')).toEqual(['a'])
  expectOk(await account.clients.edit(harbor, 'record.delete', { entity: 'evidence', id }))
  await settled()
  expect(titles('all')).toEqual([])
  const doctor = (await jobEnd(account, account.startDoctor().jobId)).result as DoctorReport
  expect(doctor.problems).toEqual([])
})

test('[EVID-44] the search across clients finds evidence by its title, labels and note', async () => {
  const { account, harbor, add } = await prepare()
  await add(harbor, 'quarterly access review')
  await settled()
  expect(account.search({ text: 'quart acc' }).records).toMatchObject([
    { entity: 'evidence', title: 'quarterly access review', clientName: 'Harbor Foods' },
  ])
})
