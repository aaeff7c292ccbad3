/** The desktop shell's way to the engine; absent in a browser. */

export type DesktopBridge = {
  /** A new port to the engine, once the engine is there; asked for again after the old one closed. */
  requestPort(): Promise<MessagePort>
}

/** Only the shell serves the page under this scheme, and its preload then listens to the page's messages. */
export const findDesktop = (): DesktopBridge | undefined =>
  location.protocol === 'app:' ? { requestPort } : undefined

const requestPort = (): Promise<MessagePort> =>
  new Promise((resolve) => {
    const requestId = crypto.randomUUID()
    const { port1, port2 } = new MessageChannel()
    const receive = ({ data, source }: MessageEvent<unknown>): void => {
      if (source !== window || !isNoticeOf(requestId, data)) return
      if (data.type === 'securatlas.portOpened') resolve(port1)
      if (data.type !== 'securatlas.portClosed') return
      window.removeEventListener('message', receive)
      port1.close()
      // Not every Chromium tells a port that its other end is gone.
      port1.dispatchEvent(new Event('close'))
    }
    window.addEventListener('message', receive)
    window.postMessage({ type: 'securatlas.requestPort', requestId }, location.origin, [port2])
  })

const isNoticeOf = (requestId: string, data: unknown): data is { readonly type: unknown } =>
  typeof data === 'object' && data !== null && 'requestId' in data && data.requestId === requestId && 'type' in data
