import { describe, expect, test } from 'vitest'
import type { EngineEvent } from '#api/events.ts'
import type { NoteAudience, NoteRef } from '#domain/entities/note.ts'
import {
  addClient,
  createTestEngine,
  jobEnd,
  startEngine,
  testPassphrase,
  testPorts,
} from '#testing/create-test-engine.ts'
import { expectError, expectOk } from '#testing/expect-result.ts'
import { day } from '#testing/fake-clock.ts'
import { openNotePage, paragraph } from '#testing/note-page.ts'
import { asAfterCrash } from '#testing/temporary-folder.ts'

const minute = 60_000

const startWithNote = async (audience: NoteAudience = 'practice') => {
  const made = await createTestEngine()
  const { account } = made
  const { id: clientId } = await addClient(account, 'Harbor Foods')
  const note = expectOk(await account.notes.create(clientId, { audience, title: 'Call' }))
  const open = (page = 'page') => openNotePage(account, { clientId, note, page })
  const list = () => expectOk(account.notes.list(clientId))
  const textRows = () =>
    expectOk(account.clients.listActivity(clientId, { record: note.id, field: 'text' })).items.toReversed()
  return { ...made, clientId, note, open, list, textRows }
}

const entityOf = ({ audience }: NoteRef) => (audience === 'client' ? ('note' as const) : ('internalNote' as const))

describe('the list', () => {
  test('[NOTE-2] title, audience, beginning of the text, and who edited it last; the one edited last first', async () => {
    const { account, clock, clientId, note, open, list } = await startWithNote()
    clock.advance(minute)
    const shared = expectOk(await account.notes.create(clientId, { audience: 'client' }))
    clock.advance(minute)
    expectOk(await (await open()).write('Agreed on Monday'))
    const { id: me } = account.actingMember()
    expect(list()).toEqual([
      {
        ...note,
        title: 'Call',
        excerpt: 'Agreed on Monday',
        createdAt: '2026-03-02T09:00:00.000Z',
        editedAt: '2026-03-02T09:02:00.000Z',
        editedBy: me,
      },
      {
        ...shared,
        title: null,
        excerpt: null,
        createdAt: '2026-03-02T09:01:00.000Z',
        editedAt: '2026-03-02T09:01:00.000Z',
        editedBy: null,
      },
    ])
  })

  test('[NOTE-3] a note that is renamed, deleted and restored is as it was', async () => {
    const { account, clientId, note, open, list } = await startWithNote('client')
    expectOk(await (await open()).write('Kept'))
    expectOk(await account.clients.edit(clientId, 'note.rename', { ...note, title: 'Call on Monday' }))
    const before = list()
    expect(before).toMatchObject([{ title: 'Call on Monday', excerpt: 'Kept' }])
    expectOk(await account.clients.edit(clientId, 'record.delete', { entity: entityOf(note), id: note.id }))
    expect(list()).toEqual([])
    expect(expectOk(account.clients.listTrash(clientId))).toMatchObject([{ entity: 'note', name: 'Call on Monday' }])
    expectOk(await account.clients.edit(clientId, 'record.restore', { entity: entityOf(note), id: note.id }))
    expect(list()).toEqual(before)
  })

  test('[NOTE-3] what lay in the trash for over 30 days is gone with its text', async () => {
    const { account, clock, clientId, note, open } = await startWithNote()
    expectOk(await (await open()).write('Secret'))
    const deleted = { entity: entityOf(note), id: note.id }
    expectOk(await account.clients.edit(clientId, 'record.delete', deleted))
    clock.advance(31 * day)
    expect(await jobEnd(account, account.startDoctor().jobId)).toMatchObject({ result: { clean: true } })
    expect(expectError(await account.clients.edit(clientId, 'record.restore', deleted)).type).toBe('RecordNotFound')
    expect(expectError(account.notes.open(clientId, { note, page: 'x' })).type).toBe('RecordNotFound')
  })

  test('[NOTE-3] undo never takes a note away', async () => {
    const { account, list } = await startWithNote()
    await account.undo()
    expect(list()).toHaveLength(1)
  })
})

