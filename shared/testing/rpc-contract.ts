/** What the RPC promises over every transport: the suite that each kind of port must pass. */
import { portLink } from '#api/rpc/port-link.ts'
import type { Port } from '#api/rpc/port.ts'
import { RpcError } from '#api/rpc/rpc-error.ts'
import { servePort } from '#api/rpc/serve-port.ts'
import { createTRPCClient } from '@trpc/client'
import { EventEmitter, once } from 'node:events'
import { afterEach, describe, expect, test } from 'vitest'
import { formatToyError, toyRouter, type ToyContext, type ToyRouter } from './toy-router.ts'

export type JoinedPorts = {
  readonly client: Port
  readonly dispose?: () => Promise<void> | void
}

/** Makes two joined ports and gives the far one to `serve` in the turn in which it appears. */
export type JoinPorts = (serve: (port: Port) => void) => Promise<JoinedPorts>

const maxInFlight = 8

export const describeRpcContract = (transport: string, joinPorts: JoinPorts): void => {
  const cleanUp: (() => Promise<void> | void)[] = []
  afterEach(async () => {
    for (const task of cleanUp.splice(0)) await task()
  })

  const start = async () => {
    const context: ToyContext = { events: new EventEmitter(), notes: [] }
    const served: Port[] = []
    const serve = (port: Port): void => {
      served.push(port)
      servePort({ port, router: toyRouter, createContext: () => context, formatError: formatToyError, maxInFlight })
    }
    const { client: port, dispose } = await joinPorts(serve)
    cleanUp.push(() => port.close(), dispose ?? (() => undefined))
    return { ...context, port, serverPort: () => served[0] }
  }
  const startClient = async () => {
    const started = await start()
    return { ...started, client: createTRPCClient<ToyRouter>({ links: [portLink<ToyRouter>(started.port)] }) }
  }
  const startRaw = async () => {
    const started = await start()
    const received: unknown[] = []
    const events = new EventEmitter()
    started.port.onMessage((message) => {
      received.push(message)
      events.emit('message', message)
    })
    const closed = new Promise<void>((resolve) => started.port.onClose(resolve))
    const next = async (): Promise<unknown> => ((await once(events, 'message')) as unknown[])[0]
    return { ...started, received, closed, next }
  }

  describe(`RPC over ${transport}`, () => {
    test('[RPC-1] answers queries and mutations with what the procedure returned', async () => {
      const { client } = await startClient()
      expect(await client.double.mutate({ value: 21, note: undefined })).toEqual({ value: 42 })
      const bytes = Uint8Array.from([0, 1, 254, 255])
      const input = { text: 'Zoë — 東京', list: [1, -2.5, null, true], deep: { bytes }, big: 2 ** 52 }
      const output = (await client.echo.query(input)) as typeof input
      expect({ ...output, deep: { bytes: [...output.deep.bytes] } }).toEqual({ ...input, deep: { bytes: [...bytes] } })
      expect(output.deep.bytes).toBeInstanceOf(Uint8Array)
    })

    test('[RPC-2] keeps an absent input and an absent result apart from null', async () => {
      const { client } = await startClient()
      expect(await client.echo.query(undefined)).toBeUndefined()
      expect(await client.echo.query(null)).toBeNull()
      expect(await client.nothing.query()).toBeUndefined()
    })

    test('[RPC-3] answers calls that overlap, each to its own caller', async () => {
      const { client } = await startClient()
      const values = [1, 2, 3, 4, 5, 6]
      const answers = await Promise.all(values.map((value) => client.double.mutate({ value })))
      expect(answers.map(({ value }) => value)).toEqual([2, 4, 6, 8, 10, 12])
    })

    test('[RPC-4] rejects with the code, tag and words that formatError gave', async () => {
      const { client } = await startClient()
      const error: unknown = await client.clients.rename.mutate('Pentair').catch((cause: unknown) => cause)
      expect(error).toBeInstanceOf(RpcError)
      expect(error).toMatchObject({
        code: 'CONFLICT',
        tag: 'Toy.CONFLICT',
        message: 'There is a client "Pentair" already.',
        safe: 'Nothing was changed.',
        action: 'Try again.',
      })
    })

    test('[RPC-4] refuses an input that the schema does not take', async () => {
      const { client } = await startClient()
      const refused = client.double.mutate({ value: 'many' as unknown as number })
      await expect(refused).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    })

    test.each(['missing', 'clients', 'constructor', '__proto__', 'clients.toString', 'double'])(
      '[RPC-5] answers NOT_FOUND for a query of %s',
      async (path) => {
        const { port, next } = await startRaw()
        port.post([1, 'query', path, { value: 1 }])
        expect(await next()).toMatchObject([1, 'error', { code: 'NOT_FOUND' }])
      },
    )

    test('[RPC-6] streams a subscription and ends it when the iterable ends', async () => {
      const { client } = await startClient()
      const seen: number[] = []
      for await (const value of client.count.subscribe(5)) seen.push(value)
      expect(seen).toEqual([1, 2, 3, 4, 5])
    })

    test('[RPC-6] tells the error that a subscription ended with, after its values', async () => {
      const { client } = await startClient()
      const seen: unknown[] = []
      const error = await new Promise<unknown>((resolve) => {
        client.failing.subscribe(undefined, { onData: (value) => seen.push(value), onError: resolve })
      })
      expect(seen).toEqual([1])
      expect(error).toMatchObject({ code: 'UNAUTHORIZED', message: 'The practice was locked.' })
    })

    test('[RPC-7] stops a subscription when its caller leaves, and frees its place', async () => {
      const { client, events, notes } = await startClient()
      for (let round = 0; round < maxInFlight + 2; round++) {
        const started = once(events, 'watch started')
        const seen = new EventEmitter()
        const first = once(seen, 'value')
        const subscription = client.watch.subscribe(undefined, { onData: (value) => seen.emit('value', value) })
        await started
        events.emit('value', round)
        expect(await first).toEqual([round])
        const noted = once(events, 'noted')
        subscription.unsubscribe()
        await noted
      }
      expect(notes).toHaveLength(maxInFlight + 2)
      expect(events.listenerCount('value')).toBe(0)
    })

    test('[RPC-7] a subscription that does not watch its signal ends at its next value', async () => {
      const { port, events, notes, received } = await startRaw()
      const waits = once(events, 'stubborn waits')
      port.post([1, 'subscription', 'stubborn'])
      await waits
      const slowStarted = once(events, 'slow started')
      port.post([1, 'stop'])
      port.post([2, 'query', 'slow'])
      await slowStarted
      events.emit('value', 'unwanted')
      while (notes.length === 0) await new Promise(setImmediate)
      expect(notes).toEqual(['stubborn ended'])
      port.post([3, 'query', 'echo', 'last'])
      while (received.length < 2) await new Promise(setImmediate)
      expect(received).toEqual([
        [1, 'started'],
        [3, 'result', 'last'],
      ])
    })

    test('[RPC-7] cancels a query by its signal', async () => {
      const { client, events, notes } = await startClient()
      const controller = new AbortController()
      const started = once(events, 'slow started')
      const call = client.slow.query(undefined, { signal: controller.signal }).catch((error: unknown) => error)
      await started
      const noted = once(events, 'noted')
      controller.abort()
      expect(await call).toMatchObject({ tag: 'Cancelled' })
      await noted
      expect(notes).toEqual(['slow aborted'])
    })

    test('[RPC-8] rejects every open call with ConnectionClosed when the port closes, and every later one', async () => {
      const { client, events, serverPort } = await startClient()
      const started = once(events, 'slow started')
      const call = client.slow.query().catch((error: unknown) => error)
      const ended = new Promise<unknown>((resolve) => {
        client.watch.subscribe(undefined, { onData: () => undefined, onError: resolve })
      })
      await started
      serverPort()?.close()
      expect(await call).toMatchObject({ code: 'UNAVAILABLE', tag: 'ConnectionClosed' })
      expect(await ended).toMatchObject({ tag: 'ConnectionClosed' })
      await expect(client.echo.query(1)).rejects.toMatchObject({ tag: 'ConnectionClosed' })
    })

    test('[RPC-9] aborts what is in flight when the caller goes away', async () => {
      const { client, events, notes, port } = await startClient()
      const slowStarted = once(events, 'slow started')
      const watchStarted = once(events, 'watch started')
      const call = client.slow.query().catch((error: unknown) => error)
      client.watch.subscribe(undefined, { onData: () => undefined, onError: () => undefined })
      await Promise.all([slowStarted, watchStarted])
      port.close()
      await call
      while (notes.length < 2) await once(events, 'noted')
      expect(notes.toSorted()).toEqual(['slow aborted', 'watch ended'])
    })

    test('[RPC-10] refuses more calls in flight than the limit and goes on with the others', async () => {
      const { client, events, notes } = await startClient()
      const full = new Promise<void>((resolve) => {
        let count = 0
        events.on('slow started', () => void (++count === maxInFlight && resolve()))
      })
      const controller = new AbortController()
      const { signal } = controller
      const open = Array.from({ length: maxInFlight }, () => client.slow.query(undefined, { signal }).catch(String))
      await full
      await expect(client.echo.query(1)).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
      controller.abort()
      await Promise.all(open)
      while (notes.length < maxInFlight) await once(events, 'noted')
      await new Promise(setImmediate)
      expect(await client.echo.query('room again')).toBe('room again')
    })

    test('[RPC-10] has room again for a caller as soon as it has its answer', async () => {
      const { client, events } = await startClient()
      const full = new Promise<void>((resolve) => {
        let count = 0
        events.on('slow started', () => void (++count === maxInFlight - 1 && resolve()))
      })
      for (let count = 1; count < maxInFlight; count++) client.slow.query().catch(() => undefined)
      await full
      for (let value = 1; value <= 50; value++) expect(await client.echo.query(value)).toBe(value)
      for (let value = 1; value <= 5; value++) for await (const last of client.count.subscribe(1)) expect(last).toBe(1)
    })

    test('[RPC-11] closes the connection when an id is used twice at once', async () => {
      const { port, closed, events, notes } = await startRaw()
      const started = once(events, 'slow started')
      port.post([7, 'query', 'slow'])
      await started
      const noted = once(events, 'noted')
      port.post([7, 'query', 'echo', 1])
      await closed
      await noted
      expect(notes).toEqual(['slow aborted'])
    })

    test.each([
      ['text', 'hello'],
      ['an object', { id: 1, type: 'query', path: 'echo' }],
      ['nothing', null],
      ['an empty list', []],
      ['a fractional id', [1.5, 'query', 'echo']],
      ['an id of zero', [0, 'query', 'echo']],
      ['an unknown type', [1, 'batch', 'echo']],
      ['a path that is no text', [1, 'query', ['echo']]],
      ['an overlong path', [1, 'query', 'x'.repeat(201)]],
      ['too many parts', [1, 'query', 'echo', 1, 2]],
    ])('[RPC-12] closes the connection on %s', async (_what, message) => {
      const { port, closed, received } = await startRaw()
      port.post(message)
      await closed
      expect(received).toEqual([])
    })

    test('[RPC-12] the caller closes the connection on an answer that it cannot read', async () => {
      const { client, serverPort } = await startClient()
      const call = client.slow.query().catch((error: unknown) => error)
      while (serverPort() === undefined) await new Promise(setImmediate)
      serverPort()?.post({ id: 1, result: 'not ours' })
      expect(await call).toMatchObject({ tag: 'ConnectionClosed' })
    })

    test('[RPC-13] ignores an answer to a call that nobody waits for any more', async () => {
      const { client, serverPort } = await startClient()
      await client.echo.query(1)
      serverPort()?.post([1, 'result', 'late'])
      serverPort()?.post([99, 'data', 'stray'])
      expect(await client.echo.query(2)).toBe(2)
    })
  })
}
