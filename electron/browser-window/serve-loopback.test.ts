import type { Port } from '#api/rpc/port.ts'
import { decodeFrame, encodeFrame } from '#api/rpc/frame-codec.ts'
import { servePort } from '#api/rpc/serve-port.ts'
import { formatToyError, toyRouter } from '#testing/toy-router.ts'
import { EventEmitter, once } from 'node:events'
import { request, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import type { Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BuiltPage } from './load-page.ts'
import { serveLoopback, type Loopback } from './serve-loopback.ts'

const built: BuiltPage = {
  page: { contentType: 'text/html; charset=utf-8', body: Buffer.from('<title>planted page</title>') },
  files: new Map([
    ['/assets/page.js', { contentType: 'text/javascript; charset=utf-8', body: Buffer.from('planted script') }],
  ]),
}

let loopback: Loopback
let served: Port[]
let events: EventEmitter
let origin: string
let path: string

beforeEach(async () => {
  served = []
  events = new EventEmitter()
  const serve = (port: Port): void => {
    served.push(port)
    const createContext = () => ({ events, notes: [] })
    servePort({ port, router: toyRouter, createContext, formatError: formatToyError })
  }
  loopback = await serveLoopback({ built, serve })
  const url = new URL(loopback.address)
  origin = url.origin
  path = url.pathname + url.search
})
afterEach(() => loopback.close())

type Reply = { readonly status: number; readonly headers: IncomingMessage['headers']; readonly body: string }

const send = async (
  target: string,
  options: { method?: string; headers?: OutgoingHttpHeaders } = {},
): Promise<Reply> => {
  const asked = request({ host: '127.0.0.1', port: new URL(origin).port, path: target, ...options })
  asked.end()
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  return { status: response.statusCode ?? 0, headers: response.headers, body: await text(response) }
}

const signIn = async (): Promise<string> => cookieOf(await send(path))
const cookieOf = ({ headers }: Reply): string => headers['set-cookie']?.[0]?.split(';')[0] ?? ''

/** The status of the answer, and the socket when it is 101. */
const upgrade = async (headers: OutgoingHttpHeaders, target = '/rpc'): Promise<{ status: number; socket?: Socket }> => {
  const asked = request({
    host: '127.0.0.1',
    port: new URL(origin).port,
    path: target,
    headers: {
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': Buffer.alloc(16).toString('base64'),
      ...headers,
    },
  })
  asked.end()
  return new Promise((resolve, reject) => {
    asked.on('upgrade', (_response, socket: Socket) => resolve({ status: 101, socket }))
    asked.on('response', (response) => {
      response.resume()
      resolve({ status: response.statusCode ?? 0 })
    })
    asked.on('error', reject)
  })
}

const openSocket = async (): Promise<WebSocket> => {
  const headers = { Cookie: await signIn(), Origin: origin }
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/rpc`, { headers })
  socket.binaryType = 'arraybuffer'
  await once(socket, 'open')
  return socket
}

describe('signing in', () => {
  test('[HOST-20] the printed address answers with the page itself and a cookie', async () => {
    const reply = await send(path)
    expect([reply.status, reply.body]).toEqual([200, '<title>planted page</title>'])
    expect(reply.headers['set-cookie']).toEqual([expect.stringMatching(/; HttpOnly; SameSite=Strict$/)])
  })

  test('[HOST-20] a second use of the token without the cookie is refused in words', async () => {
    const cookie = await signIn()
    const reply = await send(path)
    expect(reply.status).toBe(401)
    expect(reply.headers['set-cookie']).toBeUndefined()
    expect(reply.body).toContain('<title>SecurAtlas Desktop</title>')
    expect(reply.body).toContain('Open the address that the program printed')
    expect(reply.body).not.toContain('planted')
    expect((await send(path, { headers: { Cookie: cookie } })).status).toBe(200)
  })

  test('[HOST-20] of many requests with the token at once, one is let in', async () => {
    const replies = await Promise.all(Array.from({ length: 20 }, () => send(path)))
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(replies.filter(({ status }) => status === 401)).toHaveLength(19)
  })

  test('[HOST-20] HEAD neither uses up the token nor gives a cookie', async () => {
    const head = await send(path, { method: 'HEAD' })
    expect([head.status, head.body, head.headers['set-cookie']]).toEqual([200, '', undefined])
    expect((await send('/', { method: 'HEAD' })).status).toBe(401)
    expect((await send(path)).status).toBe(200)
  })

  test('[HOST-21] without token and cookie there is nothing to see', async () => {
    const other = `securatlas-${new URL(origin).port}=${'x'.repeat(43)}`
    for (const headers of [{}, { Cookie: other }]) {
      for (const target of ['/', '/?token=', '/?token=x', '/?token', `/?TOKEN=${path.split('=')[1] ?? ''}`]) {
        const reply = await send(target, { headers })
        expect([reply.status, reply.headers['set-cookie']]).toEqual([401, undefined])
      }
    }
    expect((await send(path)).status).toBe(200)
  })
})

test('[HOST-28] serves the files of the page, and its own words before and instead of it', async () => {
  expect(await send('/assets/page.js')).toMatchObject({ status: 200, body: 'planted script' })
  for (const target of ['/opening', '/pages.css', '/icon.svg']) expect((await send(target)).status).toBe(200)
  expect((await send('/opening')).body).toContain('Opening SecurAtlas Desktop…')
})

describe('what another site or program could send', () => {
  test.each([
    'evil.example',
    'evil.example:PORT',
    '127.0.0.1',
    '127.0.0.1:1',
    'localhost',
    '127.0.0.1.:PORT',
    '[::1]:PORT',
  ])('[HOST-22] refuses the Host %s and keeps the token', async (host) => {
    const headers = { Host: host.replace('PORT', new URL(origin).port) }
    const reply = await send(path, { headers })
    expect([reply.status, reply.headers['set-cookie']]).toEqual([403, undefined])
    expect((await send('/assets/page.js', { headers })).status).toBe(403)
    expect((await send(path)).status).toBe(200)
  })

  test('[HOST-22] answers to localhost as to 127.0.0.1', async () => {
    const Host = `localhost:${new URL(origin).port}`
    const reply = await send(path, { headers: { Host } })
    expect(reply.status).toBe(200)
    const { status } = await upgrade({ Host, Cookie: cookieOf(reply), Origin: `http://${Host}` })
    expect(status).toBe(101)
  })

  test.each([
    ['another site', 'https://evil.example'],
    ['another port', 'http://127.0.0.1:1'],
    ['https', 'https://127.0.0.1:PORT'],
    ['another spelling of ours', 'http://localhost:PORT'],
    ['a page without origin', 'null'],
    ['no Origin', undefined],
  ])('[HOST-23] refuses a WebSocket from %s, even with the cookie', async (_whom, from) => {
    const Cookie = await signIn()
    const Origin = from?.replace('PORT', new URL(origin).port)
    expect((await upgrade(Origin === undefined ? { Cookie } : { Cookie, Origin })).status).toBe(403)
    expect(served).toEqual([])
    expect((await upgrade({ Cookie, Origin: origin })).status).toBe(101)
    expect(served).toHaveLength(1)
  })

  test('[HOST-23] refuses a WebSocket without the cookie, with a foreign Host or on another path', async () => {
    const Cookie = await signIn()
    expect((await upgrade({ Origin: origin })).status).toBe(401)
    expect((await upgrade({ Origin: origin, Cookie: 'securatlas=1' })).status).toBe(401)
    expect((await upgrade({ Origin: 'http://evil.example', Host: 'evil.example', Cookie })).status).toBe(403)
    expect((await upgrade({ Origin: origin, Cookie }, '/')).status).toBe(404)
    expect(served).toEqual([])
  })

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('[HOST-24] refuses %s', async (method) => {
    const Cookie = await signIn()
    const own = await send('/', { method, headers: { Cookie, Origin: origin } })
    expect([own.status, own.headers.allow]).toEqual([405, 'GET, HEAD'])
    expect((await send('/', { method, headers: { Cookie, Origin: 'https://evil.example' } })).status).toBe(403)
    expect((await send('/', { method, headers: { Cookie } })).status).toBe(403)
  })

  test.each([
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/assets/../../index.ts',
    '/assets/page.js/',
    '//assets/page.js',
    '/assets/page.js%00',
    '/ASSETS/PAGE.JS',
    '/index.ts',
    '/rpc',
    '/assets/',
    '/index.html',
    '/opening.html',
    '/clients/1',
    'http://127.0.0.1/assets/page.js',
    '*',
  ])('[HOST-25] has nothing at %s', async (target) => {
    const Cookie = await signIn()
    expect((await send(target, { headers: { Cookie } })).status).toBe(404)
  })

  test('[HOST-26] sends the same protective headers with every answer', async () => {
    const Cookie = await signIn()
    const replies = [
      await send('/', { headers: { Cookie } }),
      await send('/'),
      await send('/assets/page.js'),
      await send('/missing'),
      await send('/', { method: 'POST' }),
      await send('/', { headers: { Host: 'evil.example' } }),
    ]
    expect(replies.map(({ status }) => status)).toEqual([200, 401, 200, 404, 403, 403])
    for (const { headers } of replies) {
      expect(headers).toMatchObject({
        'content-security-policy':
          "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; " +
          `connect-src ws://${new URL(origin).host}; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'no-store',
      })
    }
  })

  test('[HOST-27] listens on this machine alone', async () => {
    expect(new URL(loopback.address).hostname).toBe('127.0.0.1')
    const asked = request({ host: '127.0.0.2', port: new URL(origin).port })
    const [error] = (await once(asked, 'error')) as [NodeJS.ErrnoException]
    expect(error.code).toBe('ECONNREFUSED')
  })
})

describe('a page that misbehaves', () => {
  test('[RPC-10] 10,000 calls at once: 256 run, the others are refused, and the connection lives', async () => {
    const socket = await openSocket()
    const answers: [number, string, { code: string }?][] = []
    const received = new EventEmitter()
    socket.addEventListener('message', ({ data }) => {
      answers.push(decodeFrame(new Uint8Array(data as ArrayBuffer)) as (typeof answers)[number])
      if (answers.length >= 10_000 - 256) received.emit(String(answers.length - (10_000 - 256)))
    })
    const refused = once(received, '0')
    for (let id = 1; id <= 10_000; id++) socket.send(encodeFrame([id, 'query', 'slow']))
    await refused
    const stopped = once(events, 'noted')
    socket.send(encodeFrame([1, 'stop']))
    await stopped
    const answered = once(received, '1')
    socket.send(encodeFrame([10_001, 'query', 'echo', 'alive']))
    await answered
    expect(answers.filter(([, type]) => type === 'error')).toHaveLength(10_000 - 256)
    expect(answers.every(([, type, error]) => type !== 'error' || error?.code === 'TOO_MANY_REQUESTS')).toBe(true)
    expect(answers.at(-1)).toEqual([10_001, 'result', 'alive'])
  })

  test('[HOST-3] a frame over 64 MiB ends its connection and nothing else', async () => {
    const socket = await openSocket()
    const closed = once(socket, 'close')
    socket.send('x'.repeat(64 * 1024 * 1024 + 1))
    const [{ code }] = (await closed) as [CloseEvent]
    expect([1006, 1009]).toContain(code)
    expect((await send('/assets/page.js')).status).toBe(200)
  })

  test('[HOST-4] a page that stops reading its events is cut off', async () => {
    const Cookie = await signIn()
    const { socket } = await upgrade({ Cookie, Origin: origin })
    if (socket === undefined) throw new Error('not upgraded')
    socket.on('error', () => undefined)
    const started = once(events, 'watch started')
    socket.write(maskedFrame(encodeFrame([1, 'subscription', 'watch'])))
    await started
    socket.pause()
    const closed = new Promise<void>((resolve) => served[0]?.onClose(resolve))
    let isClosed = false
    void closed.then(() => (isClosed = true))
    const megabyte = 'x'.repeat(1024 * 1024)
    for (let round = 0; round < 200 && !isClosed; round++) {
      events.emit('value', megabyte)
      await new Promise(setImmediate)
    }
    await closed
    expect(events.listenerCount('value')).toBe(0)
    expect((await send('/assets/page.js')).status).toBe(200)
  })
})

/** A short binary frame as a client must send it. */
const maskedFrame = (payload: Uint8Array): Buffer =>
  Buffer.concat([Buffer.of(0x82, 0x80 | payload.length, 0, 0, 0, 0), payload])