describe('writing', () => {
  test('[NOTE-5] what one writes in one go is one row of the activity', async () => {
    const { clock, open, textRows } = await startWithNote()
    const page = await open()
    for (const text of ['One', 'two', 'three']) {
      clock.advance(9 * minute)
      expectOk(await page.write(text))
    }
    expect(textRows()).toMatchObject([{ mutation: 'note.write', from: null, to: 'One' }])
    clock.advance(10 * minute)
    expectOk(await page.write('later'))
    expect(textRows()).toMatchObject([{ to: 'One' }, { from: 'One two three', to: 'One two three later' }])
  })

  test('[NOTE-5] the time of the text is right within a minute, and takes no row of its own', async () => {
    const { account, clock, clientId, open, list } = await startWithNote()
    const page = await open()
    expectOk(await page.write('One'))
    const rows = () => expectOk(account.clients.listActivity(clientId, {})).items.length
    const before = rows()
    clock.advance(59_000)
    expectOk(await page.write('two'))
    expect(list()[0]?.editedAt).toBe('2026-03-02T09:00:00.000Z')
    clock.advance(2000)
    expectOk(await page.write('three'))
    expect(list()[0]).toMatchObject({ editedAt: '2026-03-02T09:01:01.000Z', excerpt: 'One two three' })
    expect(rows()).toBe(before)
  })

  test('[NOTE-6] two pages write in one note, and both have everything', async () => {
    const { open, list } = await startWithNote()
    const [left, right] = [await open('left'), await open('right')]
    expectOk(await left.write('from the left'))
    await right.hear()
    expectOk(await right.write('from the right'))
    await left.hear()
    expect(left.text()).toBe('from the left\nfrom the right')
    expect(right.text()).toBe(left.text())
    expect(list()[0]?.excerpt).toBe('from the left from the right')
  })

  test('[NOTE-6] whoever opens again gets what is missing, and learns what the engine lacks', async () => {
    const { account, clientId, note, open } = await startWithNote()
    const page = await open()
    expectOk(await page.write('known'))
    const unsent = page.change((text) => text.insert(text.length, [paragraph('unsent')]))
    expect(unsent.length).toBeGreaterThan(0)
    const again = await openNotePage(account, { clientId, note, page: 'again' })
    expect(again.text()).toBe('known')
  })

  test('[NOTE-8] what was acknowledged outlives a kill', async () => {
    const { account, dataDir, clientId, note, open } = await startWithNote()
    const page = await open()
    for (let index = 0; index < 20; index++) expectOk(await page.write(`line ${index}`))
    const engine = await startEngine(asAfterCrash(dataDir), testPorts())
    const after = expectOk(await engine.unlockAccount(account.id, { passphrase: testPassphrase }))
    expect((await openNotePage(after, { clientId, note })).text()).toBe(page.text())
    expect(await jobEnd(after, after.startDoctor().jobId)).toMatchObject({ result: { clean: true, problems: [] } })
  })

  test('[NOTE-8] a long note is folded and opens as it was', async () => {
    const { restart, clientId, note, open } = await startWithNote()
    const page = await open()
    for (let index = 0; index < 600; index++) expectOk(await page.write(`line ${index}`))
    const { account: after } = await restart()
    expect((await openNotePage(after, { clientId, note })).text()).toBe(page.text())
    expect(await jobEnd(after, after.startDoctor().jobId)).toMatchObject({ result: { clean: true } })
  })
})

describe('refusals', () => {
  test('[NOTE-7] refused bytes change nothing, and the next change is taken', async () => {
    const { account, open, list } = await startWithNote()
    const page = await open()
    expectOk(await page.write('Before'))
    expect(expectError(await page.send(new Uint8Array([1, 2, 3]))).type).toBe('NoteUpdateUnreadable')
    const forged = page.change(() => page.doc.getMap('records').set('note/x/title', ['Forged', 'x.1']))
    expect(expectError(await page.send(forged)).type).toBe('NoteUpdateNotText')
    const other = await open('other')
    expectOk(await other.write('after'))
    expect(list()[0]?.excerpt).toBe('Before after')
    expect(await jobEnd(account, account.startDoctor().jobId)).toMatchObject({ result: { clean: true } })
  })

  test('[NOTE-7] good changes that wait beside a bad one are taken', async () => {
    const { open, list } = await startWithNote()
    const page = await open()
    const good = page.change((text) => text.insert(0, [paragraph('Good')]))
    const outcomes = await Promise.all([page.send(good), page.send(new Uint8Array([7]))])
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, false])
    expect(list()[0]?.excerpt).toBe('Good')
  })

  test('[NOTE-9] more than 1 MiB at once is refused, and 8 MiB in all; deleting is always possible', async () => {
    const { open, list } = await startWithNote()
    const page = await open()
    const large = page.change((text) => text.insert(0, [paragraph('x'.repeat(1024 * 1024))]))
    expect(expectError(await page.send(large)).type).toBe('NoteUpdateTooLarge')
    const writer = await open('writer')
    for (let index = 0; index < 8; index++) expectOk(await writer.write(String(index).repeat(1_040_000)))
    const more = writer.change((text) => text.insert(0, [paragraph('y'.repeat(100_000))]))
    expect(expectError(await writer.send(more)).type).toBe('NoteFull')
    const fresh = await open('fresh')
    expectOk(await fresh.send(fresh.change((text) => text.delete(1, 7))))
    expectOk(await fresh.write('room again'))
    expect(list()[0]?.excerpt?.startsWith('0000')).toBe(true)
  })

  test('[NOTE-7] a viewer reads and cannot write; an archived client takes nothing', async () => {
    const { account, clientId, note, open } = await startWithNote()
    const page = await open()
    expectOk(await account.clients.edit(clientId, 'client.archive', {}))
    expect(expectError(await page.write('late')).type).toBe('ClientArchived')
    expectOk(await account.clients.edit(clientId, 'client.restore', {}))
    const me = account.actingMember().id
    expectOk(await account.editPractice('member.add', { name: 'Eve', email: 'eve@x.example', role: 'owner' }))
    expectOk(await account.editPractice('member.update', { id: me, role: 'viewer' }))
    expect(expectError(await page.write('not mine')).type).toBe('NotPermitted')
    expect(expectError(await account.notes.create(clientId, { audience: 'practice' })).type).toBe('NotPermitted')
    expect(expectOk(account.notes.list(clientId))).toHaveLength(1)
    expect((await openNotePage(account, { clientId, note })).text()).toBe('')
  })
})

test('[NOTE-10] more text tells the lists of notes, soon and not at every key; nothing else is asked again', async () => {
  const { engine, open } = await startWithNote()
  const page = await open()
  expectOk(await page.write('begin'))
  await new Promise((resolve) => setTimeout(resolve, 600))
  const events: EngineEvent['type'][] = []
  engine.onEvent(({ type }) => events.push(type))
  for (let index = 0; index < 10; index++) expectOk(await page.write(`line ${index}`))
  await new Promise((resolve) => setTimeout(resolve, 600))
  expect(events).toEqual(['noteChanged'])
})
