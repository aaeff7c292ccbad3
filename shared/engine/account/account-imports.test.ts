import { describe, expect, test } from 'vitest'
import type { Account } from '#api/engine.ts'
import type { DuplicateChoice, ImportOutcome, ReadImport, RowFate } from '#api/client-import.ts'
import type { UndoReport } from '#api/client-changes.ts'
import { createTestEngine, jobEnd } from '#testing/create-test-engine.ts'
import { expectError, expectOk } from '#testing/expect-result.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const read = async (account: Account, text: string): Promise<ReadImport> =>
  expectOk(await account.imports.read({ fileName: 'clients.csv', bytes: bytesOf(text) }))

const namesOf = (account: Account): readonly string[] =>
  account.clients.list({ archived: 'any' }).items.map(({ name }) => name)

const commit = async (account: Account, { importId, mapping }: ReadImport, duplicates: DuplicateChoice) => {
  const { jobId } = expectOk(account.imports.commit({ importId, mapping, duplicates }))
  const job = await jobEnd(account, jobId)
  expect(job).toMatchObject({ state: 'done', error: null })
  return { jobId, outcome: job.result as ImportOutcome }
}

const undo = async (account: Account, jobId: string): Promise<UndoReport> => {
  const undoing = expectOk(account.changes.undo(jobId))
  const job = await jobEnd(account, undoing.jobId)
  expect(job.error).toBeNull()
  return job.result as UndoReport
}

const list = 'Company,No.,Sector\nAcme,1,Retail\nBolt,2,Energy\nacme,3,Retail\n,4,Retail\n'

describe('a file that was read', () => {
  test('[IMPORT-35] tells its columns with their first different values, and the mapping that its headings say', async () => {
    const { account } = await createTestEngine()
    expect(await read(account, list)).toMatchObject({
      fileName: 'clients.csv',
      kind: 'csv',
      rows: 4,
      columns: [
        { heading: 'Company', examples: ['Acme', 'Bolt', 'acme'] },
        { heading: 'No.', examples: ['1', '2', '3'] },
        { heading: 'Sector', examples: ['Retail', 'Energy'] },
      ],
      mapping: { name: 0, industry: 2 },
      isRemembered: false,
    })
  })

  test('[IMPORT-35] is held until it is dropped or committed, and without headings when it has none', async () => {
    const { account } = await createTestEngine()
    const bytes = bytesOf('Acme,1\nBolt,2\n')
    const { importId, columns, rows } = expectOk(
      await account.imports.read({ fileName: 'a.csv', bytes, header: false }),
    )
    expect({ rows, headings: columns.map(({ heading }) => heading) }).toEqual({ rows: 2, headings: ['#1', '#2'] })
    account.imports.drop(importId)
    const query = { importId, mapping: { name: 0 }, duplicates: 'skip' } as const
    expect(expectError(await account.imports.preview(query))).toEqual({ type: 'ImportGone' })
  })

  test('[IMPORT-36] says the fate of every row, and refuses a mapping without a name', async () => {
    const { account } = await createTestEngine()
    const { importId, mapping } = await read(account, list)
    const query = { importId, mapping, duplicates: 'skip' } as const
    expect(expectOk(await account.imports.preview(query)).counts).toEqual({
      add: 2,
      update: 0,
      unchanged: 0,
      skip: 0,
      refuse: 2,
    })
    const page = expectOk(await account.imports.rows({ ...query, fates: ['refuse'], offset: 1, limit: 5 }))
    expect(page).toEqual({
      total: 2,
      items: [{ line: 5, name: '', fate: 'refuse', reason: 'No name.', fields: [] }],
    })
    const csv = new TextDecoder().decode(expectOk(await account.imports.refusedRows(query)))
    expect(csv.split('\r\n')[1]).toBe('acme,3,Retail,4,The same name as line 2.')
    expect(expectError(await account.imports.preview({ ...query, mapping: {} }))).toMatchObject({
      type: 'ImportRefused',
    })
    expect(namesOf(account)).toEqual([])
  })

  test('[IMPORT-39] is mapped as a file with the same headings was, in whatever order they come', async () => {
    const { account } = await createTestEngine()
    const first = await read(account, 'Alpha,Beta\nAcme,Retail\n')
    expect(first.mapping).toEqual({})
    await commit(account, { ...first, mapping: { name: 0, industry: 1 } }, 'skip')
    const second = await read(account, 'beta,ALPHA\nEnergy,Bolt\n')
    expect(second).toMatchObject({ mapping: { name: 1, industry: 0 }, isRemembered: true })
    expect(await read(account, 'Beta,Alpha,Gamma\nEnergy,Bolt,x\n')).toMatchObject({ mapping: {}, isRemembered: false })
  })
})

