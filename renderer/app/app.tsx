/** What everything stands in: theme, queries, connection, and the part of the app that the account's state calls for. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { StoreApi } from 'zustand'
import type { ConnectionState } from '../rpc/connection.ts'
import { ConnectionProvider } from '../rpc/rpc-context.tsx'
import { ThemeProvider } from '../theme/theme-provider.tsx'
import { AppGate } from './app-gate.tsx'

/** Loopback and message ports do not go offline; what is on screen stays until the engine's events say otherwise. */
const createQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', staleTime: Infinity, gcTime: 5 * 60_000, retry: false, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always', retry: false },
    },
  })

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
