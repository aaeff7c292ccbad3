/** The link of an engine that runs in Electron's utility process: the ports of the pages are handed over to it. */
import { createClosedState, type Port } from '#api/rpc/port.ts'
import type { MessageToEngine } from './engine-messages.ts'
import type { ParentLink } from './parent-link.ts'

/** Electron's own message port, which has Node's events in place of the browser's. */
type ElectronPort = {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
  postMessage(message: unknown): void
  start(): void
  close(): void
}

export type UtilityParentPort = {
  on(
    event: 'message',
    listener: (event: { readonly data: unknown; readonly ports: readonly ElectronPort[] }) => void,
  ): unknown
  postMessage(message: unknown): void
}

/** Electron ends a utility process together with its main process, so nobody tells that it has gone. */
export const utilityParent = (parentPort: UtilityParentPort): ParentLink => ({
  post: (message) => parentPort.postMessage(message),
  listen: ({ onMessage, onPort }) =>
    parentPort.on('message', ({ data, ports: [port] }) => {
      if (port === undefined) onMessage(data as MessageToEngine)
      else onPort(electronPort(port))
    }),
})

const electronPort = (messagePort: ElectronPort): Port => {
  const state = createClosedState()
  messagePort.on('close', state.markClosed)
  return {
    post: (message) => {
      if (!state.isClosed()) messagePort.postMessage(message)
    },
    onMessage: (listener) => {
      messagePort.on('message', ({ data }) => {
        if (!state.isClosed()) listener(data)
      })
      messagePort.start()
    },
    onClose: state.onClose,
    close: () => {
      // The page does not hear of a close, but a message that is none of the RPC makes it close its end.
      if (!state.isClosed()) messagePort.postMessage('closed')
      messagePort.close()
      state.markClosed()
    },
  }
}
