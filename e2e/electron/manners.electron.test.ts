/** How the app's windows behave beside other programs. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { endApp, launchApp, makeHome, type Home, type LaneApp } from './launch-app.ts'
import { query } from './use-fixture.ts'

let home: Home
let app: LaneApp

beforeEach(async () => {
  home = await makeHome()
  app = await launchApp(home)
})
afterEach(async () => {
  await endApp(app)
  await home.remove()
})

const bounds = () => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())

/** Answers as the person at the screen would, and counts how often they were asked. */
const answerDialogs = (button: number): Promise<void> =>
  app.electron.evaluate(({ dialog }, chosen) => {
    Object.assign(globalThis, { asked: 0 })
    dialog.showMessageBoxSync = () => {
      Object.assign(globalThis, { asked: (globalThis as unknown as { asked: number }).asked + 1 })
      return chosen
    }
  }, button)

const timesAsked = (): Promise<number> =>
  app.electron.evaluate(() => (globalThis as unknown as { asked: number }).asked)

const closeFirstWindow = (): Promise<void> =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())

describe('the manners of a window', () => {
  test('[SHELL-43] stands again where it stood, and figures are all that is kept of it', async () => {
    const place = { x: 40, y: 30, width: 1100, height: 680 }
    await app.electron.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), place)
    await expect.poll(bounds).toEqual(place)
    await app.quit()
    const files = await readdir(home.config, { recursive: true })
    const kept = files.filter((file) => file.endsWith('window.json'))
    expect(kept).toHaveLength(1)
    expect(await readFile(join(home.config, kept[0] ?? ''), 'utf8')).toBe(
      JSON.stringify({ bounds: place, isMaximized: false }),
    )
    app = await launchApp(home)
    expect(await bounds()).toEqual(place)
  })

  test('[SHELL-44] asks once before it closes over a running job, and stays or goes as it is told', async () => {
    // As the page does while a job runs.
    await app.page.evaluate(() =>
      window.addEventListener('beforeunload', (event) => {
        // oxlint-disable-next-line no-deprecated -- Chromium before 119 asks for this alone.
        event.returnValue = true
      }),
    )
    await app.page.getByText('The engine is reached').click()
    await answerDialogs(0)
    await closeFirstWindow()
    await expect.poll(timesAsked).toBe(1)
    expect(await query(app, 'health')).toMatchObject({ accounts: [] })
    expect(app.electron.windows()).toHaveLength(1)

    await answerDialogs(1)
    await app.quit()
    expect(app.program.exitCode).toBe(0)
  })
})
