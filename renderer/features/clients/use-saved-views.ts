/** The views that somebody saved, which of them is up, and what can be done with it. */
import { useQueries } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { ClientView } from '#api/client-views.ts'
import type { ClientsSearch } from '#renderer/app/routes.tsx'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'
import { usePreferences } from '../settings/use-preferences.ts'
import { filterOf } from './clients-query.ts'
import { applyView, setLayout, setSort, useClientsView } from './clients-view.ts'
import { differs, keptState, moveView } from './saved-views.ts'
import { useReportFailure } from './use-report-failure.ts'

export type SavedViews = {
  readonly views: readonly (ClientView & { readonly count: number | undefined })[]
  readonly active: ClientView | undefined
  readonly isChanged: boolean
  choose(id: string): void
  add(name: string): void
  rename(name: string): void
  /** The list as it is now. */
  save(): void
  /** The list as the view has it. */
  reset(): void
  move(step: -1 | 1): void
  remove(): void
}

export const useSavedViews = (search: ClientsSearch): SavedViews => {
  const navigate = useNavigate({ from: '/clients' })
  const onFailure = useReportFailure()
  const { preferences, setPreferences } = usePreferences()
  const { sort, layout } = useClientsView()
  const views = preferences.clientViews
  const active = views.find(({ id }) => id === search.saved)
  const counts = useViewCounts(views)
  useEffect(() => applyView(active), [active])

  const set = (next: readonly ClientView[]): void =>
    void setPreferences({ clientViews: [...next] }).catch((error: unknown) => {
      if (error instanceof Error) onFailure(error)
    })
  const show = ({ id, search: filters }: ClientView): void => void navigate({ search: { ...filters, saved: id } })
  const change = (part: Partial<ClientView>): void =>
    set(views.map((view) => (view.id === active?.id ? { ...view, ...part } : view)))
  const now = { search, sort, layout }
  return {
    views: views.map((view, index) => ({ ...view, count: counts[index] })),
    active,
    isChanged: active !== undefined && differs(active, now),
    choose(id) {
      const chosen = views.find((view) => view.id === id)
      if (chosen !== undefined) show(chosen)
    },
    add(name) {
      const view = { id: crypto.randomUUID(), name, ...keptState(now) }
      set([...views, view])
      show(view)
    },
    rename: (name) => change({ name }),
    save: () => change(keptState(now)),
    reset() {
      if (active === undefined) return
      setSort(active.sort)
      setLayout(active.layout)
      show(active)
    },
    move: (step) => active !== undefined && set(moveView(views, active.id, step)),
    remove() {
      if (active === undefined) return
      const { search: filters } = keptState(now)
      set(views.filter(({ id }) => id !== active.id))
      void navigate({ search: filters })
    },
  }
}

/** Live: asked again whenever a client changes. */
const useViewCounts = (views: readonly ClientView[]): readonly (number | undefined)[] => {
  const rpc = useRpc()
  return useQueries({
    queries: views.map(({ search }) => {
      const filter = filterOf(search, undefined)
      return {
        queryKey: ['clients', 'viewCount', filter],
        queryFn: async () => (await rpc.clients.list.query({ ...filter, limit: 1 })).total,
      }
    }),
    combine: (results) => results.map(({ data }) => data),
  })
}
