/** A window of the app. */
import { BrowserWindow, nativeTheme, type Session } from 'electron'
import { pageAddress } from './page-address.ts'
import { smallestSize, type placeWindow } from './window-place.ts'

export type WindowOptions = {
  readonly title: string
  readonly session: Session
  readonly preload: string
  readonly canInspect: boolean
  readonly place: ReturnType<typeof placeWindow>
}

/** The page's own background, so that nothing flashes before it is there. */
const backgroundColors = { light: '#FFFFFF', dark: '#15191D' } as const

export const createWindow = ({ title, session, preload, canInspect, place }: WindowOptions): BrowserWindow => {
  const window = new BrowserWindow({
    title,
    ...place.bounds,
    minWidth: smallestSize.width,
    minHeight: smallestSize.height,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: backgroundColors[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'],
    webPreferences: {
      session,
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: canInspect,
    },
  })
  // Window titles end up in task bars, screenshots and recordings, where no client's name belongs.
  window.on('page-title-updated', (event) => event.preventDefault())
  window.once('ready-to-show', () => {
    if (place.isMaximized) window.maximize()
    window.show()
  })
  void window.loadURL(pageAddress)
  return window
}
