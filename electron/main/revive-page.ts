/** Loads a page again that has crashed: everything it showed is in the engine. */
import type { BrowserWindow } from 'electron'

/** One that crashes as soon as it is loaded would crash for ever. */
const shortestLifeMs = 5000

export const revivePage = (window: BrowserWindow, report: (line: string) => void): void => {
  const contents = window.webContents
  let loadedAt = 0
  contents.on('did-finish-load', () => {
    loadedAt = Date.now()
  })
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    report(`The page has ended unexpectedly (${reason}).`)
    if (Date.now() - loadedAt > shortestLifeMs) contents.reload()
  })
}
