import { expect, test } from 'vitest'
import { bandNames } from '#domain/scoring/bands.ts'
import { createTestPortfolio } from '#testing/test-portfolio.ts'
import { countClients } from './count-clients.ts'
import { listClients } from './list-clients.ts'

const watch = [{ reason: 'baselineIncomplete', tier: 'watch' }] as const

test('[LIST-18] high risk and healthy list exactly the clients that they count', () => {
  const { database } = createTestPortfolio([
    ...bandNames.map((band) => ({ name: band, band, attention: watch })),
    { name: 'calm', band: 'low', attention: [] },
    { name: 'calm prospect', band: 'low', attention: [], status: 'prospect' },
    { name: 'gone', band: 'critical', archivedAt: '2026-02-01T00:00:00.000Z' },
  ])
  const namesOf = (standing: 'highRisk' | 'healthy') =>
    listClients(database, { status: 'client', standing }).items.map(({ name }) => name)
  const { byBand, healthy } = countClients(database)
  expect(namesOf('highRisk')).toEqual(['critical', 'high'])
  expect(byBand.critical + byBand.high).toBe(2)
  expect(namesOf('healthy')).toEqual(['calm'])
  expect(healthy).toBe(1)
})

test('[LIST-19] what is unknown stands at the end, however the list is sorted, and is never 0', () => {
  const { database } = createTestPortfolio([
    { name: 'none' },
    { name: 'little', coverage: 0, exposure: { low: 0, mean: 0, high: 0 } },
    { name: 'much', coverage: 80, exposure: { low: 1, mean: 2, high: 3 } },
  ])
  for (const by of ['coverage', 'exposure'] as const)
    for (const direction of ['asc', 'desc'] as const) {
      const { items } = listClients(database, { sort: [{ by, direction }] })
      expect(items.map(({ name }) => name)).toEqual([
        ...(direction === 'asc' ? ['little', 'much'] : ['much', 'little']),
        'none',
      ])
    }
  const [none] = listClients(database, { search: 'none' }).items
  expect(none).toMatchObject({ coverage: null, exposure: null })
})
