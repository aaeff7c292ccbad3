import { expect, test } from 'vitest'
import { moveItem } from './move-item.ts'

test('[FRAME-6] a client of the sidebar goes up, down, and no further than the ends', () => {
  const list = ['a', 'b', 'c']
  expect(moveItem(list, 0, 2)).toEqual(['b', 'c', 'a'])
  expect(moveItem(list, 2, 0)).toEqual(['c', 'a', 'b'])
  expect(moveItem(list, 1, 1)).toEqual(list)
  expect(moveItem(list, 0, -1)).toEqual(list)
  expect(moveItem(list, 2, 3)).toEqual(list)
  expect(moveItem(list, -1, 1)).toEqual(list)
})
