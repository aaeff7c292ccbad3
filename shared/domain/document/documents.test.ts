import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { clientEntity, contactEntity } from '../entities/client.ts'
import { activityRowId, chainText, type ActivityRow } from './activity-row.ts'
import { documentKind, documentSpace, practiceDocumentKinds, tenantDocumentKinds } from './document-name.ts'
import { readCell, recordCells, writeCell } from './record-cells.ts'
import { applyRecordChanges, readRecord, requireEntity, type RecordChange } from './record-change.ts'
import { parseRecordKey, recordKey, recordKeys } from './record-key.ts'

const id = '00000000-0000-7000-8000-000000000001'
const numbered = () => {
  let row = 0
  return () => `d.${++row}`
}
const change = (fields: RecordChange['fields']): RecordChange => ({ document: 'profile', entity: 'client', id, fields })

describe('names of documents', () => {
  test('[DOC-1] a name is a kind, or a kind and a part', () => {
    expect(['profile', 'controls/7', `assessment/${id}`, 'note/a/b', 'billing'].map(documentKind)).toEqual([
      'profile',
      'controls',
      'assessment',
      'note',
      'billing',
    ])
  })

  test.each([
    '',
    '/',
    '/profile',
    'profile/',
    'unknown',
    'Profile',
    'unknown/1',
    'constructor',
    '__proto__',
    'profile ',
  ])('[DOC-1] %j is none', (name) => expect(documentKind(name)).toBeUndefined())

  test('[DOC-1] each kind lies in files of clients or in that of the practice', () => {
    expect(tenantDocumentKinds.map(documentSpace)).toEqual(tenantDocumentKinds.map(() => 'tenant'))
    expect(practiceDocumentKinds.map(documentSpace)).toEqual(practiceDocumentKinds.map(() => 'practice'))
  })
})

describe('keys', () => {
  test('[DOC-2] a key says entity, record and field, and nothing else reads as one', () => {
    const part = fc.stringMatching(/^[^/]{1,20}$/)
    fc.assert(
      fc.property(part, part, part, (entity, record, field) => {
        expect(parseRecordKey(recordKey(entity, record, field))).toEqual({ entity, id: record, field })
      }),
    )
    for (const key of ['', 'a', 'a/b', 'a/b/', '/b/c', 'a//c', 'a/b/c/d']) expect(parseRecordKey(key)).toBeUndefined()
  })

  test('[DOC-2] the keys of a record follow its fields, whatever record was asked for before', () => {
    for (const record of ['x', 'y', 'x']) {
      for (const entity of [clientEntity, contactEntity]) {
        expect(recordKeys(entity, record)).toEqual(
          Object.keys(entity.fields).map((field) => ({ field, key: recordKey(entity.name, record, field) })),
        )
      }
    }
  })
})

describe('cells', () => {
  test('[DOC-3] a value travels with the activity row that set it', () => {
    const cells = recordCells(new Y.Doc())
    writeCell(cells, 'client/1/name', { value: 'Harbor', setBy: 'd.1' })
    expect(readCell(cells, 'client/1/name')).toEqual({ value: 'Harbor', setBy: 'd.1' })
  })

  test.each([
    ['text alone', 'Harbor'],
    ['a list of one', ['Harbor']],
    ['a list of three', ['Harbor', 'd.1', 'more']],
    ['a row that is no text', ['Harbor', 1]],
    ['an object', { value: 'Harbor', setBy: 'd.1' }],
    ['a nested value', [['Harbor'], 'd.1']],
    ['no number', [Number.NaN, 'd.1']],
    ['an endless number', [Number.POSITIVE_INFINITY, 'd.1']],
    ['nothing', [undefined, 'd.1']],
  ])('[DOC-3] %s reads as absent', (_what, stored) => {
    const cells = recordCells(new Y.Doc()) as Y.Map<unknown>
    cells.set('client/1/name', stored)
    expect(readCell(cells as ReturnType<typeof recordCells>, 'client/1/name')).toBeUndefined()
  })
})

describe('changes', () => {
  test('[DOC-4] what is equal is skipped and makes no update; undefined leaves a field, null clears it', () => {
    const doc = new Y.Doc()
    const nextRow = numbered()
    let updates = 0
    doc.on('update', () => updates++)
    expect(applyRecordChanges(doc, [change({ name: 'Harbor', employees: 0, industry: null })], nextRow)).toMatchObject([
      { field: 'name', from: null, to: 'Harbor', base: null },
      { field: 'employees', from: null, to: 0, base: null },
    ])
    expect(applyRecordChanges(doc, [change({ name: 'Harbor', employees: undefined })], nextRow)).toEqual([])
    expect(updates).toBe(1)
    expect(applyRecordChanges(doc, [change({ employees: null })], nextRow)).toMatchObject([
      { from: 0, to: null, base: 'd.2' },
    ])
    expect(readRecord(doc, clientEntity, id)).toEqual({ id, name: 'Harbor', employees: null })
    expect(updates).toBe(2)
  })

  test('[DOC-4] a record of which nothing is set, or everything cleared, is not there', () => {
    const doc = new Y.Doc()
    expect(readRecord(doc, clientEntity, id)).toBeUndefined()
    applyRecordChanges(doc, [change({ name: 'Harbor' })], numbered())
    applyRecordChanges(doc, [change({ name: null })], numbered())
    expect(readRecord(doc, clientEntity, id)).toBeUndefined()
  })

  test('[DOC-4] fields of another version survive edits and are not shown', () => {
    const doc = new Y.Doc()
    writeCell(recordCells(doc), recordKey('client', id, 'fromTheFuture'), { value: 'kept', setBy: 'x.1' })
    applyRecordChanges(doc, [change({ name: 'Harbor' })], numbered())
    expect(readRecord(doc, clientEntity, id)).toEqual({ id, name: 'Harbor' })
    expect(readCell(recordCells(doc), recordKey('client', id, 'fromTheFuture'))?.value).toBe('kept')
  })

  test('[DOC-4] an entity that nobody registered is a bug', () => {
    expect(() => requireEntity('unknown')).toThrow('no entity is called unknown')
  })
})

test('[STORE-24] the text that a hash covers holds every field of the row, and differs when one does', () => {
  const row: ActivityRow = {
    device: 'd',
    deviceSeq: 1,
    edit: 1,
    at: '2026-03-02T09:00:00.000Z',
    member: 'm',
    mutation: 'client.update',
    document: 'profile',
    entity: 'client',
    record: id,
    field: 'name',
    from: null,
    to: 'a',
    base: null,
  }
  const texts = Object.keys(row).map((field) => chainText('', { ...row, [field]: 'changed' }))
  expect(new Set([...texts, chainText('', row), chainText('before', row)]).size).toBe(15)
  expect(chainText('', { ...row, from: '1' })).not.toBe(chainText('', { ...row, from: 1 }))
  expect(activityRowId('d', 7)).toBe('d.7')
})
