/** The rows of the Clients list: only the pages that were looked at, each row in its place among all that match. */
import { useQueries, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { ClientPage } from '#api/engine.ts'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'
import type { ClientFilter } from './clients-query.ts'
import { pagesBetween, pageSize, placeRows, type PlacedRows } from './place-rows.ts'

export type ClientRows = PlacedRows & {
  /** Nothing has come yet, not even of another filter. */
  readonly isPending: boolean
  /** The rows are those of the filter before. */
  readonly isStale: boolean
  readonly error: Error | undefined
  readonly retry: () => void
  /** Asks for the pages that hold these rows. */
  readonly onRangeChange: (range: { readonly first: number; readonly last: number }) => void
}

/** `mostRows`: the list ends there, whatever the engine has. */
export const useClientRows = (filter: ClientFilter, mostRows = Number.POSITIVE_INFINITY): ClientRows => {
  const rpc = useRpc()
  const queries = useQueryClient()
  const key = JSON.stringify(filter)
  const [pages, onRangeChange] = useAskedPages(key)
  const { placed, error } = useQueries({
    queries: pages.map((page) => ({
      queryKey: ['clients', 'list', filter, page],
      queryFn: () => rpc.clients.list.query({ ...filter, offset: page * pageSize, limit: pageSize }),
    })),
    combine: useCallback(
      (results: readonly UseQueryResult<ClientPage>[]) => ({
        placed: placeRows(
          pages.map((page, index) => ({ page, data: results[index]?.data })),
          mostRows,
        ),
        error: results.find((result) => result.error !== null)?.error ?? undefined,
      }),
      [pages, mostRows],
    ),
  })
  // Until the first page of another filter comes, the rows of the one before stay.
  const [held, setHeld] = useState<PlacedRows>()
  if (placed !== undefined && placed !== held) setHeld(placed)
  const { rows = [], total = 0 } = placed ?? held ?? {}
  return {
    rows,
    total,
    isPending: placed === undefined && held === undefined,
    isStale: placed === undefined,
    error,
    retry: () => void queries.refetchQueries({ queryKey: ['clients', 'list', filter] }),
    onRangeChange,
  }
}

/** Another filter begins again with its first page. */
const useAskedPages = (key: string): readonly [readonly number[], ClientRows['onRangeChange']] => {
  const [asked, setAsked] = useState({ key, pages: firstPage })
  const pages = asked.key === key ? asked.pages : firstPage
  const onRangeChange = useCallback<ClientRows['onRangeChange']>(
    ({ first, last }) =>
      setAsked((before) => {
        const known = before.key === key ? before.pages : firstPage
        const added = pagesBetween(first, last).filter((page) => !known.includes(page))
        if (added.length === 0 && before.key === key) return before
        return { key, pages: added.length === 0 ? known : [...known, ...added] }
      }),
    [key],
  )
  return [pages, onRangeChange]
}

const firstPage: readonly number[] = [0]