describe('clients that are there already', () => {
  const again = 'Company,External id,Sector,Tags\nＡＣＭＥ,A1,Energy,new\nBolt,,Retail,\nNew,,,\n'
  const start = async () => {
    const { account } = await createTestEngine()
    expectOk(await account.clients.add({ name: 'Acme', status: 'client', industry: 'Retail', tags: ['old'] }))
    expectOk(await account.clients.add({ name: 'Bolt', status: 'client', industry: 'Retail' }))
    return { account, file: await read(account, again) }
  }
  const countsOf = async (account: Account, { importId, mapping }: ReadImport, duplicates: DuplicateChoice) => {
    const { counts } = expectOk(await account.imports.preview({ importId, mapping, duplicates }))
    return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)) as Partial<
      Record<RowFate, number>
    >
  }

  test('[IMPORT-37] are left out, updated or added again, as one chooses', async () => {
    const { account, file } = await start()
    expect(await countsOf(account, file, 'skip')).toEqual({ skip: 2, add: 1 })
    expect(await countsOf(account, file, 'add')).toEqual({ add: 3 })
    expect(await countsOf(account, file, 'update')).toEqual({ update: 1, unchanged: 1, add: 1 })
    const { outcome } = await commit(account, file, 'update')
    expect(outcome).toEqual({ added: 1, updated: 1, unchanged: 1, skipped: 0, refused: [] })
    const acme = expectOk(account.clients.find('acme'))
    expectOk(await account.clients.edit(acme.id, 'client.update', {}))
    expect(expectOk(account.clients.getProfile(acme.id))).toMatchObject({ industry: 'Energy', externalId: 'A1' })
    await expect.poll(() => expectOk(account.clients.get(acme.id)).tags).toEqual(['new', 'old'])
  })

  test('[IMPORT-37] refuse an update that speaks of two clients, or of an archived one', async () => {
    const { account } = await createTestEngine()
    expectOk(await account.clients.add({ name: 'Acme', status: 'client', externalId: 'A1' }))
    expectOk(await account.clients.add({ name: 'Bolt', status: 'client' }))
    const old = expectOk(await account.clients.add({ name: 'Old', status: 'client' }))
    expectOk(await account.clients.edit(old.id, 'client.archive', {}))
    await expect.poll(() => expectOk(account.clients.get(old.id)).archivedAt).not.toBeNull()
    const { importId, mapping } = await read(account, 'Company,External id\nBolt,a1\nOld,\n')
    const query = { importId, mapping, duplicates: 'update' } as const
    const refused = expectOk(await account.imports.rows({ ...query, fates: ['refuse'], offset: 0, limit: 9 }))
    expect(refused.items.map(({ reason }) => reason)).toEqual([
      'The external id (a1) is that of "Acme", the name that of another client.',
      'The client "Old" is archived; restore it, then import the row again.',
    ])
  })
})

describe('an import as a whole', () => {
  test('[IMPORT-38] can be undone: new clients are gone, updated ones as they were', async () => {
    const { account, restart } = await createTestEngine()
    const acme = expectOk(await account.clients.add({ name: 'Acme', status: 'client', industry: 'Retail' }))
    const { jobId } = await commit(
      account,
      await read(account, 'Company,Sector,Tags\nAcme,Energy,x\nBolt,Retail,\n'),
      'update',
    )
    expect(namesOf(account)).toEqual(['Acme', 'Bolt'])
    expect(await undo(account, jobId)).toEqual({ undone: 2, kept: [] })
    expect(namesOf(account)).toEqual(['Acme'])
    expect(expectOk(account.clients.getProfile(acme.id))).toMatchObject({ industry: 'Retail' })
    await expect.poll(() => expectOk(account.clients.get(acme.id)).tags).toEqual([])
    expect(expectError(account.changes.undo(jobId))).toEqual({ type: 'ChangesGone' })

    const after = (await restart()).account
    expect(namesOf(after)).toEqual(['Acme'])
    const doctor = await jobEnd(after, after.startDoctor().jobId)
    expect(doctor.result).toMatchObject({ clean: true })
  })

  test('[IMPORT-38] leaves what was edited since and names it', async () => {
    const { account } = await createTestEngine()
    const acme = expectOk(await account.clients.add({ name: 'Acme', status: 'client' }))
    const { jobId } = await commit(
      account,
      await read(account, 'Company,Sector\nAcme,Energy\nBolt,Retail\nCove,\n'),
      'update',
    )
    const bolt = expectOk(account.clients.find('Bolt'))
    expectOk(await account.clients.edit(bolt.id, 'client.update', { summary: 'Met them.' }))
    expectOk(await account.clients.edit(acme.id, 'client.update', { industry: 'Mining' }))
    const { undone, kept } = await undo(account, jobId)
    expect(undone).toBe(1)
    expect(kept.map(({ name, reason }) => [name, reason])).toEqual([
      ['Acme', 'It was edited since, so it stays as it is.'],
      ['Bolt', 'It was edited since, so it stays as it is.'],
    ])
    expect(namesOf(account)).toEqual(['Acme', 'Bolt'])
  })

  test('[IMPORT-40] needs the right to add clients, as do its preview and its undoing', async () => {
    const { account } = await createTestEngine()
    const file = await read(account, list)
    const { jobId } = await commit(account, await read(account, 'Name\nCove\n'), 'skip')
    const me = account.actingMember()
    expectOk(await account.editPractice('member.add', { name: 'Kim', email: 'kim@harbor.example', role: 'owner' }))
    expectOk(await account.editPractice('member.update', { id: me.id, role: 'viewer' }))
    const { importId, mapping } = file
    const refused = { type: 'NotPermitted' }
    expect(expectError(account.imports.commit({ importId, mapping, duplicates: 'skip' }))).toMatchObject(refused)
    expect(expectError(await account.imports.read({ fileName: 'a', bytes: bytesOf(list) }))).toMatchObject(refused)
    expect(expectError(account.changes.undo(jobId))).toMatchObject(refused)
    expect(namesOf(account)).toEqual(['Cove'])
  })
})
