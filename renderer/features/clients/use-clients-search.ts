/** The filters of the Clients list live in its address, so that a figure elsewhere can open its rows, and Back undoes them. */
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { ClientsSearch } from '#renderer/app/routes.tsx'
import { searchOfView, viewOf, type ClientsView } from './clients-query.ts'

export type ClientsSearchControl = {
  readonly search: ClientsSearch
  readonly view: ClientsView
  readonly onView: (view: ClientsView) => void
  readonly onFilter: (change: ClientsSearch) => void
  /** Keeps the view. */
  readonly onClear: () => void
}

export const useClientsSearch = (): ClientsSearchControl => {
  const search = useSearch({ from: '/clients' })
  const navigate = useNavigate({ from: '/clients' })
  const view = viewOf(search)
  const onFilter = useCallback(
    // A search that is typed letter by letter is one step back, not ten.
    (change: ClientsSearch) =>
      void navigate({ search: (before) => ({ ...before, ...change }), replace: 'search' in change }),
    [navigate],
  )
  return {
    search,
    view,
    onView: (next) => void navigate({ search: searchOfView(next) }),
    onFilter,
    onClear: () => void navigate({ search: searchOfView(view) }),
  }
}
