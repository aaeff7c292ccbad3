/** One organization becomes a practice, goes back, and becomes one for good: its workspace stays what it was. */
import type { Page } from '@playwright/test'
import { describe, expect, test } from 'vitest'
import { openClient } from '../by-palette.ts'
import { walkFirstRun } from '../walk-first-run.ts'
import { setJourney } from './set-journey.ts'

const passphrase = 'correct horse battery'
const name = 'Harbor Shipping'
const clientOf = (page: Page): string | undefined => /clients\/([0-9a-f-]{36})/.exec(page.url())?.[1]
const inSidebar = (page: Page, link: string | RegExp) =>
  page.getByRole('navigation', { name: 'Navigation' }).getByRole('link', { name: link })

describe('one organization that becomes a practice', { timeout: 120_000 }, () => {
  const journey = setJourney()

  test('[FIRST-10] keeps its workspace with its id and its content, can be undone, and is one after a quit and a start', async () => {
    const { page, quit, troubles } = await journey.open()
    await walkFirstRun(page, { mode: 'solo', name, email: 'ops@harbor.example', passphrase })
    await page.getByRole('heading', { name, level: 1 }).waitFor()
    const workspace = clientOf(page)
    expect(workspace).toBeDefined()
    await page.getByRole('button', { name: 'Edit profile' }).click()
    const industry = page.getByRole('textbox', { name: 'Industry', exact: true })
    await industry.fill('Shipping')
    await industry.press('Enter')
    await page.getByText('Saved on this device', { exact: true }).waitFor()

    const become = async (): Promise<void> => {
      await inSidebar(page, 'Settings').last().click()
      await page.getByRole('button', { name: 'Become a practice' }).click()
      await page.getByRole('row').filter({ hasText: name }).waitFor()
      await inSidebar(page, 'Dashboard').waitFor()
    }
    await become()
    await page.getByRole('button', { name: 'Undo' }).click()
    await inSidebar(page, 'Profile').waitFor()
    expect(await inSidebar(page, /Dashboard|^Clients/).count()).toBe(0)
    expect(clientOf(page)).toBe(workspace)
    await become()
    expect(troubles).toEqual([])
    await quit()

    const next = await journey.open()
    await next.page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
    await next.page.keyboard.press('Enter')
    await inSidebar(next.page, 'Dashboard').waitFor()
    await openClient(next.page, name)
    expect(clientOf(next.page)).toBe(workspace)
    await next.page.getByText('Shipping').first().waitFor()
  })
})
