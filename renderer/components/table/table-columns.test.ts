import { expect, test } from 'vitest'
import { defaultLayout, isHidden, nextSort, sortToWords, type DataColumn, type SortRule } from './table-columns.ts'

type Row = { readonly name: string }

const column = (id: string, more: Partial<DataColumn<Row>> = {}): DataColumn<Row> => ({
  id,
  label: id.toUpperCase(),
  width: 80,
  cell: ({ name }) => name,
  ...more,
})
const columns = [
  column('risk', { sort: { asc: 'lowest first', desc: 'highest first' } }),
  column('name', { flexible: true, sort: { asc: 'A to Z', desc: 'Z to A' } }),
  column('note'),
]
const risk = { id: 'risk', first: 'desc' } as const
const name = { id: 'name', first: 'asc' } as const

test('[UI-25] a click sorts by a column and turns it round', () => {
  const once = nextSort([{ id: 'name', direction: 'asc' }], risk, false)
  expect(once).toEqual([{ id: 'risk', direction: 'desc' }])
  expect(nextSort(once, risk, false)).toEqual([{ id: 'risk', direction: 'asc' }])
})

test('[UI-25] with Shift a column joins the others, turns round, and leaves them', () => {
  const first: readonly SortRule[] = [{ id: 'risk', direction: 'desc' }]
  const second = nextSort(first, name, true)
  expect(second).toEqual([...first, { id: 'name', direction: 'asc' }])
  const third = nextSort(second, name, true)
  expect(third).toEqual([...first, { id: 'name', direction: 'desc' }])
  expect(nextSort(third, name, true)).toEqual(first)
})

test('[UI-25] the order of a list can be said in words', () => {
  const sort: readonly SortRule[] = [
    { id: 'risk', direction: 'desc' },
    { id: 'name', direction: 'asc' },
    { id: 'note', direction: 'asc' },
    { id: 'gone', direction: 'asc' },
  ]
  expect(sortToWords(sort, columns)).toBe('RISK, highest first; NAME, A to Z')
  expect(sortToWords([], columns)).toBe('')
})

test('[UI-26] the name column is never hidden; others are when they or the person say so', () => {
  const hidden = { ...defaultLayout, hidden: { name: true, note: true } }
  expect(columns.map((each) => isHidden(each, hidden))).toEqual([false, false, true])
  expect(isHidden(column('late', { hiddenAtFirst: true }), defaultLayout)).toBe(true)
  expect(isHidden(column('late', { hiddenAtFirst: true }), { ...defaultLayout, hidden: { late: false } })).toBe(false)
})
