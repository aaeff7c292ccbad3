/** The one workspace of a single organization, and the way into it from every address of a portal that it has not. */
import { useQuery } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { usePractice } from '../features/clients/use-clients.ts'
import { useRpc } from '../rpc/rpc-context.tsx'

const portalAddresses: ReadonlySet<string> = new Set(['/', '/dashboard', '/clients'])

/** Undefined in a practice, and until the engine has answered. */
export const useSoloWorkspace = (): string | undefined => {
  const rpc = useRpc()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const isSolo = usePractice().data?.practice.mode === 'solo'
  const { data } = useQuery({
    queryKey: ['clients', 'solo'],
    queryFn: () => rpc.clients.list.query({ archived: 'any', sort: [{ by: 'id', direction: 'asc' }], limit: 1 }),
    enabled: isSolo,
  })
  const clientId = isSolo ? data?.items[0]?.id : undefined
  const isOutside = portalAddresses.has(pathname)
  useEffect(() => {
    if (clientId !== undefined && isOutside)
      void navigate({ to: '/clients/$clientId', params: { clientId }, replace: true })
  }, [clientId, isOutside, navigate])
  return clientId
}
