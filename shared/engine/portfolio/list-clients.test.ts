import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clientQuerySchema, clientSortKeys, type ClientQuery } from '#api/queries.ts'
import type { ClientRow } from '#domain/projection/client-row.ts'
import { expectError, expectOk } from '#testing/expect-result.ts'
import { propertyRuns } from '#testing/property-runs.ts'
import { createTestPortfolio } from '#testing/test-portfolio.ts'
import { countClients } from './count-clients.ts'
import { findClientRow } from './find-client.ts'
import { listClients } from './list-clients.ts'

const somebody = '00000000-0000-7000-8000-0000000000ff'
const now = [{ reason: 'damagedFile', tier: 'now' }] as const

const sampleRows = (): readonly Partial<ClientRow>[] => [
  { name: 'Zeta', industry: 'Food', employees: 5, score: 70, band: 'low', attention: [], country: 'Germany' },
  { name: 'élan', industry: 'Food', employees: 50, tags: ['HIPAA', 'Key account'], ownerId: somebody },
  { name: 'Elan', industry: null, externalId: 'C-100%_!', nextAuditOn: '2026-05-01' },
  { name: 'Ärzte & Söhne', industry: 'Retail', employees: 0, archivedAt: '2026-02-01T00:00:00.000Z' },
  { name: 'Prospect', status: 'prospect', tags: ['HIPAA'], location: 'Berlin' },
  { name: 'Broken', fileState: 'damaged', attention: now, lastActivityAt: '2026-02-01T00:00:00.000Z' },
]

