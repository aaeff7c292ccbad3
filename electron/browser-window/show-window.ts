/** Shows the address in a window of its own where that can be; else says why not and prints it. */
import { openWindow, type AppWindow } from './open-window.ts'

export type Desktop = {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly isRoot: boolean
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

const findUsableChromium = ({ platform, env, isRoot, chromium }: Desktop): Usable => {
  const hasScreen = platform !== 'linux' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY'])
  if (!hasScreen) return { reason: 'There is no screen here for a window.' }
  if (isRoot) return { reason: 'Chromium opens no window for root, whom its sandbox cannot protect.' }
  return chromium === undefined ? { reason: 'No Chromium was found for a window.' } : { path: chromium }
}
