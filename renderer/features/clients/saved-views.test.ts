import { expect, test } from 'vitest'
import { preferencesSchema } from '#api/preferences.ts'
import { defaultLayout } from '#renderer/components/table/table-columns.ts'
import { differs, keptState, moveView } from './saved-views.ts'

const sort = [{ id: 'name', direction: 'asc' }] as const
const id = (last: number): string => `018f0000-0000-7000-8000-00000000000${last}`
const view = (last: number, name: string) => ({
  id: id(last),
  name,
  ...keptState({ search: { industry: 'Health Care', owner: 'none' }, sort, layout: defaultLayout }),
})

test('[LIST-14] a view keeps filters, sort and columns, and nothing of the address beside', () => {
  const search = { saved: id(1), industry: 'Health Care', search: '', tag: undefined }
  const layout = {
    widths: { name: 240 },
    hidden: { tags: true },
    order: ['name', 'tags', 'score'],
    density: 'compact',
  } as const
  const kept = keptState({ search, sort, layout })
  expect(kept).toEqual({
    search: { industry: 'Health Care' },
    sort,
    layout,
  })
  const clientViews = [{ id: id(1), name: 'Health Care', ...kept }]
  expect(preferencesSchema.partial().safeParse({ clientViews }).success).toBe(true)
})

test('[LIST-15] a list differs from its view by a filter, a sort or a column, not by the order they were set in', () => {
  const saved = view(1, 'Health Care, no owner')
  const now = { search: { saved: id(1), owner: 'none', industry: 'Health Care' }, sort, layout: defaultLayout }
  expect(differs(saved, now)).toBe(false)
  expect(differs(saved, { ...now, search: { ...now.search, band: 'high' } })).toBe(true)
  expect(differs(saved, { ...now, sort: [{ id: 'name', direction: 'desc' }] })).toBe(true)
  expect(differs(saved, { ...now, layout: { ...defaultLayout, hidden: { tags: true } } })).toBe(true)
  expect(differs(saved, { ...now, layout: { ...defaultLayout, order: ['name', 'tags'] } })).toBe(true)
  expect(differs(saved, { ...now, layout: { ...defaultLayout, density: 'compact' } })).toBe(true)
})

test('[LIST-15] views change places with their neighbours and stay at the ends', () => {
  const [one, two, three] = [view(1, 'One'), view(2, 'Two'), view(3, 'Three')]
  const views = [one, two, three]
  expect(moveView(views, id(3), -1)).toEqual([one, three, two])
  expect(moveView(views, id(1), 1)).toEqual([two, one, three])
  expect(moveView(views, id(1), -1)).toEqual(views)
  expect(moveView(views, id(3), 1)).toEqual(views)
})
