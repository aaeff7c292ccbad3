/** The answering end of the RPC: calls the router's procedures for what arrives on a port. */
import { callTRPCProcedure, TRPCError, type AnyTRPCRouter, type inferRouterContext } from '@trpc/server'
import type { Port } from './port.ts'
import { parseClientMessage, type CallMessage, type WireError } from './wire-messages.ts'

export type ServePortOptions<Router extends AnyTRPCRouter> = {
  readonly port: Port
  readonly router: Router
  readonly createContext: () => inferRouterContext<Router>
  /** Turns whatever a procedure threw into an error of the closed list; sees the router's own TRPCErrors too. */
  readonly formatError: (error: unknown) => WireError
  /** Calls and subscriptions open at once on this port. */
  readonly maxInFlight?: number
}

type OpenCall = {
  readonly message: CallMessage
  readonly signal: AbortSignal
  readonly freePlace: () => void
}

/** Serves until the port closes; then every call in flight is told so by its signal. */
export const servePort = <Router extends AnyTRPCRouter>(options: ServePortOptions<Router>): void => {
  const { port, maxInFlight = 256 } = options
  const inFlight = new Map<number, AbortController>()

  port.onMessage((message) => {
    const call = parseClientMessage(message)
    if (call === undefined) {
      port.close()
      return
    }
    const [id, type] = call
    if (type === 'stop') {
      inFlight.get(id)?.abort()
      return
    }
    if (inFlight.has(id)) {
      port.close()
      return
    }
    if (inFlight.size >= maxInFlight) {
      postError(options, id, tooManyCalls(maxInFlight))
      return
    }
    const controller = new AbortController()
    inFlight.set(id, controller)
    void answer(options, { message: call, signal: controller.signal, freePlace: () => inFlight.delete(id) })
  })
  port.onClose(() => {
    for (const controller of inFlight.values()) controller.abort()
  })
}

/** Frees the place before the last message goes out, so that a caller who has its answer always finds room. */
const answer = async <Router extends AnyTRPCRouter>(
  options: ServePortOptions<Router>,
  call: OpenCall,
): Promise<void> => {
  const { port } = options
  const { signal, freePlace } = call
  const [id, type] = call.message
  try {
    const value = await callProcedure(options, call)
    if (type === 'subscription') await stream(port, call, value)
    freePlace()
    if (signal.aborted) return
    if (type === 'subscription') port.post([id, 'end'])
    else port.post(value === undefined ? [id, 'result'] : [id, 'result', value])
  } catch (error) {
    freePlace()
    if (!signal.aborted) postError(options, id, error)
  }
}

const callProcedure = <Router extends AnyTRPCRouter>(
  { router, createContext }: ServePortOptions<Router>,
  { message: [, type, path, input], signal }: OpenCall,
): Promise<unknown> => {
  const getRawInput = (): Promise<unknown> => Promise.resolve(input)
  return callTRPCProcedure({ router, path, type, getRawInput, ctx: createContext(), signal, batchIndex: 0 })
}

const stream = async (port: Port, { message: [id], signal }: OpenCall, values: unknown): Promise<void> => {
  if (!isAsyncIterable(values)) throw new Error('a subscription returned something else than an async iterable')
  if (signal.aborted) return
  port.post([id, 'started'])
  for await (const value of values) {
    // An iterable that does not watch the signal ends here, at its next value.
    if (signal.aborted) return
    port.post(value === undefined ? [id, 'data'] : [id, 'data', value])
  }
}

const postError = <Router extends AnyTRPCRouter>(
  { port, formatError }: ServePortOptions<Router>,
  id: number,
  error: unknown,
): void => {
  const wireError = formatError(error)
  try {
    port.post([id, 'error', wireError])
  } catch {
    // Only the details can hold something that cannot be sent; the words must arrive all the same.
    const { details: _, ...words } = wireError
    port.post([id, 'error', words])
  }
}

const tooManyCalls = (limit: number): TRPCError =>
  new TRPCError({
    code: 'TOO_MANY_REQUESTS',
    message: `More than ${String(limit)} calls are open on this connection. Wait for some to finish, then try again.`,
  })

const isAsyncIterable = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value
