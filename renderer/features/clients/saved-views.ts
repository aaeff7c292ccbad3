/** The rules of saved views: what of the list a view keeps, whether the list differs from it, and their order. */
import type { ClientView } from '#api/client-views.ts'
import type { ClientsSearch } from '#renderer/app/routes.tsx'
import type { ColumnLayout, SortRule } from '#renderer/components/table/table-columns.ts'
import type { ClientSortKey } from '#api/queries.ts'

export type ListState = {
  readonly search: ClientsSearch
  readonly sort: readonly SortRule[]
  readonly layout: ColumnLayout
}

export type KeptState = Pick<ClientView, 'search' | 'sort' | 'layout'>

/** Columns that can be sorted bear the engine's sort keys. */
export const keptState = ({ search, sort, layout }: ListState): KeptState => {
  const { saved: _saved, ...filters } = search
  const set = Object.entries(filters).filter(([, value]) => value !== undefined && value !== '')
  return {
    search: Object.fromEntries(set.toSorted(([a], [b]) => (a < b ? -1 : 1))),
    sort: sort.map(({ id, direction }) => ({ id: id as ClientSortKey, direction })),
    layout: {
      widths: { ...layout.widths },
      hidden: { ...layout.hidden },
      ...(layout.order === undefined ? {} : { order: [...layout.order] }),
      ...(layout.density === undefined ? {} : { density: layout.density }),
    },
  }
}

export const differs = (view: KeptState, now: ListState): boolean => {
  const { search, sort, layout } = view
  return JSON.stringify(keptState({ search, sort, layout })) !== JSON.stringify(keptState(now))
}

/** One place to the left (-1) or right (1); at the end it stays. */
export const moveView = (views: readonly ClientView[], id: string, step: -1 | 1): readonly ClientView[] => {
  const from = views.findIndex((view) => view.id === id)
  const moved = views[from]
  const to = from + step
  if (moved === undefined || to < 0 || to >= views.length) return views
  return views.toSpliced(from, 1).toSpliced(to, 0, moved)
}
