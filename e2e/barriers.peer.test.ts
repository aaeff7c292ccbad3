/** Every screen, in light and in dark, as axe sees it. */
import type { Page } from '@playwright/test'
import { describe, expect, test } from 'vitest'
import { findBarriers } from './find-barriers.ts'
import { addClient, makeSample, samplePassphrase } from './make-sample.ts'
import { setStage } from './set-stage.ts'
import { visitScreens } from './visit-screens.ts'
import { walkFirstRun } from './walk-first-run.ts'

const passphrase = 'correct horse battery'
const practice = { mode: 'partner', name: 'Harbor Security', email: 'ops@harbor.example', passphrase } as const

describe('barriers, in light and in dark', { timeout: 180_000 }, () => {
  const stage = setStage()

  test('[WIN-8] none in the first run', async () => {
    const { page } = await stage.open(await stage.start())
    const { look, found } = watch(page)
    await walkFirstRun(page, practice, look)
    await page.getByRole('heading', { name: 'Add your first clients' }).waitFor()
    await look()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('textbox', { name: 'Client name' }).fill('Pentair')
    await page.keyboard.press('Enter')
    await page.getByText('1 client added').waitFor()
    await look()
    expect(found).toEqual([])
  })

  test('[WIN-8] none at the lock', async () => {
    await makeSample(stage.dataDir(), 1)
    const { page } = await stage.open(await stage.start())
    const { look, found } = watch(page)
    await page.getByLabel('Passphrase', { exact: true }).fill('wrong horse')
    await page.keyboard.press('Enter')
    await page.locator('input[aria-invalid=true]').waitFor()
    await look()
    await page.getByRole('button', { name: 'Use the recovery key' }).click()
    await page.getByRole('heading', { name: 'Set a new passphrase' }).waitFor()
    await look()
    expect(found).toEqual([])
  })

  test('[WIN-8] none in a practice, nor in a client', async () => {
    await makeSample(stage.dataDir(), 25)
    await addClient(stage.dataDir(), 'Pentair')
    const { page } = await stage.open(await stage.start({ passphrase: samplePassphrase }))
    const { look, found } = watch(page)
    await visitScreens(page, 'Pentair', look)
    expect(found).toEqual([])
  })

  test('[WIN-8] none in what opens over a screen', async () => {
    await makeSample(stage.dataDir(), 3)
    const { page } = await stage.open(await stage.start({ passphrase: samplePassphrase }))
    const { look, found } = watch(page)
    await page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor()
    await page.keyboard.press('ControlOrMeta+K')
    await page.getByRole('option').first().waitFor()
    await look()
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    await look()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('g')
    await page.keyboard.press('c')
    await page.getByRole('heading', { name: 'Clients', level: 1 }).waitFor()
    await page.getByRole('button', { name: 'Add client' }).click()
    await page.getByRole('textbox', { name: 'Name' }).waitFor()
    await look()
    expect(found).toEqual([])
  })
})

const watch = (page: Page) => {
  const found: string[] = []
  const look = async (): Promise<void> => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      // So that a finding says where it is.
      const title = await page.getByRole('heading').first().innerText()
      found.push(...(await findBarriers(page)).map((barrier) => `${title}, ${colorScheme}: ${barrier}`))
    }
  }
  return { look, found }
}
