/** Refuses what another site, another name or another program could send to our port through a browser. */
import type { IncomingMessage } from 'node:http'

export type Refusal = { readonly status: 401 | 403 | 404 | 405; readonly reason: string }

/** Our own name as the request spells it; undefined when a foreign name points at this machine (DNS rebinding). */
export const ownHost = ({ headers: { host } }: IncomingMessage, port: number): string | undefined =>
  host === `127.0.0.1:${String(port)}` || host === `localhost:${String(port)}` ? host : undefined

/** For reading, browsers send no Origin, and it matters not who asks: the cookie decides. */
export const refuseRequest = (request: IncomingMessage, port: number): Refusal | undefined => {
  const host = ownHost(request, port)
  if (host === undefined) return foreignHost
  if (request.method === 'GET' || request.method === 'HEAD') return undefined
  return isOwnOrigin(request, host) ? { status: 405, reason: 'This address can only be read.' } : foreignOrigin
}

/** A WebSocket is not bound by the browser's same-origin policy, so here the Origin must be ours. */
export const refuseUpgradeRequest = (request: IncomingMessage, port: number): Refusal | undefined => {
  const host = ownHost(request, port)
  if (host === undefined) return foreignHost
  if (!isOwnOrigin(request, host)) return foreignOrigin
  return request.url === '/rpc' ? undefined : { status: 404, reason: 'There is nothing at this address.' }
}

const isOwnOrigin = (request: IncomingMessage, host: string): boolean => request.headers.origin === `http://${host}`

const foreignHost: Refusal = { status: 403, reason: 'This name does not belong to SecurAtlas Desktop.' }
const foreignOrigin: Refusal = { status: 403, reason: 'Only the own page of SecurAtlas Desktop may ask this.' }
