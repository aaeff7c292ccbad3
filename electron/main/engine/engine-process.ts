/** The process that the engine runs in, as the main process sees it. Of which kind it is depends on the runtime. */
import type { MessagePortMain } from 'electron'
import type { MessageFromEngine, MessageToEngine } from '#electron/engine-process/engine-messages.ts'

export type EngineProcess = {
  post(message: MessageToEngine): void
  /** Hands a page's port to the engine; `onClosed` tells once that the engine's end of it is no more. */
  connect(port: MessagePortMain, onClosed: () => void): void
  onMessage(listener: (message: MessageFromEngine) => void): void
  /** Told once. */
  onExit(listener: () => void): void
  kill(): void
}

export type ForkEngine = () => EngineProcess
