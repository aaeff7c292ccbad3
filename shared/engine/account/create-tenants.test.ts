import type { ClientRow } from '#domain/projection/client-row.ts'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { expectError, expectOk } from '#testing/expect-result.ts'
import { addBatch, makeAccount, openTestAccount } from '#testing/open-test-account.ts'
import { jobEnd } from '#testing/create-test-engine.ts'
import { editOf } from '#testing/test-tenant.ts'
import { tenantKeyName } from '../data-dir/data-dir-paths.ts'
import type { Edit } from '../log/edit.ts'
import { temporaryTenantPath } from '../tenant/create-tenant-file.ts'
import { createTenants } from './create-tenants.ts'
import type { OpenAccount } from './open-account.ts'

const draft = ({ parts }: OpenAccount, name: string, more: readonly Edit[] = []) => ({
  tenantId: parts.ports.random.id(),
  edits: [editOf('client.create', { name, status: 'client' }), ...more],
})

/** Everything that a client leaves on this device: its files, its key, its rows. */
const tracesOf = ({ parts, keyring, account }: OpenAccount) => ({
  files: readdirSync(parts.paths.tenants)
    .filter((name) => !/-(wal|shm)$/.test(name))
    .toSorted(),
  keys: keyring
    .listFiles()
    .filter((name) => name.startsWith('tenant/'))
    .toSorted(),
  tenants: parts.tenants.listTenants().map(({ id }) => id),
  unfinished: parts.tenants.listUnfinished(),
  staged: parts.portfolio.database.prepare('SELECT count(*) FROM client_row_staged').pluck().get(),
  shown: account.clients.list({ limit: 1000 }).total,
})

const doctorOf = async ({ account }: OpenAccount) => (await jobEnd(account, account.startDoctor().jobId)).result

const staged = (row: ClientRow) =>
  ({
    row,
    head: { device: 'd', deviceSeq: 1 },
    items: [{ entity: 'contact', recordId: 'c', kind: 'profile', title: 'Ghost', detail: '', text: '' }],
    evidence: [],
    stamp: { size: 1, changedAt: 1 },
  }) as const

