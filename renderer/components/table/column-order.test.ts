import { expect, test } from 'vitest'
import { moveColumnBy, moveColumnTo, orderedColumns } from './column-order.ts'
import { defaultLayout, type ColumnLayout, type DataColumn } from './table-columns.ts'

type Row = { readonly name: string }

const column = (id: string, more: Partial<DataColumn<Row>> = {}): DataColumn<Row> => ({
  id,
  label: id,
  width: 80,
  cell: ({ name }) => name,
  ...more,
})
const columns = [column('name', { flexible: true }), column('risk'), column('owner'), column('tags')]
const order = (layout: ColumnLayout): string =>
  orderedColumns(columns, layout)
    .map(({ id }) => id)
    .join(' ')
const as = (...ids: readonly string[]): ColumnLayout => ({ ...defaultLayout, order: ids })

test('[UI-71] a column dropped on another takes its place, from either side; the name column stays first', () => {
  const move = (id: string, to: string) => order(moveColumnTo(columns, defaultLayout, { id, to }))
  expect(move('risk', 'tags')).toBe('name owner tags risk')
  expect(move('tags', 'risk')).toBe('name tags risk owner')
  expect(move('name', 'tags')).toBe('name risk owner tags')
  expect(move('tags', 'name')).toBe('name risk owner tags')
  expect(order(as('tags', 'name', 'risk', 'owner'))).toBe('name tags risk owner')
})

test('[UI-71] a step goes past the neighbour in sight, and at an end nowhere', () => {
  const among = columns.filter(({ id }) => id !== 'owner')
  const step = (id: string, by: -1 | 1) => order(moveColumnBy(columns, defaultLayout, { id, step: by, among }))
  expect(step('risk', 1)).toBe('name owner tags risk')
  expect(step('tags', -1)).toBe('name tags risk owner')
  expect(step('risk', -1)).toBe('name risk owner tags')
  expect(step('tags', 1)).toBe('name risk owner tags')
})

test('[UI-71] a column that the order does not know follows its neighbour, and one that is gone leaves no gap', () => {
  expect(order(as('name', 'tags', 'gone', 'risk'))).toBe('name tags risk owner')
})
