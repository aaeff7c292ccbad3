/** The window is closed while an edit is on its way: in the very moment of Enter, and with the cursor still in the field. */
import type { Page } from '@playwright/test'
import { describe, expect, test } from 'vitest'
import { openClient } from '../by-palette.ts'
import { addClient, makeSample, samplePassphrase } from '../make-sample.ts'
import { setJourney } from './set-journey.ts'

const client = 'Pentair'

describe('a window that is closed during a save', { timeout: 120_000 }, () => {
  const journey = setJourney()

  test('[WIN-21] what was typed is there, committed or not', async () => {
    await makeSample(journey.dataDir(), 1)
    await addClient(journey.dataDir(), client)
    const rounds = ['Enter', 'nothing', 'Enter', 'nothing'] as const
    for (const [index, pressed] of rounds.entries()) {
      const industry = `Round ${String(index + 1)}, ${pressed}`
      const first = await journey.open()
      await unlock(first.page)
      await openClient(first.page, client)
      await first.page.getByRole('button', { name: 'Edit profile' }).click()
      const field = first.page.getByRole('textbox', { name: 'Industry', exact: true })
      await field.fill(industry)
      if (pressed === 'Enter') pressEnter(first.page)
      await first.quit()

      const second = await journey.open()
      await unlock(second.page)
      await openClient(second.page, client)
      await second.page.getByText(industry).first().waitFor({ timeout: 5000 })
      await second.quit()
    }
    expect(rounds).toHaveLength(4)
  })
})

/** Not waited for: the window is told to close while the edit is on its way. */
const pressEnter = (page: Page): void => {
  const pressed = page.evaluate(() => {
    const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(enter)
  })
  // The window may be gone before it answers.
  pressed.catch(() => undefined)
}

const unlock = async (page: Page): Promise<void> => {
  await page.getByLabel('Passphrase', { exact: true }).fill(samplePassphrase)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'Navigation' }).waitFor()
}
