/** Two joined ports inside one process, for the command line and for tests: nothing is copied or encoded. */
import { createClosedState, type ClosedState, type Port } from './port.ts'

type Listener = (message: unknown) => void
type Mailbox = { listener: Listener | undefined }

/** What one end posts, the other receives in a microtask, in order. */
export const createInProcessPorts = (): readonly [Port, Port] => {
  const leftBox: Mailbox = { listener: undefined }
  const rightBox: Mailbox = { listener: undefined }
  const leftState = createClosedState()
  const rightState = createClosedState()
  return [
    createEnd({ inbox: leftBox, outbox: rightBox, own: leftState, other: rightState }),
    createEnd({ inbox: rightBox, outbox: leftBox, own: rightState, other: leftState }),
  ]
}

const createEnd = (end: {
  readonly inbox: Mailbox
  readonly outbox: Mailbox
  readonly own: ClosedState
  readonly other: ClosedState
}): Port => ({
  post: (message) => {
    if (end.own.isClosed()) return
    soon(() => {
      if (!end.other.isClosed()) end.outbox.listener?.(message)
    })
  },
  onMessage: (listener) => {
    end.inbox.listener = listener
  },
  onClose: end.own.onClose,
  close: () => {
    end.own.markClosed()
    soon(end.other.markClosed)
  },
})

const soon = (task: () => void): void => void Promise.resolve().then(task)
