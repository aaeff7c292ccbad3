/** Asks which clients decide a setting for themselves. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { DefaultSetting } from '#domain/defaults/default-settings.ts'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'

export const useOverrideCounts = () => {
  const rpc = useRpc()
  return useQuery({ queryKey: ['clients', 'overrides'], queryFn: () => rpc.clients.overrideCounts.query() }).data
}

export const useDifferingClients = (overrides: DefaultSetting, limit: number) => {
  const rpc = useRpc()
  return useQuery({
    queryKey: ['clients', 'overrides', overrides, limit],
    queryFn: () => rpc.clients.list.query({ overrides, limit }),
    placeholderData: keepPreviousData,
  }).data
}
