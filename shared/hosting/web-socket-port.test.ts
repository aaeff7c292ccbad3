import type { Port } from '#api/rpc/port.ts'
import { describeRpcContract } from '#testing/rpc-contract.ts'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { closeSocketServer } from './close-sockets.ts'
import { decodeFrame, encodeFrame } from '#api/rpc/frame-codec.ts'
import { webSocketLimits, webSocketPort, type WebSocketPortOptions } from './web-socket-port.ts'

const cleanUp: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const task of cleanUp.splice(0)) await task()
})

const listen = async (serve: (port: Port, socket: WebSocket) => void, options: WebSocketPortOptions = {}) => {
  const http = createServer()
  const sockets = new WebSocketServer({ server: http, ...webSocketLimits })
  sockets.on('connection', (socket) => serve(webSocketPort(socket, options), socket))
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  return {
    address: `ws://127.0.0.1:${String((http.address() as AddressInfo).port)}`,
    close: () => closeSocketServer(http, sockets),
  }
}

const open = async (address: string): Promise<WebSocket> => {
  const socket = new WebSocket(address, webSocketLimits)
  socket.on('error', () => undefined)
  await once(socket, 'open')
  return socket
}

describeRpcContract('a WebSocket', async (serve) => {
  const server = await listen(serve)
  return { client: webSocketPort(await open(server.address)), dispose: server.close }
})

const start = async (options: WebSocketPortOptions = {}) => {
  const served: { port: Port; socket: WebSocket; received: unknown[] }[] = []
  const server = await listen((port, socket) => {
    const received: unknown[] = []
    port.onMessage((message) => received.push(message))
    served.push({ port, socket, received })
  }, options)
  cleanUp.push(server.close)
  const client = await open(server.address)
  while (served.length === 0) await new Promise(setImmediate)
  const [first] = served
  if (first === undefined) throw new Error('nobody connected')
  const closed = new Promise<void>((resolve) => first.port.onClose(resolve))
  return { ...server, client, ...first, closed }
}

test('[HOST-1] closes on a text frame, on rubbish and on a frame with trailing bytes', async () => {
  for (const frame of ['[1,"query","echo"]', Uint8Array.of(0xc1), Uint8Array.of(0x01, 0x02)]) {
    const { client, closed, received } = await start()
    const code = once(client, 'close')
    client.send(frame)
    await closed
    expect(((await code) as unknown[])[0]).toBe(1007)
    expect(received).toEqual([])
  }
})

test('[HOST-1] refuses an array whose claimed length is longer than its frame', () => {
  expect(() => decodeFrame(Uint8Array.of(0xdd, 0x01, 0xff, 0xff, 0xff))).toThrow('length')
  expect(() => decodeFrame(Uint8Array.of(0xdf, 0x01, 0xff, 0xff, 0xff))).toThrow('length')
})

test('[HOST-2] refuses values that would arrive as something else', () => {
  for (const value of [new Date(0), new Map([[1, 2]]), new Set([1])]) {
    expect(() => encodeFrame([1, 'result', { value }])).toThrow('cannot be sent')
  }
  expect(() => encodeFrame([1, 'result', () => 1])).toThrow('Unrecognized')
  expect(() => decodeFrame(Uint8Array.of(0xd6, 0xff, 0, 0, 0, 0))).toThrow('extension')
})

test('[HOST-2] leaves out fields that are undefined', () => {
  const decoded = decodeFrame(encodeFrame([1, { a: undefined, b: 2 }]))
  expect(decoded).toEqual([1, { b: 2 }])
  expect(Object.keys((decoded as [number, object])[1])).toEqual(['b'])
})

test('[HOST-3] ends only the connection that sends a frame over 64 MiB', async () => {
  const { address, client, closed } = await start()
  client.send(new Uint8Array(64 * 1024 * 1024 + 1))
  await closed
  const other = await open(address)
  const pong = once(other, 'pong')
  other.ping('still here')
  expect(String(((await pong) as unknown[])[0])).toBe('still here')
})

test('[HOST-4] ends a connection whose reader leaves more than the limit unread', async () => {
  const { client, port, closed, socket } = await start({ maxBacklog: 100_000, graceMs: 50 })
  client.pause()
  let ended = false
  void closed.then(() => (ended = true))
  let most = 0
  for (let round = 0; round < 5000 && !ended; round++) {
    port.post(new Uint8Array(50_000))
    most = Math.max(most, socket.bufferedAmount)
    if (round % 10 === 0) await new Promise(setImmediate)
  }
  await closed
  expect(most).toBeLessThan(100_000 * 8 + 60_000)
})

test('[HOST-4] ends a connection that stays over the limit for longer than the grace, however little is sent', async () => {
  const { client, port, closed, socket } = await start({ maxBacklog: 100_000, graceMs: 50 })
  client.pause()
  while (socket.bufferedAmount <= 100_000) {
    port.post(new Uint8Array(50_000))
    await new Promise(setImmediate)
  }
  port.post('one more')
  expect(socket.bufferedAmount).toBeLessThan(300_000)
  await closed
})

test('[HOST-4] lets a reader catch up that is busy for less than the grace', async () => {
  const { client, port, socket } = await start({ maxBacklog: 100_000, graceMs: 10_000 })
  client.pause()
  const sent = 400
  let received = 0
  client.on('message', () => received++)
  for (let round = 0; round < sent && socket.bufferedAmount <= 500_000; round++) {
    port.post(new Uint8Array(50_000))
    await new Promise(setImmediate)
  }
  expect(socket.bufferedAmount).toBeGreaterThan(100_000)
  client.resume()
  while (socket.bufferedAmount > 0) await new Promise(setImmediate)
  port.post('still there')
  const [last] = (await once(client, 'message')) as [unknown]
  expect(last).toBeDefined()
  expect(received).toBeGreaterThan(1)
})
