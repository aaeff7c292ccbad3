/** Asks for the client book and the practice. */
import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { can, type Action } from '#domain/permissions/can.ts'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'

export const useClientCounts = () => {
  const rpc = useRpc()
  return useQuery({ queryKey: ['clients', 'counts'], queryFn: () => rpc.clients.counts.query() })
}

export const useClientRow = (clientId: string) => {
  const rpc = useRpc()
  return useQuery({ queryKey: ['clients', 'row', clientId], queryFn: () => rpc.clients.get.query({ clientId }) })
}

/** The industries and tags that clients have, to choose from. */
export const useClientFilterValues = () => {
  const rpc = useRpc()
  return useQuery({ queryKey: ['clients', 'filterValues'], queryFn: () => rpc.clients.filterValues.query() })
}

export const usePractice = () => {
  const rpc = useRpc()
  return useQuery({ queryKey: ['practice'], queryFn: () => rpc.practice.get.query() })
}

/** Whether the person at this device may do it; not known yet is no. */
export const useMay = (action: Action): boolean => {
  const role = usePractice().data?.actingMember.role
  return role !== undefined && role !== null && can(role, { action })
}

/** The member's name; undefined for nobody, and for a member who has left. */
export const useOwnerName = (): ((ownerId: string | null) => string | undefined) => {
  const members = usePractice().data?.members
  return useCallback((ownerId) => members?.find(({ id }) => id === ownerId)?.name ?? undefined, [members])
}
