/** The page's commands in the menu of the desktop shell: which of them it offers, and which one was chosen there. */
import { isInDesktop } from './desktop-bridge.ts'

export type MenuCommand = { readonly id: string; readonly run: () => void }

/** Until the answer is called, after which the menu offers nothing of the page. `find` is asked when one is chosen. */
export const offerToMenu = (ids: readonly string[], find: (id: string) => MenuCommand | undefined): (() => void) => {
  if (!isInDesktop()) return () => undefined
  const tell = (offered: readonly string[]): void =>
    window.postMessage({ type: 'securatlas.commands', ids: offered }, location.origin)
  const receive = ({ data, source }: MessageEvent<unknown>): void => {
    if (source === window && isChoice(data)) find(data.id)?.run()
  }
  window.addEventListener('message', receive)
  tell(ids)
  return () => {
    window.removeEventListener('message', receive)
    tell([])
  }
}

const isChoice = (data: unknown): data is { readonly id: string } =>
  typeof data === 'object' &&
  data !== null &&
  'type' in data &&
  data.type === 'securatlas.runCommand' &&
  'id' in data &&
  typeof data.id === 'string'
