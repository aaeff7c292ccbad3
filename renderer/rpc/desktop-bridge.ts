/** The page's way to the engine inside the desktop shell, whose preload passes the page's port on. */
import { messagePortToPort, type MessagePortLike } from '#api/rpc/message-port.ts'
import type { Port } from '#api/rpc/port.ts'

/** Only the shell serves the page under this scheme. */
export const isInDesktop = (): boolean => location.protocol === 'app:'

/** Resolves once an engine has the other end. */
export const openDesktopPort = (): Promise<Port> =>
  new Promise((resolve) => {
    const requestId = crypto.randomUUID()
    const { port1, port2 } = new MessageChannel()
    const port = messagePortToPort(withoutCloseEvent(port1))
    const receive = ({ data, source }: MessageEvent<unknown>): void => {
      if (source !== window || !isNoticeOf(requestId, data)) return
      if (data.type === 'securatlas.portOpened') resolve(port)
      if (data.type === 'securatlas.portClosed') port.close()
    }
    window.addEventListener('message', receive)
    port.onClose(() => window.removeEventListener('message', receive))
    window.postMessage({ type: 'securatlas.requestPort', requestId }, location.origin, [port2])
  })

const isNoticeOf = (requestId: string, data: unknown): data is { readonly type: unknown } =>
  typeof data === 'object' && data !== null && 'requestId' in data && data.requestId === requestId && 'type' in data

/**
 * Without the browser's own close event: the shell tells in its place, because Chromium 114 never fires it and crashes
 * when a page is left that listens for it.
 */
const withoutCloseEvent = (port: MessagePort): MessagePortLike => ({
  postMessage: (message) => port.postMessage(message),
  addEventListener: (type, listener) => {
    if (type === 'message') port.addEventListener(type, listener)
  },
  start: () => port.start(),
  close: () => port.close(),
})
