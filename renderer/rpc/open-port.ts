/** Opens the page's pipe to the engine: the desktop shell's message port, or a WebSocket to the server the page came from. */
import { decodeFrame, encodeFrame } from '#api/rpc/frame-codec.ts'
import { createClosedState, type Port } from '#api/rpc/port.ts'
import { isInDesktop, openDesktopPort } from './desktop-bridge.ts'

/** Rejects when there is nobody to talk to just now. */
export const openPort = (): Promise<Port> => (isInDesktop() ? openDesktopPort() : openWebSocketPort())

const openWebSocketPort = (): Promise<Port> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://${location.host}/rpc`)
    socket.binaryType = 'arraybuffer'
    const state = createClosedState()
    socket.addEventListener('open', () => resolve(webSocketToPort(socket, state)))
    socket.addEventListener('close', () => {
      state.markClosed()
      reject(new Error('the engine does not answer'))
    })
  })

const webSocketToPort = (socket: WebSocket, state: ReturnType<typeof createClosedState>): Port => ({
  post(message) {
    if (state.isClosed()) return
    socket.send(encodeFrame(message))
  },
  onMessage: (listener) =>
    socket.addEventListener('message', ({ data }) => {
      if (data instanceof ArrayBuffer) listener(decodeFrame(new Uint8Array(data)))
      else socket.close()
    }),
  onClose: state.onClose,
  close: () => socket.close(),
})
