/** Another data folder: from the first run, from the settings, and remembered for the next start. */
import { mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { describe, expect, test } from 'vitest'
import { findBarriers } from './find-barriers.ts'
import { addClient, makeSample, samplePassphrase } from './make-sample.ts'
import { setStage } from './set-stage.ts'

const look = async (page: Page, path: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Folder' }).fill(path)
  await page.getByRole('button', { name: 'Look into it' }).click()
}

const unlock = async (page: Page): Promise<void> => {
  await page.getByLabel('Passphrase', { exact: true }).fill(samplePassphrase)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor()
}

describe('another data folder', { timeout: 120_000 }, () => {
  const stage = setStage()

  test('[FOLDER-6] from the first run: what is wrong is said at the form, what is found is told, and its account opens', async () => {
    const home = join(stage.dataDir(), 'home')
    const other = join(stage.dataDir(), 'other')
    await makeSample(other, 2)
    await addClient(other, 'Pentair')
    const { page, troubles } = await stage.open(await stage.start({ home }))
    await page.getByRole('button', { name: 'Open an existing data folder' }).click()
    await page.getByRole('button', { name: 'Look into it' }).click()
    await page.getByText('Enter the path of the folder').waitFor()
    await look(page, join(other, 'nowhere'))
    await page.getByText(/There is no folder .*nowhere/).waitFor()
    await look(page, stage.dataDir())
    await page.getByText('holds no account of SecurAtlas').waitFor()
    await look(page, join(other, 'accounts'))
    await page.getByText('1 account is in this folder').waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('button', { name: 'Open this folder' }).click()
    await unlock(page)
    await page
      .getByRole('navigation', { name: 'Navigation' })
      .getByRole('link', { name: /^Clients/ })
      .click()
    await page.getByRole('row').filter({ hasText: 'Pentair' }).waitFor()
    expect(troubles.filter(isUnexpected)).toEqual([])
  })

  test('[FOLDER-4] the folder of last time opens at the next start; when it is missing, that is said, and it opens when it is back', async () => {
    const home = join(stage.dataDir(), 'home')
    const other = join(stage.dataDir(), 'other')
    await makeSample(other, 1)
    const first = await stage.start({ home })
    const { page } = await stage.open(first)
    await page.getByRole('button', { name: 'Open an existing data folder' }).click()
    await look(page, other)
    await page.getByRole('button', { name: 'Open this folder' }).click()
    await unlock(page)
    await page.close()
    await first.stop()

    const second = await stage.start({ home })
    const { page: next } = await stage.open(second)
    await unlock(next)
    await next.close()
    await second.stop()

    await rename(other, `${other}-away`)
    const third = await stage.start({ home })
    const { page: last } = await stage.open(third)
    await last.getByText(`The data folder that you used last is not there: ${other}`).waitFor()
    expect(await findBarriers(last)).toEqual([])
    await rename(`${other}-away`, other)
    await last.getByRole('button', { name: 'Open it again' }).click()
    await unlock(last)
  })

  test('[FOLDER-6] from the settings: the page starts anew with nothing of the former folder', async () => {
    const [here, other] = [join(stage.dataDir(), 'here'), join(stage.dataDir(), 'other')]
    for (const folder of [here, other]) {
      await mkdir(folder)
      await makeSample(folder, 1)
    }
    await addClient(here, 'Bio-Techne')
    await addClient(other, 'Pentair')
    const { page } = await stage.open(await stage.start({ dataDir: here, passphrase: samplePassphrase }))
    await page.getByRole('navigation', { name: 'Navigation' }).getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('tab', { name: 'Data' }).click()
    await page.getByRole('button', { name: 'Use another data folder…' }).click()
    await look(page, here)
    await page.getByText('is the one that is open now').waitFor()
    await look(page, other)
    await page.getByText('1 account is in this folder').waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('button', { name: 'Open this folder' }).click()
    await page.getByRole('heading', { name: 'Unlock SecurAtlas' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain('Bio-Techne')
    await unlock(page)
    await page
      .getByRole('navigation', { name: 'Navigation' })
      .getByRole('link', { name: /^Clients/ })
      .click()
    await page.getByRole('row').filter({ hasText: 'Pentair' }).waitFor()
    expect(await page.getByRole('row').filter({ hasText: 'Bio-Techne' }).count()).toBe(0)
  })
})

/** The page is loaded anew while its former connection ends. */
const isUnexpected = (trouble: string): boolean => !/ERR_(CONNECTION|ABORTED)|WebSocket/.test(trouble)
