import { statfsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  createTestEngine,
  addClients,
  jobEnd,
  startEngine,
  testPassphrase,
  testPorts,
  type TestEngine,
} from '#testing/create-test-engine.ts'
import { expectError, expectOk } from '#testing/expect-result.ts'
import { canMount, smallDisk, type SmallDisk } from '#testing/small-disk.ts'

const makeEngine = async (disk: SmallDisk, clients: number): Promise<TestEngine> => {
  const made = await createTestEngine({ dataDir: disk.folder, ports: testPorts() })
  await addClients(made.account, clients)
  return made
}

const doctorOf = async ({ account }: TestEngine) => (await jobEnd(account, account.startDoctor().jobId)).result

const industriesOf = ({ account }: TestEngine) =>
  account.clients.list({ sort: [{ by: 'name', direction: 'asc' }] }).items.map(({ industry }) => industry)

const csvOf = (rows: number): Uint8Array =>
  new TextEncoder().encode(
    ['Name,Industry', ...Array.from({ length: rows }, (_, index) => `Imported ${index},Food`)].join('\n'),
  )

type Answer = { readonly ok: true } | { readonly ok: false; readonly error: { readonly type: string } }

/** What was refused, by its error. */
const refusalsOf = (answers: readonly Answer[]): readonly string[] =>
  answers.flatMap((answer) => (answer.ok ? [] : [answer.error.type]))

describe.skipIf(!canMount)('on a full disk', () => {
  test('[STORE-22] an edit is refused as DiskFull until there is room, what was acknowledged stays, and all is well afterwards', async () => {
    const disk = smallDisk('6m')
    const made = await makeEngine(disk, 4)
    const { clients } = made.account
    const ids = clients.list({}).items.map(({ id }) => id)
    const acknowledged = new Map<string, string>()
    const editAll = async (industry: string) => {
      const fields = { industry, summary: industry.repeat(600) }
      const answers = await Promise.all(ids.map((id) => clients.edit(id, 'client.update', fields)))
      answers.forEach(({ ok }, index) => ok && acknowledged.set(ids[index] ?? '', industry))
      return refusalsOf(answers)
    }
    expect(await editAll('before')).toEqual([])
    disk.fill(64 * 1024)
    const refusals: string[] = []
    for (let round = 0; round < 60; round++) refusals.push(...(await editAll(`r${round}`)))
    expect(refusals.length).toBeGreaterThan(100)
    expect(new Set(refusals)).toEqual(new Set(['DiskFull']))
    disk.empty()
    for (const id of ids) {
      const { items } = expectOk(clients.listActivity(id, { field: 'industry', limit: 1 }))
      expect(items[0]?.to).toBe(acknowledged.get(id))
    }
    expect(await editAll('after')).toEqual([])
    const again = await made.restart()
    expect(industriesOf(again)).toEqual(['after', 'after', 'after', 'after'])
    expect(await doctorOf(again)).toMatchObject({ clean: true, problems: [] })
  })

  test('[STORE-38] an account opens as soon as there is room for its working files, and no client is called damaged for the lack of more', async () => {
    const disk = smallDisk('6m')
    const made = await makeEngine(disk, 3)
    const [first] = made.account.clients.list({}).items
    expectOk(await made.account.clients.edit(first?.id ?? '', 'client.update', { industry: 'Food' }))
    await made.engine.close()
    const refusals: string[] = []
    const states: string[] = []
    /** Whether the account opened. */
    const tryWith = async (room: number): Promise<boolean> => {
      disk.fill(room)
      const engine = await startEngine(disk.folder)
      const opened = await engine.unlockAccount(made.account.id, { passphrase: testPassphrase })
      refusals.push(...refusalsOf([opened]))
      const clients = opened.ok ? opened.value.clients : undefined
      for (const { id } of clients?.list({}).items ?? []) {
        const summary = 'x'.repeat(4000)
        refusals.push(...refusalsOf([(await clients?.edit(id, 'client.update', { summary })) ?? opened]))
      }
      states.push(...(clients?.list({}).items ?? []).map(({ fileState }) => fileState))
      await engine.close()
      disk.empty()
      return opened.ok
    }
    const opened: boolean[] = []
    for (const room of [0, 40, 80, 160, 320]) opened.push(await tryWith(room * 1024))
    expect([opened[0], opened[4], opened.lastIndexOf(false) < opened.indexOf(true)]).toEqual([false, true, true])
    expect(new Set(refusals)).toEqual(new Set(['DiskFull']))
    expect(new Set(states)).toEqual(new Set(['ok']))
    const healed = await made.restart()
    expect(healed.account.clients.list({}).items.map(({ fileState }) => fileState)).toEqual(['ok', 'ok', 'ok'])
    expect(await doctorOf(healed)).toMatchObject({ clean: true, problems: [] })
  })

  test('[STORE-51] an import that finds no room for all its clients brings in none, and works when there is room', async () => {
    const disk = smallDisk('12m')
    const made = await makeEngine(disk, 2)
    const importRows = async (rows: number) => {
      const file = { fileName: 'clients.csv', bytes: csvOf(rows) }
      return jobEnd(made.account, expectOk(made.account.clients.startImport(file)).jobId)
    }
    expect(await importRows(300)).toMatchObject({ state: 'failed', error: { type: 'DiskFull' } })
    expect(made.account.clients.list({}).total).toBe(2)
    disk.fill()
    expect(expectError(await made.account.clients.add({ name: 'No room', status: 'client' })).type).toBe('DiskFull')
    disk.empty()
    expect(await importRows(50)).toMatchObject({ state: 'done', result: { accepted: 50 } })
    const again = await made.restart()
    expect(again.account.clients.list({}).total).toBe(52)
    expect(await doctorOf(again)).toMatchObject({ clean: true, problems: [] })
    const { bavail, bsize } = statfsSync(disk.folder)
    expect(bavail * bsize).toBeGreaterThan(3 * 1024 * 1024)
  })
})
