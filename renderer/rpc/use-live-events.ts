/** Asks again for what the engine says has changed, so that two windows follow each other. */
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { EngineEvent } from '#api/events.ts'
import { useConnection } from './rpc-context.tsx'

/** `account`: events of an account reach a connection that works in it, so a change of account subscribes again. */
export const useLiveEvents = (account: string | undefined): void => {
  const queries = useQueryClient()
  const connection = useConnection()
  useEffect(() => {
    if (connection.phase !== 'open') return
    void queries.invalidateQueries()
    const { unsubscribe } = connection.rpc.events.subscribe(undefined, {
      onData: (event) => refetchFor(queries, event),
    })
    return unsubscribe
  }, [connection, queries, account])
}

const refetchFor = (queries: QueryClient, event: EngineEvent): void => {
  const refetch = (...queryKey: readonly string[]): void => void queries.invalidateQueries({ queryKey })
  switch (event.type) {
    case 'accountsChanged':
      return refetch('health')
    case 'practiceChanged':
      return refetch('practice')
    case 'clientChanged':
      return refetch('client', event.clientId)
    case 'noteChanged':
      return refetch('client', event.clientId, 'notes')
    case 'portfolioChanged':
      return refetch('clients')
    case 'jobChanged':
      return refetch('jobs')
  }
}
