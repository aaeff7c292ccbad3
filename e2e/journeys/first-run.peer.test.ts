/** Day one and day two: from an empty folder to a practice, by keyboard alone, and back to it after a quit. */
import type { Page } from '@playwright/test'
import { describe, expect, test } from 'vitest'
import { pressOn, typeInto } from '../by-keyboard.ts'
import { openClient } from '../by-palette.ts'
import { addByHand, walkFirstRun } from '../walk-first-run.ts'
import { setJourney } from './set-journey.ts'

const passphrase = 'correct horse battery'
const practice = { name: 'Harbor Security', email: 'ops@harbor.example', passphrase } as const
const names = ['Pentair', 'Bio-Techne', 'Ørsted', '株式会社クボタ']

describe('the first run, by keyboard alone', { timeout: 120_000 }, () => {
  const journey = setJourney()

  test('[WIN-2] a practice, its recovery key, four clients, an edit; after a quit and a start the edit is there', async () => {
    const first = await journey.open()
    await walkFirstRun(first.page, { mode: 'partner', ...practice })
    await addByHand(first.page, names)
    await first.page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor()
    await pressOn(first.page, first.page.getByRole('navigation').getByRole('link', { name: /^Clients/ }))
    for (const name of names) await first.page.getByRole('row').filter({ hasText: name }).waitFor()

    await openClient(first.page, 'Ørsted')
    await editIndustry(first.page, 'Wind power')
    expect(first.troubles).toEqual([])
    await first.quit()

    const second = await journey.open()
    await unlock(second.page)
    await openClient(second.page, 'Ørsted')
    await second.page.getByText('Wind power').first().waitFor()
    expect(second.troubles).toEqual([])
  })

  test('[WIN-3] one organization lands in its one workspace, and an edit is there after a quit and a start', async () => {
    const first = await journey.open()
    await walkFirstRun(first.page, { mode: 'solo', ...practice })
    await first.page.getByRole('heading', { name: practice.name, level: 1 }).waitFor()
    expect(await first.page.getByRole('link', { name: /^Clients|^Dashboard/ }).count()).toBe(0)
    await editIndustry(first.page, 'Shipping')
    expect(first.troubles).toEqual([])
    await first.quit()

    const second = await journey.open()
    await unlock(second.page)
    await second.page.getByRole('heading', { name: practice.name, level: 1 }).waitFor()
    await second.page.getByText('Shipping').first().waitFor()
    expect(second.troubles).toEqual([])
  })
})

/** From the overview of a client. */
const editIndustry = async (page: Page, industry: string): Promise<void> => {
  await pressOn(page, page.getByRole('button', { name: 'Edit profile' }))
  await typeInto(page, page.getByRole('textbox', { name: 'Industry', exact: true }), industry)
  await page.keyboard.press('Enter')
  await page.getByText('Saved on this device', { exact: true }).waitFor()
}

const unlock = async (page: Page): Promise<void> => {
  await typeInto(page, page.getByLabel('Passphrase', { exact: true }), passphrase)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'Navigation' }).waitFor()
}
