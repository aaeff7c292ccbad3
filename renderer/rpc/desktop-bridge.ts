/** What the desktop shell's preload gives the page; absent in a browser. */
export type DesktopBridge = {
  /** A new port to the engine; asked for again after the old one closed. */
  requestPort(): Promise<MessagePort>
}

export const findDesktop = (): DesktopBridge | undefined =>
  (globalThis as { readonly securatlasDesktop?: DesktopBridge }).securatlasDesktop
