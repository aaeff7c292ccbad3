/** The link of an engine that runs in a child process of plain Node: the main process relays what the pages say. */
import { createClosedState, type Port } from '#api/rpc/port.ts'
import { isRelayed, type MessageFromEngine, type MessageToEngine, type RelayedMessage } from './engine-messages.ts'
import type { ParentLink } from './parent-link.ts'

type RelayedPort = {
  readonly port: Port
  readonly receive: (message: unknown) => void
  readonly markClosed: () => void
}

export const nodeParent = (child: NodeJS.Process): ParentLink => {
  const post = (message: MessageFromEngine | RelayedMessage): void => {
    if (child.connected) child.send?.(message)
  }
  return {
    post,
    listen: ({ onMessage, onPort, onGone }) => {
      const ports = new Map<number, RelayedPort>()
      const forget = (number: number): void => {
        const known = ports.get(number)
        ports.delete(number)
        known?.markClosed()
      }
      const openPort = (number: number): void => {
        const close = (): void => {
          if (ports.has(number)) post({ type: 'portClosed', port: number })
          forget(number)
        }
        const opened = relayedPort((message) => post({ type: 'portMessage', port: number, message }), close)
        ports.set(number, opened)
        onPort(opened.port)
      }
      child.on('message', (message: MessageToEngine | RelayedMessage) => {
        if (!isRelayed(message)) onMessage(message)
        else if (message.type === 'portOpened') openPort(message.port)
        else if (message.type === 'portMessage') ports.get(message.port)?.receive(message.message)
        else forget(message.port)
      })
      child.on('disconnect', () => {
        for (const number of [...ports.keys()]) forget(number)
        onGone()
      })
    },
  }
}

const relayedPort = (send: (message: unknown) => void, close: () => void): RelayedPort => {
  const state = createClosedState()
  let listener: ((message: unknown) => void) | undefined
  const port: Port = {
    post: (message) => {
      if (!state.isClosed()) send(message)
    },
    onMessage: (next) => {
      listener = next
    },
    onClose: state.onClose,
    close,
  }
  return { port, receive: (message) => listener?.(message), markClosed: state.markClosed }
}
