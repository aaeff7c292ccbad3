/** Shows the address in a window of its own where that can be; else says why not and prints it. */
import { reasonForNoWindow, type Desk } from '#electron/can-show-windows.ts'
import { openWindow, type AppWindow } from './open-window.ts'

export type Desktop = Desk & {
  /** The path of a Chromium, if there is one. */
  readonly chromium: string | undefined
  readonly say: (line: string) => void
}

export const showWindow = async (address: string, desktop: Desktop): Promise<AppWindow | undefined> => {
  const { say, env } = desktop
  const chromium = findUsableChromium(desktop)
  const opened = chromium.path === undefined ? undefined : await openWindow({ chromium: chromium.path, address, env })
  if (opened?.ok === true) {
    say('SecurAtlas Desktop is open in its own window. To end it, close the window or press Ctrl C here.')
    return opened.value
  }
  const reason = opened === undefined ? chromium.reason : `Chromium opened no window (${opened.error.cause}).`
  say(`${reason} Open this address in a browser on this machine; it works once:`)
  say(address)
  return undefined
}

type Usable =
  | { readonly path: string; readonly reason?: undefined }
  | { readonly path?: undefined; readonly reason: string }

const findUsableChromium = (desktop: Desktop): Usable => {
  const reason = reasonForNoWindow(desktop)
  if (reason !== undefined) return { reason }
  return desktop.chromium === undefined ? { reason: 'No Chromium was found for a window.' } : { path: desktop.chromium }
}
