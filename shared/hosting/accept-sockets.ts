/** Turns upgrade requests, which a host has already allowed, into ports. */
import type { Port } from '#api/rpc/port.ts'
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { closeSocketServer } from './close-sockets.ts'
import { webSocketLimits, webSocketPort } from './web-socket-port.ts'

export type Upgrade = { readonly request: IncomingMessage; readonly socket: Duplex; readonly head: Buffer }

export type SocketAcceptor = {
  accept(upgrade: Upgrade): void
  /** Ends every connection, then the server that they came from. */
  close(server: Server): Promise<void>
}

export const acceptSockets = (serve: (port: Port) => void): SocketAcceptor => {
  const sockets = new WebSocketServer({ noServer: true, ...webSocketLimits })
  return {
    accept: ({ request, socket, head }) =>
      sockets.handleUpgrade(request, socket, head, (webSocket) => serve(webSocketPort(webSocket))),
    close: (server) => closeSocketServer(server, sockets),
  }
}

/** Answers an upgrade that is not allowed. */
export const refuseUpgrade = (socket: Duplex, status: number, reason: string): void => {
  socket.on('error', () => socket.destroy())
  const body = `${reason}\n`
  socket.end(
    `HTTP/1.1 ${String(status)} Refused\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\n` +
      `Content-Length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`,
  )
}