describe('a batch of new clients', () => {
  test('[STORE-50] appears all at once, each with its own encrypted private file, key and row', async () => {
    const opened = await openTestAccount(await makeAccount(0))
    const ids = await addBatch(opened, 70)
    expect(tracesOf(opened)).toEqual({
      files: ids.map((id) => `${id}.sqlite`).toSorted(),
      keys: ids.map(tenantKeyName).toSorted(),
      tenants: ids.toSorted(),
      unfinished: [],
      staged: 0,
      shown: 70,
    })
    const keys = new Set(ids.map((id) => opened.keyring.keysOf(tenantKeyName(id))[0]?.toString('hex')))
    expect(keys.size).toBe(70)
    expect(await doctorOf(opened)).toMatchObject({ clean: true, files: 71 })
  })

  test.skipIf(process.platform === 'win32')('[STORE-5] is made of files and folders of nobody else', async () => {
    const opened = await openTestAccount(await makeAccount(0))
    const ids = await addBatch(opened, 3)
    const { folder, tenants, portfolio } = opened.parts.paths
    expect([folder, tenants].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o700])
    const files = [portfolio, ...ids.map((id) => opened.parts.paths.tenant(id))]
    expect(new Set(files.map((path) => statSync(path).mode & 0o777))).toEqual(new Set([0o600]))
  })

  test('[STORE-50] is a file in write-ahead mode of which no start has to look into anything', async () => {
    const made = await makeAccount(3)
    const opened = await openTestAccount(made)
    expect(opened.openedAtStart).toBe(0)
    const [first = ''] = made.ids
    // Where a file says how it keeps its journal: 2 is the write-ahead log.
    expect([...readFileSync(opened.parts.paths.tenant(first)).subarray(18, 20)]).toEqual([2, 2])
    expectOk(await opened.account.clients.edit(first, 'client.update', { industry: 'Food' }))
    expect(existsSync(`${opened.parts.paths.tenant(first)}-wal`)).toBe(true)
  })

  test('[STORE-51] that is cancelled half-way leaves nothing, and its keys are destroyed', async () => {
    const opened = await openTestAccount(await makeAccount(2))
    const before = tracesOf(opened)
    const drafts = Array.from({ length: 200 }, (_, index) => draft(opened, `New ${index}`))
    const controller = new AbortController()
    const reports: number[] = []
    const cancelled = await createTenants(opened.parts, drafts, {
      signal: controller.signal,
      report: (done) => {
        reports.push(done)
        expect(opened.account.clients.list({}).total).toBe(2)
        if (done >= 100) controller.abort()
      },
    })
    expect(expectError(cancelled).type).toBe('Cancelled')
    expect(reports).toEqual([64, 128])
    expect(tracesOf(opened)).toEqual(before)
    expect(drafts.every(({ tenantId }) => opened.keyring.isDestroyed(tenantKeyName(tenantId)))).toBe(true)
    expect(await doctorOf(opened)).toMatchObject({ clean: true })
  })

  test('[STORE-51] of which one is refused leaves nothing of the others either', async () => {
    const opened = await openTestAccount(await makeAccount(1))
    const before = tracesOf(opened)
    const unknown = editOf('contact.update', { id: '00000000-0000-7000-8000-000000000bad', phone: '1' })
    const drafts = [draft(opened, 'Good'), draft(opened, 'Bad', [unknown]), draft(opened, 'Good too')]
    expect(expectError(await createTenants(opened.parts, drafts)).type).toBe('RecordNotFound')
    expect(tracesOf(opened)).toEqual(before)
  })

  test('[STORE-51] with an id that is taken is refused, and the client who has it is untouched', async () => {
    const made = await makeAccount(2)
    const opened = await openTestAccount(made)
    const before = tracesOf(opened)
    const [taken = ''] = made.ids
    const drafts = [draft(opened, 'New'), { ...draft(opened, 'Twin'), tenantId: taken }]
    expect(expectError(await createTenants(opened.parts, drafts)).type).toBe('StorageFailed')
    expect(tracesOf(opened)).toEqual(before)
    expectOk(await opened.account.clients.edit(taken, 'client.update', { industry: 'Food' }))
  })

  test('[STORE-53] shows nothing of a batch before it that could not even be undone', async () => {
    const opened = await openTestAccount(await makeAccount(1))
    const ghost = draft(opened, 'Ghost')
    const row = { ...expectOk(opened.account.clients.find('Client 0000')), id: ghost.tenantId, name: 'Ghost' }
    opened.parts.tenants.registerNew([ghost.tenantId])
    opened.parts.tenants.stageRows([staged(row)])
    expectOk(await createTenants(opened.parts, [draft(opened, 'Real')]))
    expect(opened.account.clients.list({}).items.map(({ name }) => name)).toEqual(['Client 0000', 'Real'])
  })
})

test('[STORE-50] a client that is being added when the account is closed is there afterwards', async () => {
  const made = await makeAccount(1)
  const opened = await openTestAccount(made)
  const adding = opened.account.clients.add({ name: 'At the last moment', status: 'client' })
  await opened.close()
  expect((await openTestAccount(made)).account.clients.list({}).items.map(({ name }) => name)).toEqual([
    'At the last moment',
    'Client 0000',
  ])
  expect(await adding).toMatchObject({ ok: true, value: { name: 'At the last moment' } })
})

describe('a crash in the middle of a batch', () => {
  type Stage = 'registered' | 'with keys' | 'half written' | 'written' | 'staged'
  const stages: readonly Stage[] = ['registered', 'with keys', 'half written', 'written', 'staged']

  test.each(stages)('[STORE-52] %s: the next start removes what it left', async (stage) => {
    const made = await makeAccount(1)
    const opened = await openTestAccount(made)
    const before = tracesOf(opened)
    const { parts, keyring } = opened
    const id = parts.ports.random.id()
    const reached = stages.indexOf(stage)
    parts.tenants.registerNew([id])
    if (reached >= 1) expectOk(await keyring.addKeys([tenantKeyName(id)]))
    const path = parts.paths.tenant(id)
    if (reached >= 2) {
      for (const file of [temporaryTenantPath(path), `${temporaryTenantPath(path)}-wal`]) writeFileSync(file, 'half')
    }
    if (reached >= 3) writeFileSync(path, 'whole')
    if (reached >= 4) {
      const row = { ...expectOk(opened.account.clients.find('Client 0000')), id }
      parts.tenants.stageRows([staged(row)])
    }
    await opened.close()
    const after = await openTestAccount(made)
    expect(tracesOf(after)).toEqual(before)
    expect(after.keyring.keysOf(tenantKeyName(id))).toEqual([])
    expect(await doctorOf(after)).toMatchObject({ clean: true, problems: [] })
  })
})
