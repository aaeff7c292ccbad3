import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { readCell, recordCells, writeCell } from '../document/record-cells.ts'
import { recordKey } from '../document/record-key.ts'
import { clientEntity } from '../entities/client.ts'
import type { FieldValue } from '../entities/field.ts'
import { standardThresholds } from '../scoring/band-thresholds.ts'
import { clientRow, withFileState, withThresholds } from './client-row.ts'
import { projectedColumns, projectRecord, recordsOf, touchedRecords } from './project-record.ts'

const id = '00000000-0000-7000-8000-000000000001'
const documentWith = (fields: Readonly<Record<string, FieldValue>>): Y.Doc => {
  const doc = new Y.Doc()
  for (const [field, value] of Object.entries(fields)) {
    writeCell(recordCells(doc), recordKey('client', id, field), { value, setBy: 'd.1' })
  }
  return doc
}
const projected = (doc: Y.Doc) => {
  const row = projectRecord(doc, clientEntity, id)
  return row && Object.fromEntries(projectedColumns(clientEntity).map((column, index) => [column, row[index]]))
}

describe('a row', () => {
  test('[DOC-5] has the id and then the fields of the entity, in their order', () => {
    expect(projectedColumns(clientEntity).slice(0, 5)).toEqual(['id', 'name', 'status', 'external_id', 'industry'])
    expect(projected(documentWith({ name: 'Harbor', annualRevenue: 5 }))).toMatchObject({
      id,
      name: 'Harbor',
      annual_revenue: 5,
      industry: null,
    })
  })

  test('[DOC-12] shows what its schema refuses as empty, and leaves it in the document', () => {
    const doc = documentWith({
      name: 'Harbor',
      employees: 'many',
      status: 'enemy',
      country: 'two\nlines',
      industry: '',
    })
    expect(projected(doc)).toMatchObject({
      name: 'Harbor',
      employees: null,
      status: null,
      country: null,
      industry: null,
    })
    expect(readCell(recordCells(doc), recordKey('client', id, 'employees'))?.value).toBe('many')
  })

  test('[DOC-12] is not there when no field of it holds an acceptable value', () => {
    expect(projected(documentWith({}))).toBeUndefined()
    expect(projected(documentWith({ name: null, employees: 'many' }))).toBeUndefined()
  })
})

describe('touched records', () => {
  const keys = [recordKey('client', id, 'name'), recordKey('client', id, 'status'), recordKey('contact', 'c', 'name')]

  test('[DOC-10] are those of registered entities in documents of their kind, each once', () => {
    expect(
      touchedRecords('profile', [...keys, 'rubbish', recordKey('unknown', 'x', 'y'), recordKey('member', 'm', 'role')]),
    ).toEqual([
      { entity: 'client', id },
      { entity: 'contact', id: 'c' },
    ])
    expect(touchedRecords('practice', [recordKey('member', 'm', 'role')])).toEqual([{ entity: 'member', id: 'm' }])
  })

  test.each(['tasks/1', 'internal', 'practice', 'unknown'])(
    '[DOC-10] are none in %s, which is of another kind',
    (name) => {
      expect(touchedRecords(name, keys)).toEqual([])
    },
  )

  test('[DOC-5] of a whole document are all its records', () => {
    expect(recordsOf('profile', documentWith({ name: 'Harbor', employees: 1 }))).toEqual([{ entity: 'client', id }])
  })
})

describe('the row of a client in the portfolio', () => {
  test('[STORE-39] has a name and a status whatever the file lacks, tags in order, and is unknown without a baseline', () => {
    expect(
      clientRow({ client: { id }, tags: ['b', 'a'], lastActivityAt: null, thresholds: standardThresholds }),
    ).toMatchObject({
      id,
      name: 'Unnamed client',
      status: 'client',
      tags: ['a', 'b'],
      score: null,
      band: 'unknown',
      fileState: 'ok',
      attention: [{ reason: 'baselineIncomplete', tier: 'watch' }],
    })
  })

  test('[STORE-39] of a file in trouble keeps what was last known and says why it needs attention, archived or not', () => {
    const row = clientRow({
      client: { id, name: 'Harbor', archivedAt: '2026-01-01T00:00:00.000Z' },
      tags: [],
      lastActivityAt: null,
      thresholds: standardThresholds,
    })
    expect(row.attention).toEqual([])
    expect(withFileState(row, 'missing')).toEqual({
      ...row,
      fileState: 'missing',
      attention: [{ reason: 'missingFile', tier: 'now' }],
    })
  })

  test('[PRAC-6] names the settings that the client decides for itself', () => {
    const client = { id, riskAppetite: 'low', currency: 'USD', timezone: null } as const
    const row = clientRow({ client, tags: [], lastActivityAt: null, thresholds: standardThresholds })
    expect(row.overrides).toEqual(['currency', 'riskAppetite'])
  })

  test('[PRAC-4] has the band of its score in whatever table the practice has, and none without a score', () => {
    const row = clientRow({ client: { id }, tags: [], lastActivityAt: null, thresholds: standardThresholds })
    expect(withThresholds({ ...row, score: 59, band: 'moderate' }, [10, 20, 59]).band).toBe('low')
    expect(withThresholds(row, [10, 20, 59])).toEqual(row)
  })
})
