import { expect, test } from 'vitest'
import {
  changeSelection,
  everythingSelected,
  nothingSelected,
  selectedAmong,
  selectedClients,
  selectedCount,
} from './client-selection.ts'

const here = ['a', 'b', 'c']

test('[BULK-5] all that the list shows are selected, those whose rows have not come too, but for some', () => {
  const all = changeSelection(everythingSelected, here, new Set(['a', 'c']))
  expect(selectedCount(all, 503)).toBe(502)
  expect([...selectedAmong(all, [...here, 'd'])]).toEqual(['a', 'c', 'd'])
  expect(selectedClients(all, { status: 'client' })).toEqual({ query: { status: 'client' }, except: ['b'] })
  const again = changeSelection(all, here, new Set(here))
  expect(selectedCount(again, 503)).toBe(503)
})

test('[BULK-5] some are selected by name, and nothing is left of all when they are cleared', () => {
  const some = changeSelection(nothingSelected, here, new Set(['b']))
  expect(selectedCount(some, 503)).toBe(1)
  expect(selectedClients(some, {})).toEqual({ ids: ['b'] })
  expect(selectedCount(changeSelection(everythingSelected, here, new Set()), 503)).toBe(0)
})
