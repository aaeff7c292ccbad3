import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clientGroupKeys, type ClientGroupKey } from '#api/queries.ts'
import { attentionTiers } from '#domain/attention/attention-reasons.ts'
import type { ClientRow } from '#domain/projection/client-row.ts'
import { propertyRuns } from '#testing/property-runs.ts'
import { createTestPortfolio } from '#testing/test-portfolio.ts'
import { listClientGroups } from './list-client-groups.ts'
import { listClients } from './list-clients.ts'

const somebody = '00000000-0000-7000-8000-0000000000ff'
const another = '00000000-0000-7000-8000-0000000000aa'

const valueOf: Readonly<Record<ClientGroupKey, (row: ClientRow) => string | null>> = {
  owner: ({ ownerId }) => ownerId,
  industry: ({ industry }) => industry,
  status: ({ status }) => status,
  band: ({ band }) => band,
  attention: ({ attention: [first] }) => first?.tier ?? 'none',
}

const anyRow = fc.record({
  name: fc.string({ minLength: 1, maxLength: 4 }),
  status: fc.constantFrom('client', 'prospect'),
  industry: fc.constantFrom(null, 'Food', 'food', 'Retail', 'Ärzte'),
  ownerId: fc.constantFrom(null, somebody, another),
  score: fc.constantFrom(null, 10, 70),
  band: fc.constantFrom('critical', 'high', 'moderate', 'low', 'unknown'),
  attention: fc.constantFrom(
    [],
    attentionTiers.map((tier) => ({ reason: 'damagedFile', tier }) as const),
    [{ reason: 'baselineIncomplete', tier: 'watch' } as const],
  ),
})

test('[LIST-16] clients of one group stand together, in the order and number of the groups, whatever they are sorted by', () => {
  fc.assert(
    fc.property(
      fc.array(anyRow, { maxLength: 20 }),
      fc.constantFrom(...clientGroupKeys),
      fc.constantFrom('name', 'score', 'industry'),
      (rows, groupBy, by) => {
        const { database } = createTestPortfolio(rows)
        const groups = listClientGroups(database, { groupBy })
        const { items } = listClients(database, { groupBy, sort: [{ by, direction: 'desc' }], limit: 100 })
        expect(items.map(valueOf[groupBy])).toEqual(
          groups.flatMap(({ value, count }) => Array.from({ length: count }, () => value)),
        )
        for (const { value, now, averageScore } of groups) {
          const inside = items.filter((row) => valueOf[groupBy](row) === value)
          const scores = inside.flatMap(({ score }) => score ?? [])
          expect(now).toBe(inside.filter(({ attention: [first] }) => first?.tier === 'now').length)
          expect(averageScore).toBe(
            scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length,
          )
        }
      },
    ),
    propertyRuns(40),
  )
})

test('[LIST-16] owners come by name, bands most urgent first, and who has none comes last', () => {
  const { database } = createTestPortfolio([
    { name: 'A', ownerId: somebody, band: 'low', industry: 'Retail' },
    { name: 'B', ownerId: another, band: 'critical' },
    { name: 'C', ownerId: null, band: 'unknown', industry: 'energy' },
  ])
  const insert = database.prepare('INSERT INTO member (id, name) VALUES (?, ?)')
  insert.run(somebody, 'amy Lee')
  insert.run(another, 'Zoe Park')
  const valuesBy = (groupBy: ClientGroupKey) => listClientGroups(database, { groupBy }).map(({ value }) => value)
  expect(valuesBy('owner')).toEqual([somebody, another, null])
  expect(valuesBy('band')).toEqual(['critical', 'low', 'unknown'])
  expect(valuesBy('industry')).toEqual(['energy', 'Retail', null])
})

test('[LIST-16] filters narrow the groups as they narrow the list', () => {
  const { database } = createTestPortfolio([{ name: 'A', industry: 'Food' }, { name: 'B' }])
  expect(listClientGroups(database, { groupBy: 'status', industry: 'Food' })).toEqual([
    { value: 'client', count: 1, now: 0, averageScore: null },
  ])
})
