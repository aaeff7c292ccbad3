/** The SQL of the Clients list: any filter, any sort. */
import {
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
  type CompiledQuery,
  type RawBuilder,
  type SelectQueryBuilder,
} from 'kysely'
import type { ClientGroupKey, ClientGroupsQuery, ClientQuery, ClientSortKey } from '#api/queries.ts'
import { attentionTiers } from '#domain/attention/attention-reasons.ts'
import { bandNames } from '#domain/scoring/bands.ts'
import { nameKey } from './client-row-table.ts'
import type { PortfolioSchema } from './portfolio-schema.ts'

/** Builds SQL only; better-sqlite3 runs it, because its calls are synchronous and kysely's are not. */
const queries = new Kysely<PortfolioSchema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

const defaultLimit = 100

/** One page of the clients that the query finds, and how many it finds in all. */
export const compileClientList = (
  query: ClientQuery,
): { readonly page: CompiledQuery; readonly count: CompiledQuery } => {
  const matching = filteredClients(query)
  return {
    page: sorted(inGroups(matching.selectAll(), query.groupBy), query.sort ?? [{ by: 'name', direction: 'asc' }])
      .limit(query.limit ?? defaultLimit)
      .offset(query.offset ?? 0)
      .compile(),
    count: matching.select((select) => select.fn.countAll<number>().as('total')).compile(),
  }
}

/** The ids of all that match. */
export const compileClientIds = (query: ClientQuery): CompiledQuery => filteredClients(query).select('id').compile()

/** The groups that the query's clients fall into, in the order in which their clients are listed. */
export const compileClientGroups = (query: ClientGroupsQuery): CompiledQuery => {
  const { column } = groupings[query.groupBy]
  return inGroups(
    filteredClients(query)
      .select((select) => [
        sql<string | null>`${sql.ref(column)}`.as('value'),
        select.fn.countAll<number>().as('count'),
        sql<number>`sum(attention_rank = 0)`.as('now'),
        select.fn.avg<number | null>('score').as('averageScore'),
      ])
      .groupBy(column),
    query.groupBy,
  ).compile()
}

type Filtered = SelectQueryBuilder<PortfolioSchema, 'client_row', object>

const filteredClients = (query: ClientQuery): Filtered => {
  let select: Filtered = queries.selectFrom('client_row')
  const { archived = false } = query
  if (archived === false) select = select.where('archived_at', 'is', null)
  if (archived === true) select = select.where('archived_at', 'is not', null)
  if (query.status !== undefined) select = select.where('status', '=', query.status)
  if (query.industry === null) select = select.where('industry', 'is', null)
  else if (query.industry !== undefined) select = select.where('industry', '=', query.industry)
  if (query.ownerId === null) select = select.where('owner_id', 'is', null)
  else if (query.ownerId !== undefined) select = select.where('owner_id', '=', query.ownerId)
  if (query.band !== undefined) select = select.where('band', '=', query.band)
  if (query.standing === 'highRisk') select = select.where('band', 'in', ['critical', 'high'])
  if (query.standing === 'healthy')
    select = select.where('band', '=', 'low').where('attention_rank', '=', attentionTiers.length)
  if (query.attention !== undefined) select = select.where('attention_rank', '=', rankOf(query.attention))
  if (query.tag !== undefined) {
    select = select.where(sql<boolean>`exists (select 1 from json_each(client_row.tags) where value = ${query.tag})`)
  }
  if (query.overrides !== undefined) {
    select = select.where(
      sql<boolean>`exists (select 1 from json_each(client_row.overrides) where value = ${query.overrides})`,
    )
  }
  if (query.search !== undefined && query.search !== '') {
    const pattern = `%${escapeLike(nameKey(query.search))}%`
    select = select.where(sql<boolean>`(name_key like ${pattern} escape '!' or external_id like ${pattern} escape '!')`)
  }
  return select
}

type Grouping = { readonly column: keyof PortfolioSchema['client_row']; readonly order: readonly RawBuilder<unknown>[] }

/** Owners by their names, whose order the page could not know from ids. */
const groupings: Readonly<Record<ClientGroupKey, Grouping>> = {
  owner: {
    column: 'owner_id',
    order: [
      sql`owner_id is null`,
      sql`(select name from member where member.id = client_row.owner_id) collate nocase`,
      sql`owner_id`,
    ],
  },
  industry: { column: 'industry', order: [sql`industry is null`, sql`industry collate nocase`, sql`industry`] },
  status: { column: 'status', order: [sql`status`] },
  band: {
    column: 'band',
    order: [
      sql`case band ${sql.join(
        bandNames.map((band, rank) => sql`when ${band} then ${rank}`),
        sql` `,
      )} else 9 end`,
    ],
  },
  attention: { column: 'attention_rank', order: [sql`attention_rank`] },
}

const inGroups = <Output>(
  select: SelectQueryBuilder<PortfolioSchema, 'client_row', Output>,
  groupBy: ClientGroupKey | undefined,
): SelectQueryBuilder<PortfolioSchema, 'client_row', Output> =>
  groupBy === undefined
    ? select
    : groupings[groupBy].order.reduce((ordered, expression) => ordered.orderBy(expression), select)

type Sort = NonNullable<ClientQuery['sort']>

/** Always ends with the id, so that pages never overlap. Empty values come last in either direction. */
const sorted = <Output>(
  select: SelectQueryBuilder<PortfolioSchema, 'client_row', Output>,
  sort: Sort,
): SelectQueryBuilder<PortfolioSchema, 'client_row', Output> => {
  let ordered = select
  for (const { by, direction } of sort) {
    const column = sortColumns[by]
    if (!neverEmpty.has(by)) ordered = ordered.orderBy(sql`${sql.ref(column)} is null`)
    ordered = ordered.orderBy(column, direction)
  }
  return sort.some(({ by }) => by === 'id') ? ordered : ordered.orderBy('id')
}

const neverEmpty: ReadonlySet<ClientSortKey> = new Set(['id', 'name', 'status', 'attention'])

const sortColumns = {
  id: 'id',
  name: 'name_key',
  status: 'status',
  industry: 'industry',
  employees: 'employees',
  location: 'location',
  country: 'country',
  score: 'score',
  attention: 'attention_rank',
  nextAuditOn: 'next_audit_on',
  createdAt: 'created_at',
  lastActivityAt: 'last_activity_at',
  coverage: 'coverage',
  exposure: 'exposure_mean',
} as const satisfies Readonly<Record<ClientSortKey, keyof PortfolioSchema['client_row']>>

const rankOf = (tier: NonNullable<ClientQuery['attention']>): number =>
  tier === 'none' ? attentionTiers.length : attentionTiers.indexOf(tier)

const escapeLike = (text: string): string => text.replaceAll(/[!%_]/g, (sign) => `!${sign}`)
