/** What a search costs over a thousand clients with five records each, and over ten thousand. */
import { createTenantRegistry } from '#engine/portfolio/tenant-registry.ts'
import type { SearchItem } from '#domain/search/searched-entities.ts'
import { openPortfolioBeside, withAccount, type BenchAccount } from './bench-account.ts'
import { forInformation, withLimit, type Figure } from './figure.ts'
import { timeOf } from './measure.ts'

const recordsPerClient = 5
const texts = ['an', 'muller', 'anna mul', 'client77', 'backup', 'restore plan', 'harb', 'zzzz', '']

export const benchSearch = async (): Promise<readonly Figure[]> => [
  ...(await measure(1000, 50)),
  ...(await measure(10_000, 50)),
]

const measure = (clients: number, most: number): Promise<readonly Figure[]> =>
  withAccount(clients, async (open) => {
    const filling = await fill(open)
    const measured: Measured[] = []
    for (const text of texts) measured.push(await medianOf(open, text))
    const slowest = measured.toSorted((a, b) => b.ms - a.ms)[0]
    const of = `${clients} clients × ${recordsPerClient} records`
    return [
      forInformation({ name: `search, filling the index, ${of}`, figure: filling / 1000, unit: 's' }),
      withLimit({ name: `search "${slowest?.text}", slowest, ${of}`, figure: slowest?.ms ?? 0, unit: 'ms' }, { most }),
    ]
  })

type Measured = { readonly text: string; readonly ms: number }

const medianOf = async ({ account }: BenchAccount, text: string): Promise<Measured> => {
  const times: number[] = []
  for (let round = 0; round < 9; round++) times.push(await timeOf(() => account.search({ text })))
  return { text, ms: times.toSorted((a, b) => a - b)[4] ?? 0 }
}

/** Milliseconds. The records are put into the index as the engine does it; their files are not needed. */
const fill = async (open: BenchAccount): Promise<number> => {
  const database = await openPortfolioBeside(open)
  const registry = createTenantRegistry(database)
  const ids = registry.listTenants().map(({ id }) => id)
  const taken = await timeOf(() => {
    database.exec('BEGIN IMMEDIATE')
    ids.forEach((id, client) => registry.saveSearch(id, itemsOf(client)))
    database.exec('COMMIT')
  })
  database.close()
  return taken
}

const firstNames = ['Anna', 'Ben', 'Carla', 'David', 'Eva', 'Farid', 'Grace', 'Henrik', 'Ines']
const lastNames = ['Müller', 'Schmidt', 'Okafor', 'Nguyen', 'García', 'Rossi', 'Novak']
const words = 'backup policy review access vendor firewall server restore plan test incident'.split(' ')

const itemsOf = (client: number): readonly SearchItem[] =>
  Array.from({ length: recordsPerClient }, (_, index) => {
    const seed = client * recordsPerClient + index
    const [first = '', last = ''] = [firstNames[seed % firstNames.length], lastNames[seed % lastNames.length]]
    return {
      entity: 'contact',
      recordId: `record-${index}`,
      kind: 'profile',
      title: `${first} ${last}`,
      detail: 'Data protection officer',
      text: `${first}.${last}@client${client}.example ${words.map((_word, at) => words[(seed + at * 3) % words.length]).join(' ')}`,
    }
  })
