/** The quickest way to a client: Ctrl K, its name, Enter. */
import type { Page } from '@playwright/test'

export const openClient = async (page: Page, name: string): Promise<void> => {
  await page.keyboard.press('ControlOrMeta+K')
  await page.locator('[role=combobox]:focus').waitFor()
  await page.keyboard.type(name)
  await page.getByRole('option', { name, selected: true }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name, level: 1 }).waitFor()
}
