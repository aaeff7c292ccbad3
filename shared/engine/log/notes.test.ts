/** Notes as two devices of a team write them apart. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { noteText } from '#domain/document/note-text.ts'
import { noteDocument, type NoteRef } from '#domain/entities/note.ts'
import { expectOk } from '#testing/expect-result.ts'
import { expectSameEverywhere } from '#testing/merge-checks.ts'
import { paragraph } from '#testing/note-page.ts'
import { countRows, createTestTenant, makeEdit, memberId, projectedRows } from '#testing/test-tenant.ts'
import { commitOn, createCopies, exchangeAll, type Device } from '#testing/two-devices.ts'
import { verifyLog } from './verify-log.ts'
import { editThatWrites } from './writing-sessions.ts'

const actor = { memberId, role: 'owner' } as const

const writeOn = (device: Device, note: NoteRef, text: string): void => {
  const page = new Y.Doc()
  const known = device.log.documents.load(noteDocument(note)).doc
  Y.applyUpdate(page, Y.encodeStateAsUpdate(known))
  noteText(page).insert(noteText(page).length, [paragraph(text)])
  const update = Y.encodeStateAsUpdate(page, Y.encodeStateVector(known))
  expectOk(commitOn(device, editThatWrites(device.log, { note, update }, actor)))
}

test.each(['practice', 'client'] as const)(
  '[NOTE-11] two devices write in one note apart (%s): both texts are everywhere, and the list is the same',
  async (audience) => {
    let note: NoteRef = { id: '', audience }
    const devices = await createCopies(2, (log) => {
      note = { id: makeEdit(log, 'note.create', { audience }).changes[0]?.id ?? '', audience }
    })
    const [left, right] = devices as [Device, Device]
    writeOn(left, note, 'left')
    writeOn(right, note, 'right')
    exchangeAll(devices)
    expectSameEverywhere(devices)
    const [excerpt] = Object.values(projectedRows(left.log))
      .flat()
      .filter(isRowOf(note.id))
      .map((row) => row.at(-1))
    expect(['left right', 'right left']).toContain(excerpt)
  },
)

const isRowOf =
  (id: string) =>
  (row: unknown): row is readonly unknown[] =>
    Array.isArray(row) && row[0] === id

test('[NOTE-4] the doctor finds a beginning that is not that of the text', async () => {
  const device = await createTestTenant()
  const id = makeEdit(device.log, 'note.create', { audience: 'client' }).changes[0]?.id ?? ''
  writeOn(device, { id, audience: 'client' }, 'true')
  expect(verifyLog(device.log)).toEqual([])
  device.log.database.prepare("UPDATE note SET excerpt = 'false'").run()
  expect(verifyLog(device.log)).toMatchObject([{ check: 'projection', detail: `note ${id} differs from its rebuild` }])
})

test('[NOTE-8] each change of a text is in the log and in the outbox', async () => {
  const device = await createTestTenant()
  const id = makeEdit(device.log, 'note.create', { audience: 'client' }).changes[0]?.id ?? ''
  const before = { updates: countRows(device.log, 'doc_update'), outbox: countRows(device.log, 'outbox') }
  for (const text of ['one', 'two', 'three']) writeOn(device, { id, audience: 'client' }, text)
  expect(countRows(device.log, 'doc_update')).toBe(before.updates + 3)
  expect(countRows(device.log, 'outbox')).toBe(before.outbox + 3)
})
