import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { internalNoteEntity, noteEntity } from '../entities/note.ts'
import { projectRecord, recordsOf } from '../projection/project-record.ts'
import { noteExcerpt, noteText, textKeyOf } from './note-text.ts'
import { applyRecordChanges, type RecordChange } from './record-change.ts'
import { RefusedText } from './text-change.ts'

const id = '00000000-0000-7000-8000-000000000001'

const paragraph = (text: string, attributes: Record<string, unknown> = {}): Y.XmlElement => {
  const element = new Y.XmlElement('paragraph')
  const letters = new Y.XmlText()
  letters.insert(0, text, attributes)
  element.insert(0, [letters])
  return element
}

const documentWith = (...texts: readonly string[]): Y.Doc => {
  const doc = new Y.Doc()
  noteText(doc).insert(
    0,
    texts.map((text) => paragraph(text)),
  )
  return doc
}

describe('excerpts', () => {
  test('[NOTE-4] the beginning of the text in one line, whatever marks and blocks it is made of', () => {
    const doc = documentWith('First  line', 'second')
    const list = new Y.XmlElement('bulletList')
    list.insert(0, [paragraph('bold', { bold: {} }), new Y.XmlElement('horizontalRule')])
    noteText(doc).insert(2, [list])
    expect(noteExcerpt(doc)).toBe('First line second bold')
  })

  test('[NOTE-4] no longer than 160 characters, and no character is cut in half', () => {
    const excerpt = noteExcerpt(documentWith('🏝'.repeat(500)))
    expect([...(excerpt ?? '')]).toHaveLength(160)
    expect(excerpt).toBe(`${'🏝'.repeat(159)}…`)
  })

  test('[NOTE-4] no text has no excerpt', () => {
    expect(noteExcerpt(new Y.Doc())).toBeNull()
    expect(noteExcerpt(documentWith('', ' '))).toBeNull()
  })

  test('[NOTE-4] is a column of the projection', () => {
    const doc = documentWith('Agreed on Monday')
    applyRecordChanges(doc, [{ document: `note/${id}`, entity: 'note', id, fields: { title: 'Call' } }], () => 'd.1')
    expect(projectRecord(doc, noteEntity, id)?.at(-1)).toBe('Agreed on Monday')
  })
})

test('[NOTE-1] only the documents of notes have a text, which counts as a field of the note', () => {
  expect(['profile', 'internal', 'tasks/1', `note/${id}`, `internal/${id}`].map(textKeyOf)).toEqual([
    undefined,
    undefined,
    undefined,
    `note/${id}/text`,
    `internalNote/${id}/text`,
  ])
})

test('[NOTE-1] a record of one audience does not show in a document of the other', () => {
  const doc = new Y.Doc()
  applyRecordChanges(
    doc,
    [{ document: `note/${id}`, entity: 'internalNote', id, fields: { title: 'Call' } }],
    () => 'd.1',
  )
  expect(recordsOf(`note/${id}`, doc)).toEqual([])
  expect(recordsOf(`internal/${id}`, doc)).toEqual([{ entity: internalNoteEntity.name, id }])
})

describe('changes of a text', () => {
  const written = (update: Uint8Array): RecordChange => ({
    document: `note/${id}`,
    entity: 'note',
    id,
    fields: {},
    text: { update, stamp: { editedAt: '2026-03-02T09:00:00.000Z' }, row: undefined },
  })
  const apply = (doc: Y.Doc, change: RecordChange) => applyRecordChanges(doc, [change], () => 'd.1')
  const refusalOf = (doc: Y.Doc, update: Uint8Array): unknown => {
    try {
      apply(doc, written(update))
      return undefined
    } catch (error) {
      return error instanceof RefusedText ? error.refusal.type : error
    }
  }

  test('[NOTE-5] a session begins with the excerpts before and after', () => {
    const doc = documentWith('Before')
    const page = new Y.Doc()
    Y.applyUpdate(page, Y.encodeStateAsUpdate(doc))
    noteText(page).insert(0, [paragraph('New')])
    expect(apply(doc, written(Y.encodeStateAsUpdate(page)))).toMatchObject([
      { field: 'text', from: 'Before', to: 'New Before', base: null },
    ])
  })

  test('[NOTE-7] bytes that are no update are refused', () => {
    expect(refusalOf(documentWith('x'), new Uint8Array([9, 9, 9, 200, 1]))).toBe('NoteUpdateUnreadable')
    expect(refusalOf(documentWith('x'), new Uint8Array())).toBe('NoteUpdateUnreadable')
  })

  test('[NOTE-7] what touches a record, or any other root, is refused', () => {
    const forged = new Y.Doc()
    forged.getMap('records').set(`note/${id}/title`, ['Forged', 'x.1'])
    expect(refusalOf(documentWith('x'), Y.encodeStateAsUpdate(forged))).toBe('NoteUpdateNotText')
    const beside = new Y.Doc()
    beside.getText('elsewhere').insert(0, 'hidden')
    expect(refusalOf(documentWith('x'), Y.encodeStateAsUpdate(beside))).toBe('NoteUpdateNotText')
  })

  test('[NOTE-7] what deletes a record is refused', () => {
    const doc = documentWith('x')
    applyRecordChanges(doc, [{ document: `note/${id}`, entity: 'note', id, fields: { title: 'Call' } }], () => 'd.1')
    const page = new Y.Doc()
    Y.applyUpdate(page, Y.encodeStateAsUpdate(doc))
    page.getMap('records').delete(`note/${id}/title`)
    expect(refusalOf(doc, Y.encodeStateAsUpdate(page, Y.encodeStateVector(doc)))).toBe('NoteUpdateNotText')
  })

  test('[NOTE-7] what rests on changes that have not arrived is refused', () => {
    const page = documentWith('first')
    const known = Y.encodeStateVector(page)
    noteText(page).insert(1, [paragraph('second')])
    expect(refusalOf(new Y.Doc(), Y.encodeStateAsUpdate(page, known))).toBe('NoteOutOfStep')
  })
})
