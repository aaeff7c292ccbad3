/** The menu of the app: what every program has. The page's own commands have their places in the page. */
import { Menu, type MenuItemConstructorOptions } from 'electron'

export const setApplicationMenu = (platform: NodeJS.Platform, openWindow: () => void): void => {
  const newWindow: MenuItemConstructorOptions = {
    label: 'New window',
    accelerator: 'CmdOrCtrl+Shift+N',
    click: openWindow,
  }
  const file: MenuItemConstructorOptions = {
    label: 'File',
    submenu: [newWindow, { type: 'separator' }, { role: 'close' }, { role: 'quit' }],
  }
  const view: MenuItemConstructorOptions = {
    label: 'View',
    submenu: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'togglefullscreen' }],
  }
  const own: MenuItemConstructorOptions[] = platform === 'darwin' ? [{ role: 'appMenu' }] : []
  Menu.setApplicationMenu(Menu.buildFromTemplate([...own, file, { role: 'editMenu' }, view, { role: 'windowMenu' }]))
}
