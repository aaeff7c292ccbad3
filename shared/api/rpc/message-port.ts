/** A MessagePort of a browser page, of Electron's preload or of node:worker_threads as a port for the RPC. */
import { createClosedState, type Port } from './port.ts'

/** What all of these message ports share. `start` is missing where a port starts by itself. */
export type MessagePortLike = {
  postMessage(message: unknown): void
  addEventListener(type: 'message' | 'close', listener: (event: object) => void): void
  start?(): void
  close(): void
}

export const messagePortToPort = (messagePort: MessagePortLike): Port => {
  const state = createClosedState()
  messagePort.addEventListener('close', state.markClosed)
  return {
    post: (message) => {
      if (!state.isClosed()) messagePort.postMessage(message)
    },
    onMessage: (listener) => {
      messagePort.addEventListener('message', (event) => {
        if (!state.isClosed() && 'data' in event) listener(event.data)
      })
      messagePort.start?.()
    },
    onClose: state.onClose,
    close: () => {
      messagePort.close()
      state.markClosed()
    },
  }
}
