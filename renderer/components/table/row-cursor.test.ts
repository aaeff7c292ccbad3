import { expect, test } from 'vitest'
import {
  clearSelection,
  keepCursor,
  moveCursor,
  noCursor,
  placeCursor,
  selectAll,
  toggleRow,
  type CursorMove,
  type RowCursor,
} from './row-cursor.ts'

const ids = ['a', 'b', 'c', 'd', 'e', 'f']
const rows = { ids, pageSize: 3 }
const at = (id: string): RowCursor => placeCursor(noCursor, id)
const after = (state: RowCursor, ...moves: readonly CursorMove[]): string | undefined =>
  moves.reduce((now, move) => moveCursor(now, rows, { move, extend: false }), state).cursor

test('[UI-21] the cursor begins at either end and stops there', () => {
  expect(after(noCursor, 'next')).toBe('a')
  expect(after(noCursor, 'previous')).toBe('f')
  expect(after(at('f'), 'next')).toBe('f')
  expect(after(at('a'), 'previous')).toBe('a')
  expect(moveCursor(noCursor, { ids: [], pageSize: 3 }, { move: 'next', extend: false })).toEqual(noCursor)
})

test('[UI-21] pages, the first and the last row are one key away', () => {
  expect(after(at('b'), 'pageDown')).toBe('e')
  expect(after(at('e'), 'pageDown')).toBe('f')
  expect(after(at('e'), 'pageUp')).toBe('b')
  expect(after(at('b'), 'pageUp')).toBe('a')
  expect(after(at('b'), 'last')).toBe('f')
  expect(after(at('d'), 'first')).toBe('a')
})

test('[UI-22] moving the cursor selects nothing, and selecting does not move what was selected', () => {
  const selected = toggleRow(at('b'), ids, { id: 'b', range: false })
  expect([...moveCursor(selected, rows, { move: 'next', extend: false }).selected]).toEqual(['b'])
  expect([...toggleRow(selected, ids, { id: 'b', range: false }).selected]).toEqual([])
})

test('[UI-22] a range runs from where it began, in both directions', () => {
  const down = ['next', 'next'] as const
  const extended = down.reduce((state, move) => moveCursor(state, rows, { move, extend: true }), at('b'))
  expect([...extended.selected]).toEqual(['b', 'c', 'd'])
  const clicked = toggleRow(toggleRow(noCursor, ids, { id: 'e', range: false }), ids, { id: 'c', range: true })
  expect([...clicked.selected].toSorted()).toEqual(['c', 'd', 'e'])
  expect(clicked.cursor).toBe('c')
})

test('[UI-22] a range whose beginning is gone selects its end alone', () => {
  const began = { ...at('gone'), cursor: 'c' }
  expect([...toggleRow(began, ids, { id: 'd', range: true }).selected]).toEqual(['d'])
})

test('[UI-22] everything can be selected at once, and nothing again', () => {
  const all = selectAll(at('c'), ids)
  expect([...all.selected]).toEqual(ids)
  expect(clearSelection(all)).toEqual(at('c'))
})

test('[UI-23] when rows change places the cursor stays on its row', () => {
  expect(keepCursor(at('b'), ids, ['f', 'e', 'b', 'a']).cursor).toBe('b')
})

test('[UI-23] when its row goes the cursor takes the one in its place', () => {
  expect(keepCursor(at('c'), ids, ['a', 'b', 'd', 'e', 'f']).cursor).toBe('d')
  expect(keepCursor(at('f'), ids, ['a', 'b']).cursor).toBe('b')
  expect(keepCursor(at('a'), ids, []).cursor).toBeUndefined()
})
