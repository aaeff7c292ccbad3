/** A window of the app. */
import { BrowserWindow, nativeTheme, type Session } from 'electron'
import { pageAddress } from './page-address.ts'

export type WindowOptions = {
  readonly title: string
  readonly session: Session
  readonly preload: string
  readonly canInspect: boolean
}

/** The page's own background, so that nothing flashes before it is there. */
const backgroundColors = { light: '#FFFFFF', dark: '#15191D' } as const

export const createWindow = ({ title, session, preload, canInspect }: WindowOptions): BrowserWindow => {
  const window = new BrowserWindow({
    title,
    width: 1280,
    height: 800,
    minWidth: 960,
    minHeight: 640,
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
  window.once('ready-to-show', () => window.show())
  void window.loadURL(pageAddress)
  return window
}
