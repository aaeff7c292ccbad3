import { execFileSync } from 'node:child_process'
import { createWriteStream, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { expect, test } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import { ZipFile } from 'yazl'
import { z } from 'zod'
import type { ExportedAll } from '#api/export-all.ts'
import type { Account, WorkControl } from '#api/engine.ts'
import { practiceEntities, tenantEntities } from '#domain/entities/entity-registry.ts'
import { accountToLose, contentOf, doctorOf, type AccountToLose } from '#testing/backup-account.ts'
import { jobEnd, startEngine, testPassphrase, testPorts } from '#testing/create-test-engine.ts'
import { flipBit } from '#testing/damage-file.ts'
import { expectError, expectOk } from '#testing/expect-result.ts'
import { fakeRandom } from '#testing/fake-random.ts'
import { quickFolder } from '#testing/temporary-folder.ts'
import { createFilesWorker } from '../files/create-files-worker.ts'
import { openTestAccount } from '#testing/open-test-account.ts'
import { importAll } from './import-all.ts'

const exportTo = async (account: Account, path: string, replace = false): Promise<ExportedAll> => {
  const { jobId } = expectOk(await account.startExportAll({ path, replace }))
  const job = await jobEnd(account, jobId)
  if (job.state !== 'done') throw new Error(JSON.stringify(job.error))
  return job.result as ExportedAll
}

const silent = (): WorkControl => ({ signal: new AbortController().signal, report: () => undefined })

const importInto = async (path: string, dataDir = quickFolder(), control = silent()) => {
  const files = createFilesWorker()
  const ports = testPorts({ random: fakeRandom(11) })
  const answer = await importAll({ path, passphrase: testPassphrase, dataDir, ports, files, cost: cheap }, control)
  await files.end()
  return { answer, dataDir }
}
const cheap = { N: 2 ** 14, r: 8, p: 1 } as const

/** Every entry of an archive by its name. */
const entriesOf = async (path: string): Promise<Map<string, Buffer>> => {
  const zip = await fromBufferPromise(readFileSync(path))
  const entries = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry()) {
    const pieces: Buffer[] = []
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer)
    entries.set(entry.fileName, Buffer.concat(pieces))
  }
  return entries
}

const writeZip = async (path: string, entries: Iterable<readonly [string, Buffer]>): Promise<string> => {
  const zip = new ZipFile()
  for (const [name, bytes] of entries) zip.addBuffer(bytes, name)
  zip.end()
  await pipeline(zip.outputStream as Readable, createWriteStream(path))
  return path
}

const rich = async (): Promise<AccountToLose> => {
  const lost = await accountToLose(3, 700_000)
  const [first = '', second = ''] = lost.ids
  expectOk(await lost.account.clients.edit(first, 'client.update', { industry: 'Häfen 🏝', employees: 12 }))
  expectOk(await lost.account.clients.edit(first, 'client.update', { industry: null }))
  expectOk(await lost.account.clients.edit(second, 'client.archive', {}))
  expectOk(await lost.account.editPractice('practice.update', { name: 'Renamed' }))
  await expect.poll(() => expectOk(lost.account.clients.get(second)).archivedAt).not.toBeNull()
  await expect.poll(() => expectOk(lost.account.clients.get(first)).employees).toBe(12)
  return lost
}

test('[EXPALL-1] the same account comes out of it, and the doctor is content', async () => {
  const lost = await rich()
  const before = contentOf(lost)
  const path = join(lost.shelf, 'all.zip')
  expect(await exportTo(lost.account, path)).toMatchObject({ clients: 3, leftOut: [] })
  const { answer, dataDir } = await importInto(path)
  const { accountId, clients } = expectOk(answer)
  expect({ accountId, clients }).toEqual({ accountId: lost.account.id, clients: 3 })
  const engine = await startEngine(dataDir, testPorts({ random: fakeRandom(12) }))
  const account = expectOk(await engine.unlockAccount(accountId, { passphrase: testPassphrase }))
  expect(account.actingMember()).toEqual(lost.account.actingMember())
  expect(await doctorOf(account)).toMatchObject({ clean: true, files: 4, problems: [] })
  expect(contentOf({ account, evidence: lost.evidence })).toEqual(before)
  const second = join(lost.shelf, 'again.zip')
  await exportTo(account, second)
  const [one, other] = [await entriesOf(path), await entriesOf(second)]
  expect([...other.keys()].toSorted()).toEqual([...one.keys()].toSorted())
  const differing = [...one].filter(([name, bytes]) => other.get(name)?.equals(bytes) !== true).map(([name]) => name)
  expect(differing).toEqual([])
})

