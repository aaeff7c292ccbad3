import { expect, test } from 'vitest'
import { createTestPortfolio } from '#testing/test-portfolio.ts'
import { listFilterValues } from './list-filter-values.ts'

test('[LIST-8] counts the industries and tags of clients and prospects that are not archived, by value', () => {
  const { database } = createTestPortfolio([
    { name: 'A', industry: 'retail', tags: ['VIP', 'hipaa'] },
    { name: 'B', industry: 'Food', tags: ['VIP'] },
    { name: 'C', industry: 'Food', status: 'prospect', tags: [] },
    { name: 'D', industry: null },
    { name: 'E', industry: 'Mining', tags: ['old'], archivedAt: '2026-02-01T00:00:00.000Z' },
  ])
  expect(listFilterValues(database)).toEqual({
    industries: [
      { value: 'Food', count: 2 },
      { value: 'retail', count: 1 },
    ],
    tags: [
      { value: 'hipaa', count: 1 },
      { value: 'VIP', count: 2 },
    ],
  })
})
