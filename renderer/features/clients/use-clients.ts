/** Asks for the client book and the practice. */
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { ClientQuery } from '#api/queries.ts'
import { useRpc } from '../../rpc/rpc-context.tsx'

export type ClientFilter = Omit<ClientQuery, 'offset' | 'limit'>

/** Rows per call: more than fits on a screen, small enough to arrive in a few milliseconds. */
const pageSize = 200

/** Page by page as the table is scrolled; the old rows stay on screen while a new filter is asked for. */
export const useClientPages = (filter: ClientFilter) => {
  const rpc = useRpc()
  return useInfiniteQuery({
    queryKey: ['clients', 'list', filter],
    queryFn: ({ pageParam }) => rpc.clients.list.query({ ...filter, offset: pageParam, limit: pageSize }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const loaded = pages.reduce((sum, page) => sum + page.items.length, 0)
      return loaded < last.total && last.items.length > 0 ? loaded : undefined
    },
    placeholderData: keepPreviousData,
  })
}

export const useClientCounts = () => {
  const rpc = useRpc()
  return useQuery({ queryKey: ['clients', 'counts'], queryFn: () => rpc.clients.counts.query() })
}

export const useClientRow = (clientId: string) => {
  const rpc = useRpc()
  return useQuery({ queryKey: ['clients', 'row', clientId], queryFn: () => rpc.clients.get.query({ clientId }) })
}

export const usePractice = () => {
  const rpc = useRpc()
  return useQuery({ queryKey: ['practice'], queryFn: () => rpc.practice.get.query() })
}
