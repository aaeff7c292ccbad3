/** What everything stands in: theme, queries, connection, and the part of the app that the account's state calls for. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { StoreApi } from 'zustand'
import { isRpcError } from '#api/rpc/rpc-error.ts'
import type { ConnectionState } from '../rpc/connection.ts'
import { ConnectionProvider } from '../rpc/rpc-context.tsx'
import { ThemeProvider } from '../theme/theme-provider.tsx'
import { AppGate } from './app-gate.tsx'

/**
 * Loopback and message ports do not go offline; what is on screen stays until the engine's events say otherwise. A
 * question that the connection was lost over is asked again and never fails, so that no screen with something typed in
 * it gives way to an error.
 */
const createQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Infinity,
        gcTime: 5 * 60_000,
        retry: isConnectionLost,
        retryDelay,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })

const isConnectionLost = (_failures: number, error: Error): boolean =>
  isRpcError(error) && error.tag === 'ConnectionClosed'
const retryDelay = 500

const queries = createQueries()

export const App = ({ connection }: { readonly connection: StoreApi<ConnectionState> }) => (
  <ThemeProvider>
    <QueryClientProvider client={queries}>
      <ConnectionProvider store={connection}>
        <AppGate />
      </ConnectionProvider>
    </QueryClientProvider>
  </ThemeProvider>
)
