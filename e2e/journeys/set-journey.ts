/** The stage of the journeys that run on every host: a window in the browser, and in the Electron lane the desktop app. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, onTestFinished } from 'vitest'
import { endApp, launchApp, makeHome, type Home, type LaneApp } from '../electron/launch-app.ts'
import { watchPage, type Window } from '../open-chromium.ts'
import { setStage } from '../set-stage.ts'

export type JourneyApp = Window & {
  /** As a person does who closes the window; resolves when the program has ended, and rejects when it ended badly. */
  quit(): Promise<void>
  /** The text of the file that the page gives to the person when `act` is done. */
  textSavedBy(act: () => Promise<void>): Promise<string>
}

export type Journey = {
  dataDir(): string
  /** Starts the program on the data folder; it is ended after the test. */
  open(): Promise<JourneyApp>
  /** The same program on another, empty data folder, as of another practice; both are gone after the test. */
  openElsewhere(): Promise<JourneyApp & { readonly dataDir: string }>
}

/** Set by the Electron lane. */
const isDesktop = process.env['SECURATLAS_JOURNEY_HOST'] === 'desktop'

/** For the top of a `describe`. */
export const setJourney = (): Journey => (isDesktop ? onDesktop() : inBrowser())

const inBrowser = (): Journey => {
  const stage = setStage()
  const openOn = async (dataDir: string): Promise<JourneyApp> => {
    const program = await stage.start({ dataDir })
    const window = await stage.open(program)
    const { page } = window
    return {
      ...window,
      quit: async () => {
        const closed = page.waitForEvent('close')
        await page.close({ runBeforeUnload: true })
        await closed
        await program.stop()
      },
      textSavedBy: async (act) => {
        const [download] = await Promise.all([page.waitForEvent('download'), act()])
        return readFile(await download.path(), 'utf8')
      },
    }
  }
  return {
    dataDir: stage.dataDir,
    open: () => openOn(stage.dataDir()),
    openElsewhere: async () => {
      const dataDir = await mkdtemp(join(tmpdir(), 'journey-elsewhere-'))
      onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
      return { ...(await openOn(dataDir)), dataDir }
    },
  }
}

const onDesktop = (): Journey => {
  let homes: Home[] = []
  let apps: LaneApp[] = []
  beforeEach(async () => {
    homes = [await makeHome()]
  })
  afterEach(async () => {
    await Promise.all(apps.map(endApp))
    apps = []
    await Promise.all(homes.map((home) => home.remove()))
  })
  const home = (): Home => {
    if (homes[0] === undefined) throw new Error('a journey has a home while its test runs')
    return homes[0]
  }
  const openIn = async (place: Home): Promise<JourneyApp> => {
    const app = await launchApp(place, 'app')
    apps.push(app)
    return {
      ...watchPage(app.page),
      quit: async () => {
        await app.quit()
        if (app.program.exitCode !== 0) throw new Error(`the app ended with ${String(app.program.exitCode)}`)
      },
      textSavedBy: (act) => textSavedOnDesktop(app, join(place.config, 'saved-by-the-page'), act),
    }
  }
  return {
    dataDir: () => home().dataDir,
    open: () => openIn(home()),
    openElsewhere: async () => {
      const other = await makeHome()
      homes.push(other)
      return { ...(await openIn(other)), dataDir: other.dataDir }
    },
  }
}

/** Answers for the person where the system would ask where the file goes. */
const textSavedOnDesktop = async ({ electron }: LaneApp, path: string, act: () => Promise<void>): Promise<string> => {
  await electron.evaluate(({ session }, savePath) => {
    Object.assign(globalThis, { saved: 'not yet' })
    session.fromPartition('securatlas').once('will-download', (_event, item) => {
      item.setSavePath(savePath)
      item.once('done', (_done, state) => Object.assign(globalThis, { saved: state }))
    })
  }, path)
  await act()
  const saved = () => electron.evaluate(() => (globalThis as unknown as { saved: string }).saved)
  await expect.poll(saved, { timeout: 10_000 }).toBe('completed')
  return readFile(path, 'utf8')
}
