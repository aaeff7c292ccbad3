/** The other end of an idle worker: runs in the worker thread and hands each conversation to one function. */
import { parentPort, type MessagePort, type Transferable } from 'node:worker_threads'
import type { FromWorker, ToConversation, ToWorker } from './worker-messages.ts'

export type ServedConversation<Message, Reply> = {
  /** Raised when the other side cancels or hangs up. Seen only after the thread has taken a turn. */
  readonly signal: AbortSignal
  reply(reply: Reply, transfer?: readonly Transferable[]): void
  /** The next message, or undefined once cancelled. */
  next(): Promise<Message | undefined>
}

export type Server<Opening, Message, Reply> = {
  /** One conversation, from its opening to its last reply. */
  converse(opening: Opening, conversation: ServedConversation<Message, Reply>): Promise<void>
  /** Closes what the thread holds open, before it ends. */
  tidyUp?(): void
}

export const serveConversations = <Opening, Message, Reply>(server: Server<Opening, Message, Reply>): void => {
  const owner = parentPort
  if (owner === null) throw new Error('this module runs in a worker thread')
  const underWay = new Map<AbortController, Promise<void>>()

  const start = (opening: Opening, port: MessagePort): void => {
    const cancel = new AbortController()
    const finished = serveOne(server, { opening, port, cancel }).finally(() => underWay.delete(cancel))
    underWay.set(cancel, finished)
  }
  const end = async (): Promise<void> => {
    for (const cancel of underWay.keys()) cancel.abort()
    await Promise.all(underWay.values())
    server.tidyUp?.()
    process.exit()
  }
  owner.on('message', (message: ToWorker<Opening>) => {
    if (message.type === 'open') start(message.opening, message.port)
    else void end()
  })
}

/** Lets waiting messages in, so that a long task hears a cancel and others get their share of the thread. */
export const takeTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

type Call<Opening> = {
  readonly opening: Opening
  readonly port: MessagePort
  readonly cancel: AbortController
}

const serveOne = async <Opening, Message, Reply>(
  server: Server<Opening, Message, Reply>,
  { opening, port, cancel }: Call<Opening>,
): Promise<void> => {
  const { signal } = cancel
  const inbox: Message[] = []
  let wake: (() => void) | undefined
  port.on('message', (message: ToConversation<Message>) => {
    if (message.type === 'cancel') return cancel.abort()
    inbox.push(message.message)
    wake?.()
  })
  port.on('close', () => cancel.abort())
  signal.addEventListener('abort', () => wake?.())
  const post = (reply: FromWorker<Reply>, transfer: readonly Transferable[] = []): void =>
    port.postMessage(reply, [...transfer])

  try {
    await server.converse(opening, {
      signal,
      reply: (reply, transfer) => post({ type: 'reply', reply }, transfer),
      next: async () => {
        while (inbox.length === 0 && !signal.aborted) await new Promise<void>((resolve) => (wake = resolve))
        return signal.aborted ? undefined : inbox.shift()
      },
    })
  } catch (error) {
    post({ type: 'bug', detail: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}
