/** The running engine's socket on this machine, by which the command line forwards its calls to it. */
import type { Port } from '#api/rpc/port.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { lstat, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { connect, type Socket } from 'node:net'
import { WebSocket } from 'ws'
import { acceptSockets, refuseUpgrade } from './accept-sockets.ts'
import { findSocketPath, type SocketPathError } from './local-socket-path.ts'
import { webSocketLimits, webSocketPort } from './web-socket-port.ts'

export type LocalSocket = {
  readonly path: string
  /** Ends every connection and removes the socket. */
  close(): Promise<void>
}

export type ListenError =
  | SocketPathError
  | { readonly type: 'SocketPathTaken'; readonly path: string }
  | { readonly type: 'ListenFailed'; readonly path: string; readonly cause: string }

export type ConnectError =
  | SocketPathError
  | { readonly type: 'NotRunning'; readonly path: string }
  | { readonly type: 'ConnectFailed'; readonly path: string; readonly cause: string }

/** The caller holds the lock of the data folder, so a socket that lies there belongs to an engine that died. */
export const listenLocalSocket = async (options: {
  readonly dataDir: string
  readonly serve: (port: Port) => void
}): Promise<Result<LocalSocket, ListenError>> => {
  const path = await findSocketPath(options.dataDir)
  if (!path.ok) return path
  if (!(await removeStaleSocket(path.value))) return err({ type: 'SocketPathTaken', path: path.value })

  const http = createServer((_request, response) => response.writeHead(404).end())
  const sockets = acceptSockets(options.serve)
  http.on('upgrade', (request, socket, head) => {
    if (request.url === '/rpc') sockets.accept({ request, socket, head })
    else refuseUpgrade(socket, 404, 'There is nothing at this address.')
  })
  const failure = await listen(http, path.value)
  if (failure !== undefined) return err({ type: 'ListenFailed', path: path.value, cause: failure })
  return ok({ path: path.value, close: () => sockets.close(http) })
}

/** The port of the engine that holds the data folder, or NotRunning. */
export const connectLocalSocket = async (dataDir: string): Promise<Result<Port, ConnectError>> => {
  const path = await findSocketPath(dataDir)
  return path.ok ? connectTo(path.value) : path
}

const connectTo = (path: string): Promise<Result<Port, ConnectError>> =>
  new Promise((resolve) => {
    // The address is for the handshake only: a path inside a ws+unix address may hold no colon.
    const createConnection = (): Socket => connect(path)
    const socket = new WebSocket('ws://localhost/rpc', { ...webSocketLimits, createConnection, handshakeTimeout: 5000 })
    socket.once('open', () => resolve(ok(webSocketPort(socket))))
    socket.once('error', (cause: NodeJS.ErrnoException) => {
      const nobody = cause.code === 'ENOENT' || cause.code === 'ECONNREFUSED'
      resolve(err(nobody ? { type: 'NotRunning', path } : { type: 'ConnectFailed', path, cause: cause.message }))
    })
  })

const removeStaleSocket = async (path: string): Promise<boolean> => {
  if (process.platform === 'win32') return true
  const stats = await lstat(path).catch(() => undefined)
  if (stats === undefined) return true
  if (!stats.isSocket()) return false
  await rm(path)
  return true
}

/** Resolves to the reason when it fails. */
const listen = async (server: Server, path: string): Promise<string | undefined> => {
  const listening = new Promise<string | undefined>((resolve) => {
    server.once('listening', () => resolve(undefined))
    server.once('error', (cause) => resolve(cause.message))
  })
  // The socket is made inside `listen`, with this mode from its first moment.
  const before = process.umask(0o177)
  server.listen(path)
  process.umask(before)
  return listening
}
