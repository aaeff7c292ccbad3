import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { TakenOver } from '#api/leaving-clients.ts'
import { addClient, createTestEngine, jobEnd, type TestEngine } from '#testing/create-test-engine.ts'
import { expectError, expectOk } from '#testing/expect-result.ts'
import { fakeRandom } from '#testing/fake-random.ts'
import { makeAccount, openTestAccount } from '#testing/open-test-account.ts'
import { quickFolder } from '#testing/temporary-folder.ts'
import { evidenceKeyName, tenantKeyName } from '../data-dir/data-dir-paths.ts'
import type { OpenAccount } from './open-account.ts'

const passphrase = 'a box for another practice'

const otherPractice = (): Promise<TestEngine> => createTestEngine({ ports: { random: fakeRandom(7) } })

const handOver = async ({ account }: Pick<TestEngine, 'account'>, clientId: string, path: string) =>
  jobEnd(account, expectOk(account.clients.startHandOver(clientId, { path, passphrase })).jobId)

const takeOver = async ({ account }: Pick<TestEngine, 'account'>, path: string, secret = passphrase) =>
  jobEnd(account, expectOk(account.clients.startTakeOver({ path, passphrase: secret })).jobId)

const doctorOf = async ({ account }: Pick<TestEngine, 'account'>) =>
  (await jobEnd(account, account.startDoctor().jobId)).result

/** A client with a history, handed over once. */
const handedOver = async () => {
  const from = await createTestEngine()
  const { id } = await addClient(from.account, 'Bio-Techne')
  const owner = from.account.actingMember().id
  expectOk(await from.account.clients.edit(id, 'client.assignOwner', { ownerId: owner }))
  expectOk(await from.account.clients.edit(id, 'contact.add', { name: 'Ada Lovelace' }))
  expectOk(await from.account.clients.edit(id, 'client.tag', { label: 'Retainer' }))
  const path = join(quickFolder(), 'bio.securatlas')
  const job = await handOver(from, id, path)
  expect(job).toMatchObject({ state: 'done', result: { path, files: 0 } })
  return { from, id, path }
}

