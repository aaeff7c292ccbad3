/**
 * A worker thread that costs nothing while it has nothing to do: it starts with the first conversation, ends some time
 * after the last one, and never keeps the process alive by itself. When it dies, every open conversation is told so
 * and the next one starts a new thread.
 *
 * A conversation has a message port of its own, so streams need no ids, and an open one keeps the process alive.
 */
import { MessageChannel, type MessagePort, type Transferable, type Worker } from 'node:worker_threads'
import { err, ok, type Result } from '#domain/result.ts'
import type { FromWorker, ToConversation, ToWorker } from './worker-messages.ts'

export type WorkerDied = { readonly type: 'WorkerDied'; readonly detail: string }

export type Conversation<Message, Reply> = {
  post(message: Message, transfer?: readonly Transferable[]): void
  /** The next reply, in order. Throws when the code in the worker threw: that is a bug there. */
  next(): Promise<Result<Reply, WorkerDied>>
  /** Raises the signal of the other side, which then answers as it sees fit. */
  cancel(): void
  /** Must be called once done, whatever happened: an open conversation keeps the process alive. */
  end(): void
}

export type IdleWorker<Opening, Message, Reply> = {
  converse(opening: Opening, transfer?: readonly Transferable[]): Conversation<Message, Reply>
  isRunning(): boolean
  /** Cancels what is under way, lets the thread tidy up and waits until it is gone. A later conversation starts a new one. */
  end(): Promise<void>
}

export type IdleWorkerOptions = {
  /** Kept as a function at the caller so that bundlers see `new Worker(new URL(…, import.meta.url))` in one piece. */
  readonly start: () => Worker
  readonly idleMs?: number
}

export const defaultIdleMs = 30_000
const patienceMs = 5_000

export const createIdleWorker = <Opening, Message, Reply>(
  options: IdleWorkerOptions,
): IdleWorker<Opening, Message, Reply> => {
  const idleMs = options.idleMs ?? defaultIdleMs
  let thread: Thread | undefined
  let idleTimer: NodeJS.Timeout | undefined
  let leaving: Promise<void> | undefined

  const rest = (): void => {
    if (thread === undefined || thread.open.size > 0) return
    idleTimer = setTimeout(() => void end(), idleMs)
    idleTimer.unref()
  }

  const end = async (): Promise<void> => {
    clearTimeout(idleTimer)
    if (thread !== undefined) leaving = thread.end()
    thread = undefined
    await leaving
  }

  return {
    converse: (opening, transfer = []) => {
      clearTimeout(idleTimer)
      thread ??= startThread(options.start(), (gone) => {
        if (thread === gone) thread = undefined
      })
      return openConversation<Opening, Message, Reply>(thread, { opening, transfer, onEnd: rest })
    },
    isRunning: () => thread !== undefined,
    end,
  }
}

type Thread = {
  readonly worker: Worker
  /** What to call in each open conversation when the thread dies. */
  readonly open: Set<(died: WorkerDied) => void>
  end(): Promise<void>
}

const startThread = (worker: Worker, onGone: (thread: Thread) => void): Thread => {
  const open: Thread['open'] = new Set()
  let reason = 'it ended'
  const exited = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      onGone(thread)
      for (const tell of [...open]) tell({ type: 'WorkerDied', detail: reason })
      resolve()
    })
  })
  worker.once('error', (error) => {
    reason = error instanceof Error ? error.message : String(error)
    onGone(thread)
  })
  worker.unref()
  const thread: Thread = {
    worker,
    open,
    end: async () => {
      const goodbye: ToWorker<unknown> = { type: 'end' }
      worker.postMessage(goodbye)
      const impatience = setTimeout(() => void worker.terminate(), patienceMs)
      worker.ref()
      await exited
      clearTimeout(impatience)
    },
  }
  return thread
}

type Call<Opening> = {
  readonly opening: Opening
  readonly transfer: readonly Transferable[]
  readonly onEnd: () => void
}

const openConversation = <Opening, Message, Reply>(
  thread: Thread,
  { opening, transfer, onEnd }: Call<Opening>,
): Conversation<Message, Reply> => {
  const { port1: port, port2: theirs } = new MessageChannel()
  const inbox = createInbox<FromWorker<Reply> | WorkerDied>()
  const die = (died: WorkerDied): void => inbox.put(died)
  thread.open.add(die)
  port.on('message', (message: FromWorker<Reply>) => inbox.put(message))
  const first: ToWorker<Opening> = { type: 'open', opening, port: theirs }
  thread.worker.postMessage(first, [theirs, ...transfer])

  return {
    post: (message, more = []) => send(port, { type: 'message', message }, more),
    cancel: () => send(port, { type: 'cancel' }, []),
    next: async () => {
      const got = await inbox.take()
      if (got.type === 'reply') return ok(got.reply)
      if (got.type === 'WorkerDied') {
        inbox.put(got)
        return err(got)
      }
      throw new Error(`in the worker: ${got.detail}`)
    },
    end: () => {
      if (!thread.open.delete(die)) return
      port.close()
      inbox.put({ type: 'WorkerDied', detail: 'the conversation was ended' })
      onEnd()
    },
  }
}

const send = <Message>(port: MessagePort, message: ToConversation<Message>, transfer: readonly Transferable[]): void =>
  port.postMessage(message, [...transfer])

const createInbox = <Item>(): { put(item: Item): void; take(): Promise<Item> } => {
  const items: Item[] = []
  const takers: ((item: Item) => void)[] = []
  return {
    put: (item) => {
      const taker = takers.shift()
      if (taker === undefined) items.push(item)
      else taker(item)
    },
    take: () => {
      const item = items.shift()
      return item === undefined ? new Promise((resolve) => takers.push(resolve)) : Promise.resolve(item)
    },
  }
}
