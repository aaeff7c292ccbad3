/** The screens of a practice and of one client, each shown once. */
import type { Page } from '@playwright/test'
import { openClient } from './by-palette.ts'

/** `look` is called on each, when its heading stands there. */
export const visitScreens = async (page: Page, client: string, look: () => Promise<void>): Promise<void> => {
  const go = async (name: string): Promise<void> => {
    await page.getByRole('navigation', { name: 'Navigation' }).getByRole('link', { name }).click()
    await page.getByRole('heading', { name, level: 1 }).waitFor()
    await look()
  }
  for (const screen of ['Dashboard', 'Clients', 'Settings']) await go(screen)
  for (const section of ['Client defaults', 'Security', 'Appearance', 'Region', 'Data']) {
    await page.getByRole('main').getByText(section, { exact: true }).first().click()
    await look()
  }
  await openClient(page, client)
  await look()
  for (const screen of ['Notes', 'Activity', 'Settings']) await go(screen)
}
