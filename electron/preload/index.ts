/**
 * The one bridge between our page and the main process: it passes the page's port on, and what becomes of it back. The
 * port travels in a message, because the context bridge cannot carry it.
 */
import { ipcRenderer } from 'electron'
import { portClosedChannel, portOpenedChannel, requestPortChannel } from './channels.ts'

window.addEventListener('message', ({ source, data, ports }: MessageEvent<unknown>) => {
  if (source !== window || typeof data !== 'object' || data === null) return
  if (!('type' in data) || data.type !== requestPortChannel || !('requestId' in data)) return
  ipcRenderer.postMessage(requestPortChannel, data.requestId, [...ports])
})

for (const type of [portOpenedChannel, portClosedChannel]) {
  ipcRenderer.on(type, (_event, requestId: string) => window.postMessage({ type, requestId }, location.origin))
}
