/** What the first hundred of ten thousand clients cost in any sort and filter, against the same SQL prepared beforehand. */
import type { ClientPage } from '#api/engine.ts'
import { clientSortKeys, type ClientQuery } from '#api/queries.ts'
import { accountPaths, portfolioKeyName } from '#engine/data-dir/data-dir-paths.ts'
import { openKeyring } from '#engine/keyring/open-keyring.ts'
import { listClients } from '#engine/portfolio/list-clients.ts'
import { openEncryptedDatabase, type EncryptedDatabase } from '#engine/sqlite/open-encrypted-database.ts'
import { systemPorts } from '#engine/system-ports.ts'
import { benchPassphrase, withAccount, type BenchAccount } from './bench-account.ts'
import { forInformation, withRatioLimit, type Figure } from './figure.ts'
import { timeInTurn } from './measure.ts'

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
    const results: Compared[] = []
    for (const [name, query] of allQueries) results.push(await compare(open, database, [name, query]))
    database.close()
    return summarize(results)
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

const allQueries: readonly NamedQuery[] = [...sorts, ...Object.entries(filters), ['two sorts, three filters', several]]

type Compared = { readonly name: string; readonly ours: number; readonly raw: number; readonly page: number }

const compare = async (
  open: BenchAccount,
  database: EncryptedDatabase,
  [name, query]: NamedQuery,
): Promise<Compared> => {
  const [page, count] = preparedSql(database, query)
  const contest = { warmUp: 5, pairs: 15, rounds: 3 }
  const list = (): ClientPage => open.account.clients.list(query)
  const whole = await timeInTurn({ ours: list, raw: () => [page(), count()] }, contest)
  const pageAlone = await timeInTurn({ ours: () => undefined, raw: page }, contest)
  return { name, ours: whole.ours.quantile(0.5), raw: whole.raw.quantile(0.5), page: pageAlone.raw.quantile(0.5) }
}

/** The statements that the engine runs for this query, prepared once: its page and its total. */
const preparedSql = (database: EncryptedDatabase, query: ClientQuery): readonly [() => unknown, () => unknown] => {
  const seen: { readonly sql: string; readonly parameters: readonly unknown[] }[] = []
  const recorder = {
    prepare: (sql: string) => {
      const record = (...parameters: unknown[]) => {
        seen.push({ sql, parameters })
        return sql.includes('count(*)') ? { total: 0 } : []
      }
      return { all: record, get: record }
    },
  }
  listClients(recorder as unknown as EncryptedDatabase, query)
  const [page, count] = seen.map(({ sql, parameters }) => ({ statement: database.prepare(sql), parameters }))
  if (page === undefined || count === undefined) throw new Error('a list is a page and a total')
  return [() => page.statement.all(...page.parameters), () => count.statement.get(...count.parameters)]
}

const summarize = (results: readonly Compared[]): readonly Figure[] => {
  const worst = results.toSorted((a, b) => b.ours / b.raw - a.ours / a.raw)[0]
  const slowest = results.toSorted((a, b) => b.ours - a.ours)[0]
  const worstPage = results.toSorted((a, b) => b.ours / b.page - a.ours / a.page)[0]
  if (worst === undefined || slowest === undefined || worstPage === undefined) return []
  const figure = ({ name, ours }: Compared, what: string) => ({
    name: `list ${what}: ${name}`,
    figure: ours,
    unit: 'ms',
  })
  return [
    withRatioLimit({ ...figure(worst, 'worst ratio'), peer: worst.raw }, { most: 2 }),
    withRatioLimit({ ...figure(slowest, 'slowest'), peer: slowest.raw }, { most: 2 }),
    forInformation({ ...figure(worstPage, 'worst beside its page without the total'), peer: worstPage.page }),
  ]
}

const openPortfolioBeside = async ({ dataDir, account }: BenchAccount): Promise<EncryptedDatabase> => {
  const { folder, portfolio } = accountPaths(dataDir, account.id)
  const keyring = await openKeyring({
    folder,
    random: systemPorts().random,
    unlockWith: { passphrase: benchPassphrase },
  })
  const [key] = keyring.ok ? keyring.value.keysOf(portfolioKeyName) : []
  if (key === undefined) throw new Error('the portfolio has no key')
  return openEncryptedDatabase({ path: portfolio, key, mustExist: true })
}
