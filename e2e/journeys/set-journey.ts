/** The stage of the journeys that run on every host: a window in the browser, and in the Electron lane the desktop app. */
import { afterEach, beforeEach } from 'vitest'
import { endApp, launchApp, makeHome, type Home, type LaneApp } from '../electron/launch-app.ts'
import { watchPage, type Window } from '../open-chromium.ts'
import { setStage } from '../set-stage.ts'

export type JourneyApp = Window & {
  /** As a person does who closes the window; resolves when the program has ended, and rejects when it ended badly. */
  quit(): Promise<void>
}

export type Journey = {
  dataDir(): string
  /** Starts the program on the data folder; it is ended after the test. */
  open(): Promise<JourneyApp>
}

/** Set by the Electron lane. */
const isDesktop = process.env['SECURATLAS_JOURNEY_HOST'] === 'desktop'

/** For the top of a `describe`. */
export const setJourney = (): Journey => (isDesktop ? onDesktop() : inBrowser())

const inBrowser = (): Journey => {
  const stage = setStage()
  return {
    dataDir: stage.dataDir,
    open: async () => {
      const program = await stage.start()
      const window = await stage.open(program)
      const quit = async (): Promise<void> => {
        const closed = window.page.waitForEvent('close')
        await window.page.close({ runBeforeUnload: true })
        await closed
        await program.stop()
      }
      return { ...window, quit }
    },
  }
}

const onDesktop = (): Journey => {
  let home: Home
  let apps: LaneApp[] = []
  beforeEach(async () => {
    home = await makeHome()
  })
  afterEach(async () => {
    await Promise.all(apps.map(endApp))
    apps = []
    await home.remove()
  })
  return {
    dataDir: () => home.dataDir,
    open: async () => {
      const app = await launchApp(home, 'app')
      apps.push(app)
      const quit = async (): Promise<void> => {
        await app.quit()
        if (app.program.exitCode !== 0) throw new Error(`the app ended with ${String(app.program.exitCode)}`)
      }
      return { ...watchPage(app.page), quit }
    },
  }
}
