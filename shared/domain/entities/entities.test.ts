import { describe, expect, test } from 'vitest'
import { clientEntity } from './client.ts'
import { columnName } from './entity.ts'
import { findEntity, isDeletable, practiceEntities, tenantEntities } from './entity-registry.ts'
import {
  count,
  currency,
  day,
  email,
  flag,
  instant,
  line,
  minorUnits,
  oneOf,
  paragraph,
  reference,
  sha256,
  timeZone,
  webAddress,
  type Field,
} from './field.ts'
import { documentSpace } from '../document/document-name.ts'

const fields: readonly (readonly [name: string, field: Field, good: readonly unknown[], bad: readonly unknown[]])[] = [
  [
    'a line',
    line(10),
    ['a', 'Ärzte', '🏝', 'x'.repeat(10)],
    ['', ' ', 'x'.repeat(11), 'a\nb', 'a\tb', 'a\u0000', 'a\u2028b', '\ud800', 5, null],
  ],
  ['a paragraph', paragraph(10), ['a\nb', 'a\tb'], ['', 'x'.repeat(11), 'a\u0000', 'a\u001b[31m', 'x\udfff']],
  [
    'an e-mail address',
    email(),
    ['a.b+c@x.example'],
    ['', 'a', 'a@', '@x', 'a@b', 'a b@x.example', `${'x'.repeat(250)}@x.example`],
  ],
  ['a web address', webAddress(), ['https://x.example', 'x.example'], ['', 'two\nlines', 'x'.repeat(401)]],
  [
    'a time zone',
    timeZone(),
    ['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Etc/GMT+1'],
    ['', 'Berlin', 'Europe/', '+01:00', 'Europe/Berlin\n'],
  ],
  ['a currency', currency(), ['EUR'], ['', 'eur', 'EURO', 'E']],
  ['a count', count(5), [0, 5], [-1, 6, 1.5, '3', Number.NaN, Number.POSITIVE_INFINITY]],
  ['minor units', minorUnits(), [0, 2 ** 53 - 1], [-1, 0.5, 2 ** 53, '1']],
  [
    'an instant',
    instant(),
    ['2026-03-02T09:00:00.000Z'],
    ['2026-03-02', '2026-03-02T09:00:00Z', '2026-03-02T09:00:00.000+01:00', '2026-13-02T09:00:00.000Z'],
  ],
  ['a day', day(), ['2026-02-28', '2028-02-29'], ['2026-02-29', '2026-2-1', '28.02.2026', '']],
  [
    'a reference',
    reference(),
    ['00000000-0000-7000-8000-000000000001'],
    ['', 'x', '00000000-0000-7000-8000-00000000000'],
  ],
  ['a flag', flag(), [0, 1], [2, -1, true, '1', null]],
  ['a SHA-256', sha256(), ['0a'.repeat(32)], ['', '0A'.repeat(32), '0a'.repeat(31), 'x'.repeat(64)]],
  ['one of some', oneOf(['a', 'b']), ['a'], ['c', '', 1]],
]

describe.each(fields)('%s', (...[, { schema }, good, bad]) => {
  test('[DOC-13] takes what it should', () => {
    for (const value of good) expect(schema.safeParse(value).success, JSON.stringify(value)).toBe(true)
  })
  test('[DOC-13] refuses everything else', () => {
    for (const value of bad) expect(schema.safeParse(value).success, JSON.stringify(value)).toBe(false)
  })
})

test('[DOC-13] text is trimmed', () => {
  expect([line().schema.parse('  a  '), paragraph().schema.parse('\n a \n')]).toEqual(['a', 'a'])
})

describe('entities', () => {
  const all = [...tenantEntities, ...practiceEntities]

  test('[STORE-14] are found by name; names and tables are unique', () => {
    expect(all.map(({ name }) => findEntity(name))).toEqual(all)
    expect(findEntity('unknown')).toBeUndefined()
    for (const key of ['name', 'table'] as const)
      expect(new Set(all.map((entity) => entity[key])).size).toBe(all.length)
  })

  test('[STORE-14] lie in documents of the file that they are registered for', () => {
    expect(tenantEntities.map(({ kind }) => documentSpace(kind))).toEqual(tenantEntities.map(() => 'tenant'))
    expect(practiceEntities.map(({ kind }) => documentSpace(kind))).toEqual(practiceEntities.map(() => 'practice'))
  })

  test('[DOC-2] no name of an entity or a field has a slash', () => {
    for (const { name, fields: named } of all) expect([name, ...Object.keys(named)].join('')).toMatch(/^[A-Za-z0-9]+$/)
  })

  test('[EDIT-14] those with deletedAt can be deleted; a client is archived instead', () => {
    expect(all.filter(isDeletable).map(({ name }) => name)).toEqual([
      'contact',
      'clientTag',
      'note',
      'internalNote',
      'evidence',
      'member',
    ])
    expect(isDeletable(clientEntity)).toBe(false)
  })

  test('[STORE-14] a field is a column in lower case with underscores', () => {
    expect(['name', 'nextAuditOn', 'id'].map(columnName)).toEqual(['name', 'next_audit_on', 'id'])
  })
})
