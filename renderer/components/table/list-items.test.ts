import { expect, test } from 'vitest'
import { compareValuesIn } from './compare-values.ts'
import { foldListItems, rowRanges, toListItems } from './list-items.ts'

test('[UI-28] rows of one group stand under one head that counts them', () => {
  const items = toListItems(['a1', 'a2', 'b1', 'x'], (entry) => (entry === 'x' ? undefined : entry.slice(0, 1)))
  expect(items.map((item) => (item.type === 'Group' ? `${item.label}:${item.count}` : item.entry))).toEqual([
    'a:2',
    'a1',
    'a2',
    'b:1',
    'b1',
    'x',
  ])
})

test('[UI-28] a group that comes twice has two heads, told apart', () => {
  const groups = toListItems(['a1', 'b1', 'a2'], (entry) => entry.slice(0, 1)).filter((item) => item.type === 'Group')
  expect(new Set(groups.map(({ key }) => key)).size).toBe(3)
})

test('[UI-62] groups that are counted elsewhere take their rows in order, and a folded one keeps its head alone', () => {
  const groups = [
    { id: 'a', label: 'A', count: 2, note: '1 now' },
    { id: 'b', label: 'B', count: 2 },
    { id: 'c', label: 'C', count: 3 },
  ]
  const items = foldListItems(['1', '2', '3', '4', '5', '6'], groups, new Set(['b']))
  expect(
    items.map((item) =>
      item.type === 'Group' ? `${item.label} ${item.isFolded === true ? 'folded' : 'open'}` : item.entry,
    ),
  ).toEqual(['A open', '1', '2', 'B folded', 'C open', '5', '6'])
  expect(rowRanges(items)).toEqual([
    { first: 0, last: 1 },
    { first: 4, last: 5 },
  ])
})

test('[UI-28] without groups there are rows alone', () => {
  expect(toListItems(['a', 'b'], undefined)).toEqual([
    { type: 'Row', entry: 'a', index: 0 },
    { type: 'Row', entry: 'b', index: 1 },
  ])
})

test('[UI-25] texts stand as people order them: numbers in them by size, case and accents aside', () => {
  expect(['R-10', 'r-9', 'Élan', 'echo', 'Zoo'].toSorted(compareValuesIn('en'))).toEqual([
    'echo',
    'Élan',
    'r-9',
    'R-10',
    'Zoo',
  ])
  expect([10, 9, 100].toSorted(compareValuesIn('en'))).toEqual([9, 10, 100])
})
