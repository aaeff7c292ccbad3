/** The disk is full, or the data folder goes away, while somebody works. */
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { canMount, smallDisk } from '#testing/small-disk.ts'
import { describe, expect, test } from 'vitest'
import { openClient } from './by-palette.ts'
import { addClient, makeSample, samplePassphrase } from './make-sample.ts'
import { setStage, type Stage } from './set-stage.ts'

const client = 'Pentair'
const statusBar = (page: Page): Locator => page.getByRole('contentinfo')

/** The profile of a client whose name the journey knows. */
const openProfile = async (stage: Stage, dataDir: string): Promise<Page> => {
  await makeSample(dataDir, 1)
  await addClient(dataDir, client)
  const { page } = await stage.open(await stage.start({ passphrase: samplePassphrase, dataDir }))
  await page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor()
  await openClient(page, client)
  await page.getByRole('button', { name: 'Edit profile' }).click()
  return page
}

describe('trouble with the disk', { timeout: 120_000 }, () => {
  const stage = setStage()

  test.skipIf(!canMount)(
    '[TROUBLE-6] a full disk: the status bar and the field say so, the text stays, trying again saves it',
    async () => {
      const disk = smallDisk('12m')
      const page = await openProfile(stage, disk.folder)
      const summary = page.getByRole('textbox', { name: 'Summary' })
      disk.fill()
      const words = 'Not saved: the disk is full. Free some space, then try again'
      // What SQLite still has room for in its log is saved, and rightly called so.
      let typed = ''
      for (let round = 0; (await statusBar(page).getByText(words).count()) === 0; round++) {
        expect(round).toBeLessThan(60)
        typed = `round ${String(round)} ${'x'.repeat(3800)}`
        await summary.fill(typed)
        await summary.blur()
        await statusBar(page)
          .getByText(/^(All changes saved|Not saved)/)
          .waitFor()
      }
      expect(await statusBar(page).getByText('All changes saved').count()).toBe(0)
      expect(await summary.inputValue()).toBe(typed)
      disk.empty()
      await statusBar(page).getByRole('button', { name: 'Try again' }).click()
      await statusBar(page).getByText('All changes saved on this device').waitFor()
      expect(await summary.inputValue()).toBe(typed)
      await page.reload()
      expect(await page.getByRole('textbox', { name: 'Summary' }).inputValue()).toBe(typed)
    },
  )

  test('[TROUBLE-8] a data folder that is gone: nothing is called saved, and all of it is when the folder is back', async () => {
    const dataDir = join(stage.dataDir(), 'data')
    const page = await openProfile(stage, dataDir)
    const industry = page.getByRole('textbox', { name: 'Industry', exact: true })
    const website = page.getByRole('textbox', { name: 'Website', exact: true })
    await rename(dataDir, `${dataDir}-moved`)
    await industry.fill('Pumps')
    await industry.press('Enter')
    await statusBar(page).getByText('Not saved: the data folder is no longer where it was').waitFor()
    await website.fill('pentair.example')
    await website.press('Enter')
    await statusBar(page).getByText('2 changes are not saved.').waitFor()
    expect(await statusBar(page).getByText('All changes saved').count()).toBe(0)
    await rename(`${dataDir}-moved`, dataDir)
    await statusBar(page).getByRole('button', { name: 'Try again' }).click()
    await statusBar(page).getByText('All changes saved on this device').waitFor()
    expect([await industry.inputValue(), await website.inputValue()]).toEqual(['Pumps', 'pentair.example'])
  })

  test('[TROUBLE-9] a field that was left without being saved has its text when one comes back to it', async () => {
    const dataDir = join(stage.dataDir(), 'data')
    const page = await openProfile(stage, dataDir)
    await rename(dataDir, `${dataDir}-moved`)
    await page.getByRole('textbox', { name: 'Industry', exact: true }).fill('Pumps')
    await page.getByRole('navigation', { name: 'Navigation' }).getByRole('link', { name: 'Activity' }).click()
    await statusBar(page).getByText('Not saved: the data folder is no longer where it was').waitFor()
    await page.getByRole('navigation', { name: 'Navigation' }).getByRole('link', { name: 'Settings' }).click()
    const industry = page.getByRole('textbox', { name: 'Industry', exact: true })
    expect(await industry.inputValue()).toBe('Pumps')
    await rename(`${dataDir}-moved`, dataDir)
    await industry.press('Enter')
    await statusBar(page).getByText('All changes saved on this device').waitFor()
  })
})
