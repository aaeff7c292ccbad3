/** The link of an engine that runs in Electron's utility process: the ports of the pages are handed over to it. */
import { createClosedState, type Port } from '#api/rpc/port.ts'
import type { MessagePortMain, ParentPort } from 'electron'
import type { MessageToEngine } from './engine-messages.ts'
import type { ParentLink } from './parent-link.ts'

/** Electron ends a utility process together with its main process, so nobody tells that it has gone. */
export const utilityParent = (parentPort: ParentPort): ParentLink => ({
  post: (message) => parentPort.postMessage(message),
  listen: ({ onMessage, onPort }) =>
    parentPort.on('message', ({ data, ports: [port] }) => {
      if (port === undefined) onMessage(data as MessageToEngine)
      else onPort(electronPort(port))
    }),
})

/** Electron's own message port has Node's events in place of the browser's. */
const electronPort = (messagePort: MessagePortMain): Port => {
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
