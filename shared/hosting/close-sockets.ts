/** Ends WebSockets politely, but without waiting for a peer that never answers. */
import type { Server } from 'node:http'
import type { WebSocket, WebSocketServer } from 'ws'

export const closeCodes = { normal: 1000, goingAway: 1001, invalidData: 1007 } as const

const patienceMs = 500

/** Lets the last messages out first. */
export const closeSocket = (socket: WebSocket, code: number): void => {
  socket.close(code)
  const timer = setTimeout(() => socket.terminate(), patienceMs)
  socket.on('close', () => clearTimeout(timer))
}

/** Resolves when no connection is left. */
export const closeSocketServer = (server: Server, sockets: WebSocketServer): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    for (const socket of sockets.clients) closeSocket(socket, closeCodes.goingAway)
    sockets.close()
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), patienceMs).unref()
  })
