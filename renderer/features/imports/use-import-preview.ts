/** What becomes of the rows of a list under the mapping that is set: counts, and the rows page by page. */
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { DuplicateChoice, ImportMapping, ImportRow, RowFate } from '#api/client-import.ts'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'

export type ImportPreviewState = {
  readonly query: { readonly importId: string; readonly mapping: ImportMapping; readonly duplicates: DuplicateChoice }
  /** The old ones stay while new ones are worked out. */
  readonly counts: Readonly<Record<RowFate, number>> | undefined
  readonly isStale: boolean
  readonly needsName: boolean
  readonly error: Error | undefined
  readonly retry: () => void
}

export const useImportPreview = (
  importId: string | undefined,
  mapping: ImportMapping,
  duplicates: DuplicateChoice,
): ImportPreviewState => {
  const rpc = useRpc()
  const query = { importId: importId ?? '', mapping, duplicates }
  const needsName = mapping.name === undefined
  const { data, isPlaceholderData, error, refetch } = useQuery({
    queryKey: ['imports', 'preview', query],
    queryFn: () => rpc.imports.preview.query(query),
    enabled: importId !== undefined && !needsName,
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  })
  return {
    query,
    counts: needsName || error !== null ? undefined : data?.counts,
    isStale: isPlaceholderData,
    needsName,
    error: error ?? undefined,
    retry: () => void refetch(),
  }
}

export const pageRows = 100

export type ImportRowsState = {
  readonly rows: readonly ImportRow[]
  readonly total: number
  readonly isStale: boolean
  readonly showMore: () => void
}

export const useImportRows = (query: ImportPreviewState['query'], fates: readonly RowFate[]): ImportRowsState => {
  const rpc = useRpc()
  const { data, isPlaceholderData, fetchNextPage } = useInfiniteQuery({
    queryKey: ['imports', 'rows', query, fates],
    queryFn: ({ pageParam }) =>
      rpc.imports.rows.query({ ...query, fates: [...fates], offset: pageParam, limit: pageRows }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const shown = pages.length * pageRows
      return shown < last.total ? shown : undefined
    },
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  })
  return {
    rows: data?.pages.flatMap(({ items }) => items) ?? [],
    total: data?.pages[0]?.total ?? 0,
    isStale: isPlaceholderData,
    showMore: () => void fetchNextPage(),
  }
}
