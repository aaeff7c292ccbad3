/**
 * The one bridge between our page and the main process: it passes the page's port on, and what becomes of it back, and
 * what the menu has to do with the page's commands. The port travels in a message, because the context bridge cannot carry it.
 */
import { ipcRenderer } from 'electron'
import {
  commandsChannel,
  portClosedChannel,
  portOpenedChannel,
  requestPortChannel,
  runCommandChannel,
} from './channels.ts'

window.addEventListener('message', ({ source, data, ports }: MessageEvent<unknown>) => {
  if (source !== window || typeof data !== 'object' || data === null) return
  if (!('type' in data)) return
  if (data.type === requestPortChannel && 'requestId' in data) {
    ipcRenderer.postMessage(requestPortChannel, data.requestId, [...ports])
  }
  if (data.type === commandsChannel && 'ids' in data) ipcRenderer.send(commandsChannel, data.ids)
})

for (const type of [portOpenedChannel, portClosedChannel]) {
  ipcRenderer.on(type, (_event, requestId: string) => window.postMessage({ type, requestId }, location.origin))
}

ipcRenderer.on(runCommandChannel, (_event, id: string) =>
  window.postMessage({ type: runCommandChannel, id }, location.origin),
)
