import { expect, test } from 'vitest'
import { createTestPortfolio } from '#testing/test-portfolio.ts'
import { listClients } from './list-clients.ts'
import { createTenantRegistry } from './tenant-registry.ts'

test('[STORE-35] a list that is asked for again shows every change since, in its rows and in its total', () => {
  const { database, rows } = createTestPortfolio([
    { name: 'Ada', industry: 'Food' },
    { name: 'Ben', industry: 'Food' },
  ])
  const food = () => {
    const { items, total } = listClients(database, { industry: 'Food', limit: 1 })
    return [items.map(({ name }) => name), total]
  }
  const [ada, ben] = rows
  const registry = createTenantRegistry(database)
  expect([food(), food()]).toEqual([
    [['Ada'], 2],
    [['Ada'], 2],
  ])
  const head = { device: 'd', deviceSeq: 1 }
  if (ada !== undefined) registry.refreshRow({ row: { ...ada, industry: 'Retail' }, head, items: [], evidence: [] })
  expect(food()).toEqual([['Ben'], 1])
  if (ben !== undefined)
    registry.saveRow({ row: { ...ben, archivedAt: '2026-02-01T00:00:00.000Z' }, head, items: [], evidence: [] })
  expect(food()).toEqual([[], 0])
  database.exec("UPDATE client_row SET industry = 'Food', archived_at = NULL")
  expect(food()).toEqual([['Ada'], 2])
  database.exec('DELETE FROM client_row')
  expect(food()).toEqual([[], 0])
})

test('[STORE-35] lists of different queries are kept apart, however many there are', () => {
  const { database } = createTestPortfolio([{ name: 'Ada' }, { name: 'Ben' }, { name: 'Cem' }])
  for (let round = 0; round < 2; round++) {
    for (let limit = 1; limit <= 150; limit++) {
      const { items, total } = listClients(database, { limit, sort: [{ by: 'name', direction: 'desc' }] })
      expect([items.length, items[0]?.name, total]).toEqual([Math.min(limit, 3), 'Cem', 3])
    }
    expect(listClients(database, { search: 'b' }).total).toBe(1)
    expect(listClients(createTestPortfolio([{ name: 'Bob' }, { name: 'Bill' }]).database, { search: 'b' }).total).toBe(
      2,
    )
  }
})
