import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeBackup, makeSample, samplePassphrase } from '../make-sample.ts'
import { endApp, findEngineProcess, launchApp, makeHome, type Home, type LaneApp } from './launch-app.ts'

let home: Home
let app: LaneApp

beforeEach(async () => {
  home = await makeHome()
  app = await launchApp(home, 'app')
})
afterEach(async () => {
  await endApp(app)
  await home.remove()
})

/** The person's answer in the system's dialog, which a test cannot click on. */
const answerDialog = (path: string): Promise<void> =>
  app.electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen })
  }, path)

const isUnlocking = (): Promise<void> => app.page.getByRole('heading', { name: 'Unlock SecurAtlas' }).waitFor()

describe('the data folder of the desktop app', () => {
  test('[FOLDER-7] is chosen in the dialog of the system and shown in its file manager; an engine that starts again works on it', async () => {
    const other = join(home.config, '..', 'other')
    await makeSample(other, 1)
    await app.page.getByRole('button', { name: 'Open an existing data folder' }).click()
    await answerDialog(other)
    await app.page.getByRole('button', { name: 'Choose a folder…' }).click()
    await app.page.getByText('1 account is in this folder').waitFor()
    await app.page.getByRole('button', { name: 'Open this folder' }).click()
    await isUnlocking()
    expect(await app.page.getByText(other).isVisible()).toBe(true)

    process.kill(await findEngineProcess(app), 'SIGKILL')
    await app.page.getByLabel('Passphrase', { exact: true }).fill(samplePassphrase)
    await expect
      .poll(async () => {
        await app.page.keyboard.press('Enter')
        return app.page.getByRole('heading', { name: 'Dashboard', level: 1 }).isVisible()
      })
      .toBe(true)

    await app.electron.evaluate(({ shell }) => {
      const shown: string[] = []
      Object.assign(globalThis, { shown })
      shell.openPath = (path) => {
        shown.push(path)
        return Promise.resolve('')
      }
    })
    await app.page.getByRole('navigation', { name: 'Navigation' }).getByRole('link', { name: 'Settings' }).click()
    await app.page.getByRole('tab', { name: 'Data' }).click()
    await app.page.getByRole('button', { name: 'Show in the file manager' }).click()
    const shown = (): Promise<readonly string[]> =>
      app.electron.evaluate(() => (globalThis as unknown as { readonly shown: readonly string[] }).shown)
    await expect.poll(shown).toEqual([other])
  })

  test('[FOLDER-8] [FIRST-11] a backup, its folder and a new file are chosen in the dialog of the system', async () => {
    const shelf = join(home.config, '..', 'shelf')
    const practice = join(shelf, 'practice')
    await makeSample(practice, 1)
    const backup = join(shelf, 'practice.securatlas-backup')
    await makeBackup(practice, backup)
    const { page } = app
    await page.getByRole('button', { name: 'Restore a backup' }).click()
    await answerDialog(backup)
    await page.getByRole('button', { name: 'Choose a file…' }).click()
    await expect.poll(() => page.getByLabel('Backup file').inputValue()).toBe(backup)
    await page.getByRole('textbox', { name: 'Passphrase' }).fill(samplePassphrase)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'The backup is restored' }).waitFor()
    await page.getByRole('button', { name: 'Open the practice' }).click()
    await page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor()

    await page.getByRole('navigation', { name: 'Navigation' }).getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('tab', { name: 'Backups' }).click()
    await answerDialog(shelf)
    await page.getByRole('button', { name: 'Choose a folder…' }).click()
    await page.getByRole('button', { name: 'Back up now' }).click()
    await page.getByText('The backup is made: 1 client').waitFor()
    await answerDialog(join(shelf, 'all.zip'))
    await page.getByRole('button', { name: 'Choose where it goes…' }).click()
    await expect.poll(() => page.getByRole('textbox', { name: 'File' }).inputValue()).toBe(join(shelf, 'all.zip'))
  })
})
