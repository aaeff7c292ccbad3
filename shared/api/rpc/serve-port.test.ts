import { formatToyError, toyRouter } from '#testing/toy-router.ts'
import { createTRPCClient } from '@trpc/client'
import { EventEmitter } from 'node:events'
import { MessageChannel } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { createInProcessPorts } from './in-process-port.ts'
import { messagePortToPort } from './message-port.ts'
import { portLink } from './port-link.ts'
import { servePort } from './serve-port.ts'
import type { WireError } from './wire-messages.ts'

const createContext = () => ({ events: new EventEmitter(), notes: [] })

const connectOverMessagePort = (formatError: (error: unknown) => WireError) => {
  const { port1, port2 } = new MessageChannel()
  servePort({ port: messagePortToPort(port2), router: toyRouter, createContext, formatError })
  return createTRPCClient<typeof toyRouter>({ links: [portLink<typeof toyRouter>(messagePortToPort(port1))] })
}

test('[RPC-15] answers with an error when a result cannot be sent', async () => {
  const client = connectOverMessagePort(formatToyError)
  await expect(client.unsendable.query()).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' })
})

test('[RPC-15] sends the words of an error without details that cannot be sent', async () => {
  const client = connectOverMessagePort((error) => ({ ...formatToyError(error), details: { callback: () => 1 } }))
  const error: unknown = await client.clients.rename.mutate('Pentair').catch((cause: unknown) => cause)
  expect(error).toMatchObject({ code: 'CONFLICT', tag: 'Toy.CONFLICT', details: undefined })
})

test('[RPC-15] rejects a call whose input cannot be sent, and sends the next', async () => {
  const client = connectOverMessagePort(formatToyError)
  await expect(client.echo.query(() => 1)).rejects.toMatchObject({ tag: 'InputNotSendable' })
  expect(await client.echo.query(1)).toBe(1)
})

test('[RPC-10] holds 256 calls in flight unless told otherwise', async () => {
  const [client, server] = createInProcessPorts()
  servePort({ port: server, router: toyRouter, createContext, formatError: formatToyError })
  const answers: unknown[] = []
  client.onMessage((message) => answers.push(message))
  for (let id = 1; id <= 300; id++) client.post([id, 'query', 'slow'])
  await new Promise(setImmediate)
  expect(answers).toHaveLength(44)
  expect(answers[0]).toMatchObject([257, 'error', { code: 'TOO_MANY_REQUESTS' }])
})
