/** What the first hundred of ten thousand clients cost in any sort and filter, against the same SQL prepared beforehand. */
import { setTimeout as sleep } from 'node:timers/promises'
import { clientGroupKeys, clientSortKeys, type ClientQuery } from '#api/queries.ts'
import { compileClientList } from '#engine/portfolio/client-list-sql.ts'
import type { EncryptedDatabase } from '#engine/sqlite/open-encrypted-database.ts'
import { expectOk } from '#testing/expect-result.ts'
import { openPortfolioBeside, withAccount, type BenchAccount } from './bench-account.ts'
import { withRatioLimit, type Figure } from './figure.ts'
import { timeInTurn, type Contest, type Contestants } from './measure.ts'

const filters: Readonly<Record<string, ClientQuery>> = {
  'no filter': {},
  'status prospect': { status: 'prospect' },
  'one industry': { industry: 'Retail' },
  'no owner': { ownerId: null },
  'a tag': { tag: 'regulated' },
  'band unknown': { band: 'unknown' },
  'attention watch': { attention: 'watch' },
  'search name': { search: 'harbor' },
  'search nothing': { search: 'zzzz' },
  'archived too': { archived: 'any' },
  'page 50': { offset: 4900 },
}

export const benchList = (): Promise<readonly Figure[]> =>
  withAccount(10_000, async (open) => {
    const database = await openPortfolioBeside(open)
    const again: Compared[] = []
    const changed: Compared[] = []
    for (const query of allQueries) {
      again.push(await compareAgain(open, database, query))
      changed.push(await compareChanged(open, database, query))
    }
    database.close()
    return [...figuresOf('list', again), ...figuresOf('list after a change', changed)]
  })

type NamedQuery = readonly [string, ClientQuery]

const sorts: readonly NamedQuery[] = clientSortKeys.flatMap((by) =>
  (['asc', 'desc'] as const).map((direction): NamedQuery => [`by ${by} ${direction}`, { sort: [{ by, direction }] }]),
)

const several: ClientQuery = {
  sort: [
    { by: 'attention', direction: 'asc' },
    { by: 'employees', direction: 'desc' },
  ],
  status: 'client',
  search: 'a',
  industry: 'Retail',
}

const grouped: readonly NamedQuery[] = clientGroupKeys.map((groupBy) => [`grouped by ${groupBy}`, { groupBy }])

const allQueries: readonly NamedQuery[] = [
  ...sorts,
  ...grouped,
  ...Object.entries(filters),
  ['two sorts, three filters', several],
]

type Compared = { readonly name: string; readonly ours: number; readonly raw: number }

/** The same list again, as a screen asks for it: the raw limit is its page alone. */
const compareAgain = (
  open: BenchAccount,
  database: EncryptedDatabase,
  [name, query]: NamedQuery,
): Promise<Compared> => {
  const [page] = preparedSql(database, query)
  return compare(name, { ours: () => open.account.clients.list(query), raw: page }, {})
}

/** After a client was changed the total is counted again: the raw limit is the page and its total. */
const compareChanged = (
  open: BenchAccount,
  database: EncryptedDatabase,
  [name, query]: NamedQuery,
): Promise<Compared> => {
  const [page, count] = preparedSql(database, query)
  const { account } = open
  const clientId = account.clients.list({}).items[0]?.id ?? ''
  let edits = 0
  const before = async () => {
    expectOk(await account.clients.edit(clientId, 'client.update', { summary: `Changed ${++edits}` }))
    await sleep(45)
  }
  return compare(name, { ours: () => account.clients.list(query), raw: () => [page(), count()] }, { before, pairs: 3 })
}

/** What looks bad is measured again, longer: the worst of seventy is else the one that was disturbed most. */
const compare = async (name: string, contestants: Contestants, contest: Partial<Contest>): Promise<Compared> => {
  const measure = async (times: number): Promise<Compared> => {
    const { warmUp = 3, pairs = 15, before } = contest
    const { ours, raw } = await timeInTurn(contestants, { warmUp, pairs, rounds: 3 * times, ...(before && { before }) })
    return { name, ours: ours.quantile(0.5), raw: raw.quantile(0.5) }
  }
  const first = await measure(1)
  return first.ours / first.raw > 1.5 ? measure(4) : first
}

/** The page and the total that the engine selects for this query, prepared once. */
const preparedSql = (database: EncryptedDatabase, query: ClientQuery): readonly [() => unknown, () => unknown] => {
  const { page, count } = compileClientList(query)
  const [selectPage, selectTotal] = [database.prepare(page.sql), database.prepare(count.sql)]
  return [() => selectPage.all(...page.parameters), () => selectTotal.get(...count.parameters)]
}

const figuresOf = (what: string, compared: readonly Compared[]): readonly Figure[] => {
  const worst = compared.toSorted((a, b) => b.ours / b.raw - a.ours / a.raw)[0]
  const slowest = compared.toSorted((a, b) => b.ours - a.ours)[0]
  if (worst === undefined || slowest === undefined) return []
  const figure = ({ name, ours, raw }: Compared, which: string) => ({
    name: `${what}, ${which}: ${name}`,
    figure: ours,
    unit: 'ms',
    peer: raw,
  })
  return [
    withRatioLimit(figure(worst, 'worst ratio'), { most: 2 }),
    withRatioLimit(figure(slowest, 'slowest'), { most: 2 }),
  ]
}
