/** Keeps the place of the last window beside Chromium's own files: figures, and nothing of what it showed. */
import { screen, type BrowserWindow } from 'electron'
import { readFileSync, writeFileSync } from 'node:fs'
import { besideWindow, parsePlace, placeWindow } from './window-place.ts'

export type WindowMemory = {
  /** For a window beside another one, or for the first. */
  place(beside: BrowserWindow | undefined): ReturnType<typeof placeWindow>
  /** Notes where the window stands when it is closed. */
  watch(window: BrowserWindow): void
}

export const openWindowMemory = (file: string, report: (line: string) => void): WindowMemory => ({
  place: (beside) => {
    const primary = screen.getPrimaryDisplay()
    const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id)
    const areas = [primary, ...others].map(({ workArea }) => workArea)
    return placeWindow(beside === undefined ? read(file) : besideWindow(beside.getNormalBounds()), areas)
  },
  watch: (window) =>
    window.on('close', () => {
      const place = { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() }
      try {
        writeFileSync(file, JSON.stringify(place))
      } catch (error) {
        // A full disk costs the place of the window, not the end of the app.
        report(`The place of the window could not be kept (${error instanceof Error ? error.message : String(error)}).`)
      }
    }),
})

const read = (file: string) => {
  try {
    return parsePlace(readFileSync(file, 'utf8'))
  } catch {
    // The first start, or a file that cannot be read: then the window stands where new ones do.
    return undefined
  }
}