describe('handing over and taking over', () => {
  test('[HAND-1] brings the client with its id, people, tags and history into the other practice', async () => {
    const { from, id, path } = await handedOver()
    const before = expectOk(from.account.clients.listActivity(id, {})).items
    const to = await otherPractice()
    expect(await takeOver(to, path)).toMatchObject({
      state: 'done',
      result: { clientId: id, name: 'Bio-Techne', from: 'Harbor Security' } satisfies TakenOver,
    })
    expect(expectOk(to.account.clients.get(id))).toMatchObject({
      name: 'Bio-Techne',
      tags: ['Retainer'],
      fileState: 'ok',
    })
    expect(expectOk(to.account.clients.listContacts(id)).map(({ name }) => name)).toEqual(['Ada Lovelace'])
    const after = expectOk(to.account.clients.listActivity(id, {})).items
    const known = new Set(after.map(({ device, deviceSeq }) => `${device}.${deviceSeq}`))
    const copied = before.filter(({ mutation }) => mutation !== 'client.handOver')
    expect(copied.filter(({ device, deviceSeq }) => !known.has(`${device}.${deviceSeq}`))).toEqual([])
    expect(await doctorOf(to)).toMatchObject({ clean: true })
    expect(await doctorOf(from)).toMatchObject({ clean: true })
    const again = await to.restart()
    expect(await doctorOf(again)).toMatchObject({ clean: true })
  })

  test('[HAND-2] clears the owner as an edit of the new practice, made on a device of its own, that says from whom it came', async () => {
    const { id, path } = await handedOver()
    const to = await otherPractice()
    await takeOver(to, path)
    const member = to.account.actingMember().id
    const rows = expectOk(to.account.clients.listActivity(id, {})).items
    const taken = rows.filter(({ mutation }) => mutation === 'client.takeOver')
    expect(taken.map(({ field, to: value }) => [field, value])).toEqual(
      expect.arrayContaining([
        ['takenOverFrom', 'Harbor Security'],
        ['ownerId', null],
      ]),
    )
    expect(new Set(taken.map((row) => row.member))).toEqual(new Set([member]))
    const others = new Set(rows.filter((row) => row.member !== member).map(({ device }) => device))
    expect(taken.some(({ device }) => others.has(device))).toBe(false)
    expect(expectOk(to.account.clients.get(id)).ownerId).toBe(null)
  })

  test('[HAND-3] the client stays with whoever handed it over, with a row that records it', async () => {
    const { from, id } = await handedOver()
    const rows = expectOk(from.account.clients.listActivity(id, {})).items
    expect(rows.filter(({ mutation }) => mutation === 'client.handOver').map(({ field }) => field)).toEqual([
      'handedOverAt',
    ])
    expectOk(await from.account.clients.edit(id, 'client.update', { industry: 'Life sciences' }))
  })

  test('[HAND-4] taking it over twice is refused, by name', async () => {
    const { from, id, path } = await handedOver()
    expect((await takeOver(from, path)).error).toEqual({ type: 'ClientAlreadyHere', name: 'Bio-Techne', clientId: id })
    expect(await doctorOf(from)).toMatchObject({ clean: true })
  })

  test('[HAND-5] another passphrase, a file cut short, one changed byte and a foreign file are refused and leave nothing', async () => {
    const { path } = await handedOver()
    const to = await otherPractice()
    expect((await takeOver(to, path, 'not that one')).error).toEqual({ type: 'WrongEnvelopePassphrase' })
    const damaged = join(quickFolder(), 'damaged')
    const whole = readFileSync(path)
    for (const cut of [whole.length - 1, whole.length - 20_000, 700]) {
      writeFileSync(damaged, whole.subarray(0, cut))
      expect((await takeOver(to, damaged)).error?.type).toBe('HandOverDamaged')
    }
    for (const place of [600, whole.length - 5000, whole.length - 1]) {
      const bytes = Buffer.from(whole)
      bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place)
      writeFileSync(damaged, bytes)
      expect((await takeOver(to, damaged)).error?.type).toBe('HandOverDamaged')
    }
    appendFileSync(damaged, 'more')
    expect((await takeOver(to, damaged)).error?.type).toBe('HandOverDamaged')
    writeFileSync(damaged, 'name,industry\nA,B\n')
    expect((await takeOver(to, damaged)).error).toEqual({ type: 'NotAHandOver' })
    const header = whole.subarray(0, whole.indexOf(10)).toString()
    writeFileSync(damaged, `${header.replace('"version":1', '"version":2')}\n`)
    expect((await takeOver(to, damaged)).error).toEqual({ type: 'NewerHandOver', version: 2 })
    truncateSync(damaged, 0)
    expect((await takeOver(to, damaged)).error).toEqual({ type: 'NotAHandOver' })
    expect((await takeOver(to, join(quickFolder(), 'nothing'))).error).toMatchObject({ code: 'ENOENT' })
    expect(to.account.clients.list({}).total).toBe(0)
    expect(existsSync(to.paths.tenants) ? readdirSync(to.paths.tenants) : []).toEqual([])
    expect(await doctorOf(to)).toMatchObject({ clean: true })
  })

  test('[HAND-6] nothing of the client can be read in the file, and only its owner may read it', async () => {
    const { id, path } = await handedOver()
    const text = readFileSync(path).toString('latin1')
    for (const word of ['Bio-Techne', 'Ada', 'Harbor', id]) expect(text.includes(word), word).toBe(false)
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  test('[HAND-7] a file that is there is replaced only when that was asked for, and only by a whole one', async () => {
    const { from, id, path } = await handedOver()
    const hash = () => createHash('sha256').update(readFileSync(path)).digest('hex')
    const before = hash()
    expect(expectError(from.account.clients.startHandOver(id, { path, passphrase }))).toEqual({
      type: 'HandOverExists',
      path,
    })
    const job = expectOk(from.account.clients.startHandOver(id, { path, passphrase, replace: true }))
    from.account.jobs.cancel(job.jobId)
    expect((await jobEnd(from.account, job.jobId)).state).toBe('cancelled')
    expect(hash()).toBe(before)
    expect(readdirSync(join(path, '..'))).toEqual(['bio.securatlas'])
    const replacing = expectOk(from.account.clients.startHandOver(id, { path, passphrase, replace: true }))
    expect((await jobEnd(from.account, replacing.jobId)).state).toBe('done')
    expect(hash()).not.toBe(before)
    expect(readdirSync(join(path, '..'))).toEqual(['bio.securatlas'])
  })

  test('[HAND-8] a short passphrase, a folder that is not there and a name without a folder are refused at once', async () => {
    const { account } = await createTestEngine()
    const { id } = await addClient(account, 'Harbor')
    const start = (path: string, secret = passphrase) =>
      expectError(account.clients.startHandOver(id, { path, passphrase: secret })).type
    expect(start('/tmp/x', 'short')).toBe('PassphraseTooShort')
    expect(start(join(quickFolder(), 'not', 'there'))).toBe('HandOverUnwritable')
    expect(start('relative')).toBe('HandOverUnwritable')
    expect(start(quickFolder())).toBe('HandOverUnwritable')
  })
})

const store = async ({ evidence }: OpenAccount, clientId: string, size: number): Promise<string> => {
  const path = join(quickFolder(), 'evidence.bin')
  writeFileSync(path, Buffer.alloc(size, 'an access review, signed '))
  return expectOk(await evidence.add(clientId, path)).sha256
}

test('[HAND-9] evidence travels with the client, under keys that the other practice makes anew', async () => {
  const from = await openTestAccount(await makeAccount(1))
  const [clientId = ''] = from.parts.tenants.listTenants().map(({ id }) => id)
  const sha256 = await store(from, clientId, 3_000_000)
  const path = join(quickFolder(), 'with-evidence')
  expect(await handOver(from, clientId, path)).toMatchObject({ state: 'done', result: { files: 1 } })
  const to = await openTestAccount(await makeAccount(0))
  expect((await takeOver(to, path)).state).toBe('done')
  const copy = join(quickFolder(), 'copy')
  expectOk(await to.evidence.copyOut(clientId, sha256, copy))
  expect(createHash('sha256').update(readFileSync(copy)).digest('hex')).toBe(sha256)
  for (const name of [tenantKeyName(clientId), evidenceKeyName(clientId)]) {
    expect(to.keyring.keysOf(name)[0]?.equals(from.keyring.keysOf(name)[0] ?? Buffer.alloc(32))).toBe(false)
  }
  expect(await doctorOf(to)).toMatchObject({ clean: true })
  expect(await doctorOf(from)).toMatchObject({ clean: true })
  expect(readdirSync(from.parts.paths.folder)).not.toContain(clientId)
})

describe('deleting for good', () => {
  test('[HAND-20] wants the name, destroys key and files, and leaves a tombstone without one', async () => {
    const opened = await openTestAccount(await makeAccount(2))
    const [clientId = '', other = ''] = opened.parts.tenants.listTenants().map(({ id }) => id)
    const { clients } = opened.account
    await store(opened, clientId, 20_000)
    const { name } = expectOk(clients.get(clientId))
    expect(expectError(await clients.remove(clientId, 'another name'))).toEqual({ type: 'NameNotConfirmed', name })
    expect(expectOk(clients.get(clientId)).name).toBe(name)
    expectOk(await clients.remove(clientId, ` ${name} `))
    expect(expectError(clients.get(clientId)).type).toBe('ClientNotFound')
    expect(readdirSync(opened.parts.paths.tenants).filter((file) => file.startsWith(clientId))).toEqual([])
    for (const file of [tenantKeyName(clientId), evidenceKeyName(clientId)]) {
      expect([opened.keyring.keysOf(file), opened.keyring.isDestroyed(file)]).toEqual([[], true])
    }
    const wrapped = ['keyring', 'keyring-copy'].map((file) =>
      readFileSync(join(opened.parts.paths.folder, file), 'utf8'),
    )
    for (const text of wrapped)
      expect(text.split('\n').filter((line) => line.includes(clientId) && line.includes('wrapped'))).toEqual([])
    expect(opened.parts.tenants.isDeleted(clientId)).toBe(true)
    expect(JSON.stringify(opened.parts.portfolio.database.prepare('SELECT * FROM activity').all())).not.toContain(name)
    expect(expectOk(clients.get(other)).fileState).toBe('ok')
    expect(await doctorOf(opened)).toMatchObject({ clean: true })
  })

  test('[HAND-21] takes the edits of the client out of what can be undone', async () => {
    const { account } = await createTestEngine()
    const { id } = await addClient(account, 'Harbor')
    const { id: other } = await addClient(account, 'Acme')
    expectOk(await account.clients.edit(other, 'client.update', { industry: 'Food' }))
    expectOk(await account.clients.edit(id, 'client.update', { industry: 'Ports' }))
    expectOk(await account.clients.remove(id, 'Harbor'))
    expect(expectOk(await account.undo()).spaceId).toBe(other)
    expect(expectError(await account.undo()).type).toBe('NothingToUndo')
  })

  test('[HAND-22] a deletion that was decided ends at the next start, whatever was left of it', async () => {
    const { account, restart, paths } = await createTestEngine()
    const { id } = await addClient(account, 'Harbor')
    expectOk(await account.editPractice('client.delete', { id }))
    expect(readdirSync(paths.tenants)).toContain(`${id}.sqlite`)
    const again = await restart()
    expect(again.account.clients.list({ archived: 'any' }).total).toBe(0)
    expect(readdirSync(paths.tenants)).toEqual([])
    expect(await doctorOf(again)).toMatchObject({ clean: true })
  })

  test('[HAND-23] a client that was deleted here can be taken over again, and stays', async () => {
    const { from, id, path } = await handedOver()
    expectOk(await from.account.clients.remove(id, 'Bio-Techne'))
    expect((await takeOver(from, path)).state).toBe('done')
    const again = await from.restart()
    expect(expectOk(again.account.clients.get(id)).name).toBe('Bio-Techne')
    expect(await doctorOf(again)).toMatchObject({ clean: true })
  })
})

test('[HAND-30] a clone has the structure of its model and nothing else of it', async () => {
  const { account } = await createTestEngine()
  const model = { industry: 'Health Care', currency: 'EUR', timezone: 'Europe/Berlin' }
  const identity = { website: 'x.example', employees: 90, summary: 'Secret', externalId: 'K-1', location: 'Bonn' }
  const { id } = expectOk(
    await account.clients.add({ name: 'Model', status: 'client', ...model, ...identity, tags: ['Retainer', 'Gone'] }),
  )
  expectOk(await account.clients.edit(id, 'contact.add', { name: 'Ada' }))
  expectOk(await account.clients.edit(id, 'client.untag', { label: 'Gone' }))
  const copy = expectOk(await account.clients.clone(id, { name: 'Copy', status: 'prospect' }))
  expect(copy).toMatchObject({ name: 'Copy', status: 'prospect', industry: 'Health Care', tags: ['Retainer'] })
  const profile = expectOk(account.clients.getProfile(copy.id))
  expect(Object.fromEntries(Object.entries(profile).filter(([, value]) => value !== null))).toEqual({
    id: copy.id,
    name: 'Copy',
    status: 'prospect',
    createdAt: profile.createdAt,
    ...model,
  })
  expect(expectOk(account.clients.listContacts(copy.id))).toEqual([])
  expect(JSON.stringify(expectOk(account.clients.listActivity(copy.id, {})))).not.toContain('Secret')
  expect(
    expectOk(await account.clients.edit(copy.id, 'client.tag', { label: 'retainer' })).changes.map(
      ({ field }) => field,
    ),
  ).toEqual(['label'])
  expect(await doctorOf({ account })).toMatchObject({ clean: true })
})

test('[HAND-10] a consultant neither hands over nor deletes', async () => {
  const { account } = await createTestEngine()
  const { id } = await addClient(account, 'Harbor')
  const member = account.actingMember().id
  expectOk(await account.editPractice('member.add', { name: 'Eve', email: 'eve@x.example', role: 'owner' }))
  expectOk(await account.editPractice('member.update', { id: member, role: 'consultant' }))
  const path = join(quickFolder(), 'out')
  expect(expectError(account.clients.startHandOver(id, { path, passphrase })).type).toBe('NotPermitted')
  expect(expectError(account.clients.startTakeOver({ path, passphrase })).type).toBe('NotPermitted')
  expect(expectError(await account.clients.remove(id, 'Harbor')).type).toBe('NotPermitted')
  expect(account.clients.list({}).total).toBe(1)
})
