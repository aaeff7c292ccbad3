/**
 * The menu of the app: what every program has, and the commands of the page under their own words. A command can be
 * chosen while the page that has the focus offers it; names of clients never stand here.
 */
import { commandTexts } from '#renderer/commands/command-texts.ts'
import { BrowserWindow, Menu, type App, type MenuItemConstructorOptions, type WebContents } from 'electron'
import { sendCommand } from './rpc-over-ipc.ts'

export type MenuOptions = {
  readonly app: App
  readonly platform: NodeJS.Platform
  readonly openWindow: () => void
}

export type ApplicationMenu = {
  /** The ids of the commands that the page can run now. */
  offer(page: WebContents, commands: readonly string[]): void
}

const keysOfCommands = {
  dashboard: undefined,
  clients: undefined,
  settings: undefined,
  palette: 'CmdOrCtrl+K',
  sidebar: 'CmdOrCtrl+B',
  lock: 'CmdOrCtrl+L',
  // Their keys are those of the text field that has the focus, in the items above them.
  undo: undefined,
  redo: undefined,
  shortcuts: undefined,
} as const
type CommandId = keyof typeof keysOfCommands
const commandIds = Object.keys(keysOfCommands) as readonly CommandId[]

export const setApplicationMenu = ({ app, platform, openWindow }: MenuOptions): ApplicationMenu => {
  const menu = Menu.buildFromTemplate(templateOf(platform, openWindow))
  const offers = new WeakMap<WebContents, readonly string[]>()
  const show = (): void => {
    const page = BrowserWindow.getFocusedWindow()?.webContents
    const offered = (page && offers.get(page)) ?? []
    for (const id of commandIds) {
      const item = menu.getMenuItemById(id)
      if (item !== null) item.enabled = offered.includes(id)
    }
  }
  show()
  Menu.setApplicationMenu(menu)
  app.on('browser-window-focus', show)
  app.on('browser-window-blur', show)
  return {
    offer: (page, commands) => {
      offers.set(page, commands)
      show()
    },
  }
}

const templateOf = (platform: NodeJS.Platform, openWindow: () => void): MenuItemConstructorOptions[] => {
  const newWindow = { label: 'New window', accelerator: 'CmdOrCtrl+Shift+N', click: openWindow }
  const line = { type: 'separator' } as const
  const commands = (...ids: readonly CommandId[]): MenuItemConstructorOptions[] => ids.map(itemOf)
  const own: MenuItemConstructorOptions[] = platform === 'darwin' ? [{ role: 'appMenu' }] : []
  return [
    ...own,
    { label: 'File', submenu: [newWindow, line, ...commands('lock'), line, { role: 'close' }, { role: 'quit' }] },
    {
      label: 'Edit',
      submenu: [
        ...(['undo', 'redo'] as const).map((role) => ({ role })),
        line,
        ...(['cut', 'copy', 'paste', 'selectAll'] as const).map((role) => ({ role })),
        line,
        ...commands('undo', 'redo'),
      ],
    },
    {
      label: 'View',
      submenu: [
        ...commands('palette', 'sidebar'),
        line,
        ...(['resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen'] as const).map((role) => ({ role })),
      ],
    },
    { label: commandTexts.groups.go, submenu: commands('dashboard', 'clients', 'settings') },
    { role: 'windowMenu' },
    { role: 'help', submenu: commands('shortcuts') },
  ]
}

const itemOf = (id: CommandId): MenuItemConstructorOptions => {
  const accelerator = keysOfCommands[id]
  return {
    id,
    label: id === 'undo' || id === 'redo' ? commandTexts.inMenu[id] : commandTexts.names[id],
    ...(accelerator !== undefined && { accelerator }),
    // The page hears its keys by itself; here they are only shown.
    registerAccelerator: false,
    click: () => {
      const page = BrowserWindow.getFocusedWindow()?.webContents
      if (page !== undefined) sendCommand(page, id)
    },
  }
}
