/** Hands the connection to the screens. */
import { createContext, useContext, type ReactNode } from 'react'
import { useStore, type StoreApi } from 'zustand'
import type { ConnectionState, Rpc } from './connection.ts'

const ConnectionContext = createContext<StoreApi<ConnectionState> | undefined>(undefined)

export const ConnectionProvider = ({
  store,
  children,
}: {
  readonly store: StoreApi<ConnectionState>
  readonly children: ReactNode
}) => <ConnectionContext value={store}>{children}</ConnectionContext>

export const useConnection = (): ConnectionState => useStore(useConnectionStore())

/** For what goes on beside the screens, and follows the connection by itself. */
export const useConnectionStore = (): StoreApi<ConnectionState> => {
  const store = useContext(ConnectionContext)
  if (store === undefined) throw new Error('a screen is used outside ConnectionProvider')
  return store
}

/** The client of a connection that has been open; while it is lost its calls fail with the tag ConnectionClosed. */
export const useRpc = (): Rpc => {
  const connection = useConnection()
  if (connection.phase === 'connecting') throw new Error('a screen asks for the engine before it answered')
  return connection.rpc
}
