/** The page's one connection to the engine: opens it, opens it again when it is lost, and says which of the two it is. */
import { createTRPCClient, type TRPCClient } from '@trpc/client'
import type { AppRouter } from '#api/router.ts'
import { portLink } from '#api/rpc/port-link.ts'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { openPort } from './open-port.ts'

export type Rpc = TRPCClient<AppRouter>

export type ConnectionState =
  | { readonly phase: 'connecting' }
  | { readonly phase: 'open'; readonly rpc: Rpc }
  /** `rpc` answers every call with ConnectionClosed, so what is on screen stays and says so. */
  | { readonly phase: 'lost'; readonly rpc: Rpc }

const firstRetryMs = 100
const longestRetryMs = 3000

/** The account that this page works in: every new connection is put back into it. */
let account: string | undefined
export const rememberAccount = (accountId: string | undefined): void => {
  account = accountId
}

export const connectToEngine = (): StoreApi<ConnectionState> => {
  const store = createStore<ConnectionState>(() => ({ phase: 'connecting' }))
  const connect = async (retryMs: number): Promise<void> => {
    try {
      const port = await openPort()
      const rpc: Rpc = createTRPCClient<AppRouter>({ links: [portLink(port)] })
      port.onClose(() => {
        store.setState({ phase: 'lost', rpc }, true)
        void connect(firstRetryMs)
      })
      if (account !== undefined) await rpc.accounts.use.mutate({ accountId: account }).catch(() => undefined)
      store.setState({ phase: 'open', rpc }, true)
    } catch {
      setTimeout(() => void connect(Math.min(longestRetryMs, retryMs * 2)), retryMs)
    }
  }
  void connect(firstRetryMs)
  return store
}
