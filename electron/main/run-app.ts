/** The desktop app from its start to its end: one engine, our page, and its windows. */
import type { EngineStart } from '#electron/engine-process/engine-messages.ts'
import { hostResolverRules } from '#electron/host-resolver-rules.ts'
import { app, BrowserWindow } from 'electron'
import { join } from 'node:path'
import { setApplicationMenu } from './application-menu.ts'
import { askBeforeClosing } from './ask-before-closing.ts'
import { askWhetherAgain } from './ask-about-trouble.ts'
import { createWindow } from './create-window.ts'
import { endWithEngine } from './end-with-engine.ts'
import type { ForkEngine } from './engine/engine-process.ts'
import { keepEngineRunning } from './engine/keep-engine-running.ts'
import { answerKeychain, findKeychainName } from './os/keychain.ts'
import { answerFolders } from './os/folders.ts'
import { openPageFiles } from './page-files.ts'
import { openPageSession, registerPageScheme } from './page-session.ts'
import { refuseByDefault } from './refuse-by-default.ts'
import { revivePage } from './revive-page.ts'
import { serveCommandOffers, servePortRequests } from './rpc-over-ipc.ts'
import { userDataFolder } from './user-data-folder.ts'
import { openWindowMemory } from './window-memory.ts'

export type AppOptions = {
  /** Absolute. */
  readonly dataDir: string
  readonly folders: EngineStart['folders']
  readonly unlock?: EngineStart['unlock']
  /** The folder of the built app, with `preload` and `renderer` in it. */
  readonly built: string
  readonly forkEngine: ForkEngine
  readonly report: (line: string) => void
}

const title = 'SecurAtlas Desktop'

/** Before Electron is ready: some things cannot be said later. */
export const runApp = (options: AppOptions): void => {
  const { dataDir, report } = options
  app.setName(title)
  app.setPath('userData', userDataFolder(app.getPath('appData'), dataDir))
  if (!app.requestSingleInstanceLock()) {
    report(`${title} is open on this data folder already; its window comes to the front.`)
    app.quit()
    return
  }
  app.commandLine.appendSwitch(hostResolverRules.name, hostResolverRules.value)
  registerPageScheme()
  refuseByDefault(app, report)
  app
    .whenReady()
    .then(() => open(options))
    .catch((error: unknown) => {
      report(error instanceof Error ? (error.stack ?? error.message) : String(error))
      app.exit(1)
    })
}

const open = async ({ dataDir, folders, unlock, built, forkEngine, report }: AppOptions): Promise<void> => {
  const keeper = keepEngineRunning({
    fork: forkEngine,
    start: {
      dataDir,
      version: app.getVersion(),
      keychainName: findKeychainName(process.platform),
      folders,
      ...(unlock !== undefined && { unlock }),
    },
    answerKeychain: (engine, question) => void answerKeychain(engine, question),
    answerFolders: (engine, question) => void answerFolders(engine, question),
    askWhetherAgain,
    giveUp: (code) => (code === 0 ? app.quit() : app.exit(code)),
    report,
  })
  endWithEngine(app, keeper)
  servePortRequests({ whenReady: keeper.whenReady, report })

  const session = openPageSession(await openPageFiles(join(built, 'renderer')))
  const preload = join(built, 'preload', 'index.cjs')
  const memory = openWindowMemory(join(app.getPath('userData'), 'window.json'), report)
  const openWindow = (): BrowserWindow => {
    const place = memory.place(BrowserWindow.getFocusedWindow() ?? undefined)
    const window = createWindow({ title, session, preload, canInspect: !app.isPackaged, place })
    memory.watch(window)
    askBeforeClosing(window)
    revivePage(window, report)
    // A page that is loaded again offers its commands again.
    window.webContents.on('did-start-loading', () => menu.offer(window.webContents, []))
    return window
  }
  const menu = setApplicationMenu({ app, platform: process.platform, openWindow })
  serveCommandOffers(menu.offer, report)
  app.on('second-instance', () => bringToFront(BrowserWindow.getAllWindows()[0] ?? openWindow()))
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow()
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  openWindow()
}

const bringToFront = (window: BrowserWindow): void => {
  if (window.isMinimized()) window.restore()
  window.focus()
}
