/** Ends the app only after the engine has saved and closed everything. */
import type { App } from 'electron'
import type { EngineKeeper } from './engine/keep-engine-running.ts'

/** All windows are closed by then, so nobody waits for a screen. */
export const endWithEngine = (app: App, engine: EngineKeeper): void => {
  app.once('will-quit', (event) => {
    event.preventDefault()
    void engine.close().finally(() => app.quit())
  })
}
