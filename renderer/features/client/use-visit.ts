/** A stay in a client's workspace: what was new when it began, and that the rest was seen when it ends. */
import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'
import { useClientRow } from '../clients/use-clients.ts'

/** The answer stays for the whole stay, whatever happens meanwhile: that is seen as it happens. */
export const useLastVisit = (clientId: string) => {
  const rpc = useRpc()
  return useQuery({
    queryKey: ['visit', clientId],
    queryFn: () => rpc.clients.sinceLastVisit.query({ clientId }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
}

const soonMs = 1500

/** Once, where the whole workspace is held. */
export const useNoteVisit = (clientId: string): void => {
  const rpc = useRpc()
  const { isSuccess } = useLastVisit(clientId)
  const { dataUpdatedAt } = useClientRow(clientId)
  // A visit that cannot be noted, as the engine is gone or the client deleted, shows its changes once more.
  const note = useCallback(
    () => void rpc.clients.noteVisit.mutate({ clientId }).catch(() => undefined),
    [rpc, clientId],
  )
  useEffect(() => (isSuccess ? note : undefined), [isSuccess, note])
  useEffect(() => {
    if (!isSuccess) return undefined
    const timer = setTimeout(note, soonMs)
    return () => clearTimeout(timer)
  }, [isSuccess, note, dataUpdatedAt])
}