test('[EXPALL-2] every entity has a schema, and every line follows the schema of its entity', async () => {
  const lost = await rich()
  const path = join(lost.shelf, 'all.zip')
  await exportTo(lost.account, path)
  const entries = await entriesOf(path)
  for (const entity of [...practiceEntities, ...tenantEntities]) {
    const schema = z.fromJSONSchema(JSON.parse(String(entries.get(`schemas/${entity.name}.schema.json`))) as never)
    const files = [...entries].filter(([name]) => name.endsWith(`/${entity.name}.jsonl`))
    for (const [, bytes] of files) {
      for (const line of bytes.toString('utf8').trimEnd().split('\n')) schema.parse(JSON.parse(line))
    }
  }
  const [first = ''] = lost.ids
  const records = String(entries.get(`clients/${first}/client.jsonl`))
    .trimEnd()
    .split('\n')
  expect(records.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { id: first, name: 'Client 0000', employees: 12 },
  ])
  expect(entries.get(`clients/${first}/contact.jsonl`)?.toString()).toContain('Ada Harbor')
})

test('[EXPALL-3] any unzip program opens it, and the manifest names every entry', async () => {
  const lost = await rich()
  const path = join(lost.shelf, 'all.zip')
  const { files } = await exportTo(lost.account, path)
  expect(execFileSync('python3', ['-m', 'zipfile', '-t', path]).toString()).toContain('Done testing')
  const entries = await entriesOf(path)
  expect(entries.size).toBe(files + 1)
  expect(
    [...entries.keys()].filter((name) => !name.startsWith('clients/') && !name.startsWith('schemas/')).toSorted(),
  ).toEqual([
    'README.txt',
    'manifest.json',
    'practice/activity.jsonl',
    'practice/documents.jsonl',
    'practice/member.jsonl',
    'practice/practice.jsonl',
  ])
  expect(entries.get('README.txt')?.toString()).toContain('NOT encrypted')
})

test('[EXPALL-4] edits go on meanwhile', async () => {
  const lost = await accountToLose(10, 3_000_000)
  const { jobId } = expectOk(await lost.account.startExportAll({ path: join(lost.shelf, 'all.zip') }))
  let edits = 0
  while (lost.account.jobs.find(jobId)?.state === 'running') {
    const id = lost.ids[edits % lost.ids.length] ?? ''
    expectOk(await lost.account.clients.edit(id, 'client.update', { summary: `Edit ${String(edits)}` }))
    edits += 1
  }
  expect((await jobEnd(lost.account, jobId)).state).toBe('done')
  expect(edits).toBeGreaterThan(5)
  const { answer, dataDir } = await importInto(join(lost.shelf, 'all.zip'))
  const engine = await startEngine(dataDir, testPorts({ random: fakeRandom(12) }))
  const secret = { passphrase: testPassphrase }
  const account = expectOk(await engine.unlockAccount(expectOk(answer).accountId, secret))
  expect(await doctorOf(account)).toMatchObject({ clean: true, problems: [] })
}, 60_000)

test('[EXPALL-5] a damaged client is left out and named', async () => {
  const lost = await accountToLose()
  const [first = '', second = ''] = lost.ids
  lost.handles.closeAll()
  flipBit(lost.parts.paths.tenant(second), 100)
  const path = join(lost.shelf, 'all.zip')
  expect(await exportTo(lost.account, path)).toMatchObject({ clients: 2, leftOut: [second] })
  expect(expectOk((await importInto(path)).answer).clients).toBe(2)
  expect([...(await entriesOf(path)).keys()].some((name) => name.includes(first))).toBe(true)
})

test('[EXPALL-6] cancelled, the earlier file stays and nothing else is left', async () => {
  const lost = await accountToLose(3, 5_000_000)
  const path = join(lost.shelf, 'all.zip')
  await exportTo(lost.account, path)
  const before = readFileSync(path)
  expect(expectError(await lost.account.startExportAll({ path })).type).toBe('BackupExists')
  const { jobId } = expectOk(await lost.account.startExportAll({ path, replace: true }))
  lost.account.jobs.cancel(jobId)
  expect((await jobEnd(lost.account, jobId)).state).toBe('cancelled')
  expect(readFileSync(path).equals(before)).toBe(true)
  expect(readdirSync(lost.shelf).toSorted()).toEqual(['all.zip', 'evidence.bin'])
  expect(await exportTo(lost.account, path, true)).toMatchObject({ clients: 3 })
})

test('[EXPALL-7] only its owner reads the file', async () => {
  const lost = await accountToLose()
  const path = join(lost.shelf, 'all.zip')
  await exportTo(lost.account, path)
  expect(statSync(path).mode & 0o77).toBe(0)
})

test('[EXPALL-10] cancelled, no account is left', async () => {
  const lost = await accountToLose()
  const path = join(lost.shelf, 'all.zip')
  await exportTo(lost.account, path)
  const cancel = new AbortController()
  const { answer, dataDir } = await importInto(path, quickFolder(), {
    signal: cancel.signal,
    report: () => cancel.abort(),
  })
  expect(expectError(answer)).toEqual({ type: 'Cancelled' })
  expect(readdirSync(join(dataDir, 'accounts'))).toEqual([])
})

