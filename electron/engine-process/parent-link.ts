/** The engine's way to Electron's main process, whatever kind of process it runs in. */
import type { Port } from '#api/rpc/port.ts'
import type { MessageFromEngine, MessageToEngine } from './engine-messages.ts'

export type ParentListeners = {
  readonly onMessage: (message: MessageToEngine) => void
  /** A page has connected. */
  readonly onPort: (port: Port) => void
  /** The main process has died. */
  readonly onGone: () => void
}

export type ParentLink = {
  post(message: MessageFromEngine): void
  /** Called once: what arrived before is told too. */
  listen(listeners: ParentListeners): void
}
