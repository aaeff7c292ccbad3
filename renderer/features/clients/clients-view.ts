/** View state of the Clients list, so that it is as it was when one comes back from a client. Never a copy of its data. */
import { create } from 'zustand'
import { defaultLayout, type ColumnLayout, type SortRule } from '#renderer/components/table/table-columns.ts'

export type ClientsPanel = { readonly type: 'Client'; readonly clientId: string } | { readonly type: 'Add' }

type ClientsViewState = {
  readonly sort: readonly SortRule[]
  readonly layout: ColumnLayout
  /** The saved view whose sort and columns stand now, and those that stood before. */
  readonly applied: string | undefined
  readonly own: { readonly sort: readonly SortRule[]; readonly layout: ColumnLayout } | undefined
  readonly panel: ClientsPanel | undefined
  readonly panelWidth: number | undefined
}

export const useClientsView = create<ClientsViewState>(() => ({
  sort: [{ id: 'name', direction: 'asc' }],
  layout: defaultLayout,
  applied: undefined,
  own: undefined,
  panel: undefined,
  panelWidth: undefined,
}))

/** The engine sorts by four columns at most. */
const mostSorts = 4

export const setSort = (sort: readonly SortRule[]): void => useClientsView.setState({ sort: sort.slice(0, mostSorts) })
export const setLayout = (layout: ColumnLayout): void => useClientsView.setState({ layout })
export const setPanel = (panel: ClientsPanel | undefined): void => useClientsView.setState({ panel })
export const setPanelWidth = (panelWidth: number): void => useClientsView.setState({ panelWidth })

type AppliedView = { readonly id: string; readonly sort: readonly SortRule[]; readonly layout: ColumnLayout }

/** A saved view brings its sort and columns, once; without one those from before come back. */
export const applyView = (view: AppliedView | undefined): void =>
  useClientsView.setState((state) => {
    if (state.applied === view?.id) return state
    if (view === undefined) return { applied: undefined, own: undefined, ...state.own }
    const own = state.applied === undefined ? { sort: state.sort, layout: state.layout } : state.own
    return { applied: view.id, own, sort: view.sort, layout: view.layout }
  })