test('[EXPALL-11] whatever is changed, left out or added is refused, and no account is left', async () => {
  const lost = await rich()
  const path = join(lost.shelf, 'all.zip')
  await exportTo(lost.account, path)
  const entries = await entriesOf(path)
  const [first = ''] = lost.ids
  const evidence = [...entries.keys()].find((name) => name.includes('/files/')) ?? ''
  const tampered: readonly (readonly [string, (copy: Map<string, Buffer>) => unknown])[] = [
    [
      'changed record',
      (copy) => copy.set(`clients/${first}/activity.jsonl`, swapped(copy, `clients/${first}/activity.jsonl`)),
    ],
    ['changed evidence', (copy) => copy.set(evidence, swapped(copy, evidence))],
    ['left out', (copy) => copy.delete(`clients/${first}/documents.jsonl`)],
    ['added', (copy) => copy.set('clients/more.txt', Buffer.from('more'))],
    [
      'longer',
      (copy) => copy.set('README.txt', Buffer.concat([copy.get('README.txt') ?? Buffer.alloc(0), Buffer.from('x')])),
    ],
  ]
  for (const [what, change] of tampered) {
    const copy = new Map(entries)
    change(copy)
    const { answer, dataDir } = await importInto(await writeZip(join(lost.shelf, 'tampered.zip'), copy))
    expect([what, expectError(answer).type]).toEqual([what, 'ExportDamaged'])
    const accounts = join(dataDir, 'accounts')
    expect(existsSync(accounts) ? readdirSync(accounts) : []).toEqual([])
  }
}, 60_000)

/** One byte in the middle is another. */
const swapped = (entries: Map<string, Buffer>, name: string): Buffer => {
  const bytes = Buffer.from(entries.get(name) ?? '')
  const middle = Math.floor(bytes.length / 2)
  bytes[middle] = (bytes[middle] ?? 0) ^ 1
  return bytes
}

test('[EXPALL-12] bombs, names that lead out, and files that are no export are refused before anything is written', async () => {
  const shelf = quickFolder()
  const bomb = await writeZip(join(shelf, 'bomb.zip'), [['manifest.json', Buffer.alloc(50_000_000, 32)]])
  const outside = await writeZip(join(shelf, 'safe.zip'), [['aa/aa/outside.txt', Buffer.from('x')]])
  const bytes = readFileSync(outside).toString('latin1').replaceAll('aa/aa/', '../../')
  writeFileSync(outside, bytes, 'latin1')
  const other = await writeZip(join(shelf, 'other.zip'), [['manifest.json', Buffer.from('{"format":"x"}')]])
  const text = join(shelf, 'text.zip')
  writeFileSync(text, 'not a zip file at all')
  for (const path of [bomb, outside, other, text]) {
    const { answer, dataDir } = await importInto(path)
    expect(['NotAnExport', 'ExportDamaged']).toContain(expectError(answer).type)
    expect(readdirSync(dataDir)).toEqual([])
  }
  expect(expectError((await importInto(join(shelf, 'none.zip'))).answer).type).toBe('BackupUnreadable')
})

test('[EXPALL-13] what is written afterwards is in a chain of a new device', async () => {
  const lost = await accountToLose()
  const [first = ''] = lost.ids
  const path = join(lost.shelf, 'all.zip')
  await exportTo(lost.account, path)
  const { answer, dataDir } = await importInto(path)
  const engine = await startEngine(dataDir, testPorts({ random: fakeRandom(13) }))
  const account = expectOk(await engine.unlockAccount(expectOk(answer).accountId, { passphrase: testPassphrase }))
  const before = new Set(expectOk(account.clients.listActivity(first, {})).items.map(({ device }) => device))
  expectOk(await account.clients.edit(first, 'client.update', { industry: 'Later' }))
  const [newest] = expectOk(account.clients.listActivity(first, { field: 'industry' })).items
  expect(before.has(newest?.device ?? '')).toBe(false)
})

test('[EXPALL-14] an account that is here, and an export of a newer version, are refused', async () => {
  const lost = await accountToLose()
  const path = join(lost.shelf, 'all.zip')
  await exportTo(lost.account, path)
  const { dataDir } = await importInto(path)
  expect(expectError((await importInto(path, dataDir)).answer)).toEqual({
    type: 'AccountIsHere',
    accountId: lost.account.id,
  })
  const again = await openTestAccount(lost.made).catch(() => undefined)
  expect(again).toBeDefined()
  const entries = await entriesOf(path)
  entries.set('manifest.json', Buffer.from(String(entries.get('manifest.json')).replace('"version":1', '"version":2')))
  const newer = await writeZip(join(lost.shelf, 'newer.zip'), entries)
  expect(expectError((await importInto(newer)).answer)).toEqual({ type: 'NewerExport', version: 2 })
})
