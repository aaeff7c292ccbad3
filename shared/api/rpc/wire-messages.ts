/** The messages of the RPC, and the check that nothing else gets in. */

/** An error as it crosses a border: `code` from the closed list of `#api/errors.ts`, `tag` for the caller's switch. */
export type WireError = {
  readonly code: string
  readonly tag: string
  /** What happened. */
  readonly message: string
  /** What is safe. */
  readonly safe?: string
  /** What to do. */
  readonly action?: string
  readonly details?: unknown
}

export type CallType = 'query' | 'mutation' | 'subscription'

/** An absent input is left out, because a socket cannot tell undefined from null. */
export type CallMessage = readonly [id: number, type: CallType, path: string, input?: unknown]

/** Cancels a call or ends a subscription. */
export type StopMessage = readonly [id: number, type: 'stop']

export type ServerMessage =
  | readonly [id: number, type: 'result', value?: unknown]
  | readonly [id: number, type: 'started']
  | readonly [id: number, type: 'data', value?: unknown]
  | readonly [id: number, type: 'end']
  | readonly [id: number, type: 'error', error: WireError]

const longestPath = 200

export const parseClientMessage = (message: unknown): CallMessage | StopMessage | undefined => {
  if (!Array.isArray(message) || message.length < 2 || message.length > 4) return undefined
  const [id, type, path, input] = message as readonly unknown[]
  if (!isCallId(id)) return undefined
  if (type === 'stop') return message.length === 2 ? [id, 'stop'] : undefined
  if (type !== 'query' && type !== 'mutation' && type !== 'subscription') return undefined
  if (typeof path !== 'string' || path.length === 0 || path.length > longestPath) return undefined
  return [id, type, path, input]
}

export const parseServerMessage = (message: unknown): ServerMessage | undefined => {
  if (!Array.isArray(message) || message.length < 2 || message.length > 3) return undefined
  const [id, type, value] = message as readonly unknown[]
  if (!isCallId(id)) return undefined
  if (type === 'started' || type === 'end') return [id, type]
  if (type === 'result' || type === 'data') return [id, type, value]
  return type === 'error' && isWireError(value) ? [id, 'error', value] : undefined
}

const isCallId = (id: unknown): id is number => Number.isSafeInteger(id) && (id as number) > 0

const isWireError = (value: unknown): value is WireError =>
  typeof value === 'object' &&
  value !== null &&
  'code' in value &&
  typeof value.code === 'string' &&
  'tag' in value &&
  typeof value.tag === 'string' &&
  'message' in value &&
  typeof value.message === 'string'
