/** A page with a running job holds its window: the person at the screen says what becomes of it. */
import { BrowserWindow, dialog } from 'electron'

/** The page cannot ask by itself; it only says that it does not want to be left. */
export const askBeforeClosing = (window: BrowserWindow): void => {
  window.webContents.on('will-prevent-unload', (event) => {
    const isLast = BrowserWindow.getAllWindows().length === 1
    // The job goes on while another window keeps the app running. Preventing this event lets the window close.
    if (!isLast || isToBeClosed(window)) event.preventDefault()
  })
}

const isToBeClosed = (window: BrowserWindow): boolean => {
  const chosen = dialog.showMessageBoxSync(window, {
    type: 'question',
    message: 'A job is still running.',
    detail: 'Closing the window ends the program and cancels the job. Everything that was saved is safe.',
    buttons: ['Keep open', 'Cancel the job and close'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return chosen === 1
}
