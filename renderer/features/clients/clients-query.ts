/** What the address of the Clients list asks for: the views, the filters in them, and the engine's query for both. */
import type { ClientQuery } from '#api/queries.ts'
import type { ClientsSearch } from '#renderer/app/routes.tsx'

export const clientsViews = ['all', 'attention', 'prospects', 'archived'] as const
export type ClientsView = (typeof clientsViews)[number]

export const filterKeys = ['search', 'standing', 'band', 'attention', 'industry', 'owner', 'tag'] as const
export type FilterKey = (typeof filterKeys)[number]

export type ClientFilter = Omit<ClientQuery, 'offset' | 'limit'>

/** Members have a client or none; `none` cannot be an id. */
export const noOwner = 'none'

/** All clients are those who are clients: prospects and archived ones have their own view, and no figure counts them. */
const viewFilters: Readonly<Record<ClientsView, ClientFilter>> = {
  all: { status: 'client' },
  attention: { status: 'client', attention: 'now' },
  prospects: { status: 'prospect' },
  archived: { archived: true },
}

export const viewOf = ({ view = 'all' }: ClientsSearch): ClientsView => view

export const filterOf = (search: ClientsSearch, sort: ClientFilter['sort']): ClientFilter => {
  const { attention, band, industry, owner, tag } = search
  const words = search.search?.trim()
  return {
    ...(attention === undefined ? {} : { attention }),
    ...viewFilters[viewOf(search)],
    ...(search.standing === undefined ? {} : { standing: search.standing }),
    ...(band === undefined ? {} : { band }),
    ...(industry === undefined ? {} : { industry }),
    ...(owner === undefined ? {} : { ownerId: ownerIdOf(owner) }),
    ...(tag === undefined ? {} : { tag }),
    ...(words === undefined || words === '' ? {} : { search: words }),
    ...(search.group === undefined ? {} : { groupBy: search.group }),
    ...(sort === undefined || sort.length === 0 ? {} : { sort }),
  }
}

/** An address can hold anything: what is no id matches no client, instead of being refused. */
const ownerIdOf = (owner: string): string | null => (owner === noOwner ? null : isId(owner) ? owner : nobody)

const isId = (text: string): boolean =>
  /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/iu.test(text)
const nobody = '00000000-0000-0000-0000-000000000000'

/** In the view of those who need attention now, the tier is no filter of its own. */
export const setFilters = (search: ClientsSearch): readonly FilterKey[] =>
  filterKeys.filter(
    (key) =>
      search[key] !== undefined && search[key] !== '' && !(key === 'attention' && viewOf(search) === 'attention'),
  )

/** Another view, without the filters of this one. */
export const searchOfView = (view: ClientsView): ClientsSearch => (view === 'all' ? {} : { view })