describe('the list', () => {
  const names = (query: ClientQuery) => {
    const fresh = createTestPortfolio(sampleRows())
    return listClients(fresh.database, query).items.map(({ name }) => name)
  }

  test.each<readonly [ClientQuery, readonly string[]]>([
    [{}, ['Broken', 'élan', 'Elan', 'Prospect', 'Zeta']],
    [{ archived: true }, ['Ärzte & Söhne']],
    [{ archived: 'any', industry: 'Retail' }, ['Ärzte & Söhne']],
    [{ status: 'prospect' }, ['Prospect']],
    [{ industry: 'Food' }, ['élan', 'Zeta']],
    [{ industry: null }, ['Broken', 'Elan', 'Prospect']],
    [{ ownerId: somebody }, ['élan']],
    [{ ownerId: null, industry: 'Food' }, ['Zeta']],
    [{ tag: 'HIPAA' }, ['élan', 'Prospect']],
    [{ tag: 'hipaa' }, []],
    [{ band: 'low' }, ['Zeta']],
    [{ standing: 'healthy' }, ['Zeta']],
    [{ standing: 'highRisk' }, []],
    [{ attention: 'now' }, ['Broken']],
    [{ attention: 'none' }, ['Zeta']],
    [{ attention: 'soon' }, []],
    [{ search: 'ELAN' }, ['élan', 'Elan']],
    [{ search: 'sohne', archived: 'any' }, ['Ärzte & Söhne']],
    [{ search: '100%_!' }, ['Elan']],
    [{ search: '%' }, ['Elan']],
    [{ search: '' }, ['Broken', 'élan', 'Elan', 'Prospect', 'Zeta']],
    [{ sort: [{ by: 'employees', direction: 'asc' }] }, ['Zeta', 'élan', 'Elan', 'Prospect', 'Broken']],
    [{ sort: [{ by: 'employees', direction: 'desc' }] }, ['élan', 'Zeta', 'Elan', 'Prospect', 'Broken']],
    [
      {
        sort: [
          { by: 'attention', direction: 'asc' },
          { by: 'name', direction: 'desc' },
        ],
      },
      ['Broken', 'Prospect', 'élan', 'Elan', 'Zeta'],
    ],
    [{ sort: [{ by: 'name', direction: 'asc' }], offset: 1, limit: 2 }, ['élan', 'Elan']],
  ])('[STORE-35] %j finds %j', (query, expected) => {
    expect(clientQuerySchema.parse(query)).toEqual(query)
    expect(names(query)).toEqual(expected)
  })

  test('[STORE-35] a row comes back as it was saved, with every field', () => {
    const full: ClientRow = {
      id: '00000000-0000-7000-8000-0000000000aa',
      name: 'Full',
      status: 'prospect',
      archivedAt: null,
      externalId: 'C-1',
      industry: 'Food',
      subIndustry: 'Fish',
      employees: 50_000_000,
      location: 'Kiel',
      country: 'Germany',
      ownerId: somebody,
      nextAuditOn: '2026-05-01',
      tags: ['a "quoted" tag', 'b'],
      overrides: ['currency', 'riskAppetite'],
      score: 0,
      band: 'critical',
      attention: now,
      createdAt: '2026-01-01T00:00:00.000Z',
      lastActivityAt: '2026-02-01T00:00:00.000Z',
      fileState: 'damaged',
      coverage: 62.5,
      exposure: { low: 1000, mean: 250_000, high: 9_000_000 },
    }
    expect(listClients(createTestPortfolio([full]).database, {}).items).toEqual([full])
  })

  test('[STORE-35] any sort cuts into pages that neither overlap nor leave a client out, with the total on each', () => {
    const values = {
      name: fc.constantFrom('a', 'B', 'ä'),
      employees: fc.constantFrom(null, 1, 2),
      score: fc.constantFrom(null, 10),
    }
    const row = fc.record({ ...values, industry: fc.constantFrom(null, 'Food', 'food') })
    const sort = fc.array(
      fc.record({
        by: fc.constantFrom(...clientSortKeys),
        direction: fc.constantFrom('asc' as const, 'desc' as const),
      }),
      { maxLength: 3 },
    )
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), sort, fc.integer({ min: 1, max: 7 }), (some, by, limit) => {
        const portfolio = createTestPortfolio(some)
        const whole = listClients(portfolio.database, { sort: by, limit: 10_000 })
        expect(whole.total).toBe(some.length)
        const pages: ClientRow[] = []
        for (let offset = 0; offset < some.length; offset += limit) {
          const page = listClients(portfolio.database, { sort: by, offset, limit })
          expect(page.total).toBe(some.length)
          pages.push(...page.items)
        }
        expect(pages).toEqual(whole.items)
        expect(new Set(pages.map(({ id }) => id)).size).toBe(some.length)
        portfolio.database.close()
      }),
      propertyRuns(40),
    )
  })
})

describe('one client', () => {
  test('[STORE-36] is found by its id, or by a name that only one has, case and accents aside', () => {
    const portfolio = createTestPortfolio(sampleRows())
    const [zeta] = portfolio.rows
    const find = (wanted: string) => findClientRow(portfolio.database, wanted)
    expect(expectOk(find(zeta?.id ?? '')).name).toBe('Zeta')
    expect(expectOk(find(' ZETA ')).name).toBe('Zeta')
    expect(expectOk(find('arzte & sohne')).name).toBe('Ärzte & Söhne')
    expect(expectError(find('Zet'))).toEqual({ type: 'ClientNotFound', wanted: 'Zet' })
    expect(expectError(find('Élan'))).toMatchObject({
      type: 'ClientAmbiguous',
      wanted: 'Élan',
      ids: portfolio.rows.slice(1, 3).map(({ id }) => id),
    })
  })
})

test('[STORE-37] the figures count clients once, archived ones and prospects apart', () => {
  expect(countClients(createTestPortfolio(sampleRows()).database)).toEqual({
    clients: 4,
    prospects: 1,
    archived: 1,
    byBand: { critical: 0, high: 0, moderate: 0, low: 1, unknown: 3 },
    byAttention: { now: 1, soon: 0, watch: 2, none: 1 },
    byReason: { baselineIncomplete: 2, damagedFile: 1 },
    healthy: 1,
  })
})
