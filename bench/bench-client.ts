/** Typed clients of an engine in this process: over joined ports, and over a WebSocket on 127.0.0.1. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createTRPCClient, type TRPCClient } from '@trpc/client'
import { WebSocket } from 'ws'
import type { AppRouter } from '#api/router.ts'
import { createInProcessPorts } from '#api/rpc/in-process-port.ts'
import { portLink } from '#api/rpc/port-link.ts'
import type { Port } from '#api/rpc/port.ts'
import { acceptSockets } from '#hosting/accept-sockets.ts'
import { serveEngine } from '#hosting/serve-engine.ts'
import { webSocketLimits, webSocketPort } from '#hosting/web-socket-port.ts'
import type { BenchAccount } from './bench-account.ts'

export type BenchClient = { readonly client: TRPCClient<AppRouter>; close(): Promise<void> }

export const connectInProcess = async (open: BenchAccount): Promise<BenchClient> => {
  const [near, far] = createInProcessPorts()
  serveEngine(open.engine, far)
  return { client: await clientOn(near, open), close: () => Promise.resolve(near.close()) }
}

export const connectOverSocket = async (open: BenchAccount): Promise<BenchClient> => {
  const server = createServer()
  const sockets = acceptSockets((port) => serveEngine(open.engine, port))
  server.on('upgrade', (request, socket, head) => sockets.accept({ request, socket, head }))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const socket = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/`, webSocketLimits)
  await once(socket, 'open')
  const port = webSocketPort(socket)
  return {
    client: await clientOn(port, open),
    close: async () => {
      port.close()
      await sockets.close(server)
    },
  }
}

const clientOn = async (port: Port, { account }: BenchAccount): Promise<TRPCClient<AppRouter>> => {
  const client = createTRPCClient<AppRouter>({ links: [portLink(port)] })
  await client.accounts.use.mutate({ accountId: account.id })
  return client
}
