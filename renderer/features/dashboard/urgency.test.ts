import { expect, test } from 'vitest'
import type { PortfolioCounts } from '#api/engine.ts'
import { attentionCount, attentionFilter, urgencies } from './urgency.ts'

test('[LIST-7] the urgencies are disjoint tiers, and all of them together', () => {
  const counts = { byAttention: { now: 1, soon: 20, watch: 300, none: 4000 } } as PortfolioCounts
  expect(urgencies.map((urgency) => attentionCount(counts, urgency))).toEqual([321, 1, 20, 300])
})

test('[LIST-7] all of them are the first rows of the clients by urgency', () => {
  expect(attentionFilter('all')).toMatchObject({ status: 'client', sort: [{ by: 'attention', direction: 'asc' }, {}] })
  expect(attentionFilter('all').attention).toBeUndefined()
  expect(attentionFilter('soon')).toMatchObject({ status: 'client', attention: 'soon' })
})
