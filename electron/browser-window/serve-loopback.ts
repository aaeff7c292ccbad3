/** The window's server: the page and the RPC on 127.0.0.1, for the one who holds the printed address. */
import type { Port } from '#api/rpc/port.ts'
import { acceptSockets, refuseUpgrade, type SocketAcceptor, type Upgrade } from '#hosting/accept-sockets.ts'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerPage, type PageSite } from './answer-page.ts'
import { sendAnswer, type Answer } from './answer.ts'
import type { BuiltPage } from './load-page.ts'
import { refusedPage } from './message-page.ts'
import { ownHost, refuseRequest, refuseUpgradeRequest, type Refusal } from './request-guard.ts'
import { createSignIn } from './sign-in.ts'
import { readOwnFiles, type StaticFiles } from './static-files.ts'

export type Loopback = {
  /** Holds the one-time token: for the eyes of the user alone. */
  readonly address: string
  close(): Promise<void>
}

type Site = PageSite & {
  readonly files: StaticFiles
  readonly port: number
}

export const serveLoopback = async (options: {
  readonly built: BuiltPage
  readonly serve: (port: Port) => void
}): Promise<Loopback> => {
  const { page } = options.built
  const files = new Map([...options.built.files, ...(await readOwnFiles())])
  const server = createServer()
  const sockets = acceptSockets(options.serve)
  const port = await listen(server)
  const site: Site = { page, files, port, signIn: createSignIn(port) }
  server.on('request', (request, response) => handleRequest(site, request, response))
  server.on('upgrade', (request, socket, head) => handleUpgrade(site, sockets, { request, socket, head }))
  return {
    address: `http://127.0.0.1:${String(port)}/?token=${site.signIn.token}`,
    close: () => sockets.close(server),
  }
}

const listen = async (server: Server): Promise<number> => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

const handleRequest = (site: Site, request: IncomingMessage, response: ServerResponse): void => {
  const host = ownHost(request, site.port) ?? `127.0.0.1:${String(site.port)}`
  sendAnswer(response, host, answer(site, request))
}

const answer = (site: Site, request: IncomingMessage): Answer => {
  const refusal = refuseRequest(request, site.port)
  if (refusal !== undefined) return refusalToAnswer(refusal)
  const url = request.url ?? ''
  const queryStart = url.includes('?') ? url.indexOf('?') : url.length
  const path = url.slice(0, queryStart)
  const file = site.files.get(path)
  if (file !== undefined) return { status: 200, ...file }
  if (path === '/') return answerPage(site, { request, query: new URLSearchParams(url.slice(queryStart)) })
  return refusalToAnswer({ status: 404, reason: 'There is nothing at this address.' })
}

const refusalToAnswer = ({ status, reason }: Refusal): Answer => ({
  status,
  contentType: 'text/html; charset=utf-8',
  body: refusedPage(reason),
  ...(status === 405 && { headers: { Allow: 'GET, HEAD' } }),
})

const handleUpgrade = (site: Site, sockets: SocketAcceptor, upgrade: Upgrade): void => {
  const { request, socket } = upgrade
  const refusal = refuseUpgradeRequest(request, site.port)
  if (refusal !== undefined) refuseUpgrade(socket, refusal.status, refusal.reason)
  else if (!site.signIn.isSignedIn(request.headers.cookie)) refuseUpgrade(socket, 401, 'Not signed in.')
  else sockets.accept(upgrade)
}
