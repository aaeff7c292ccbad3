/** The window is closed while an edit is on its way: in the very moment of Enter, and with the cursor still in the field. */
import type { Page } from '@playwright/test'
import { describe, expect, test } from 'vitest'
import { openClient } from '../by-palette.ts'
import { addClient, makeSample, samplePassphrase } from '../make-sample.ts'
import { setJourney } from './set-journey.ts'

const client = 'Pentair'

describe('a window that is closed during a save', { timeout: 120_000 }, () => {
  const journey = setJourney()

  test.each(['Enter', 'nothing'])(
    '[WIN-21] has what was typed, with %s pressed before it was closed',
    async (pressed) => {
      await makeSample(journey.dataDir(), 1)
      await addClient(journey.dataDir(), client)
      const first = await journey.open()
      await unlock(first.page)
      await openClient(first.page, client)
      await first.page.getByRole('button', { name: 'Edit profile' }).click()
      await first.page.getByRole('textbox', { name: 'Industry', exact: true }).fill('Typed at last')
      if (pressed === 'Enter') await pressEnter(first.page)
      await first.quit()

      const second = await journey.open()
      await unlock(second.page)
      await openClient(second.page, client)
      await second.page.getByText('Typed at last').first().waitFor()
      expect(second.troubles).toEqual([])
    },
  )
})

/** Resolves at once: nobody waits for the edit. */
const pressEnter = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })
    return document.activeElement?.dispatchEvent(enter)
  })

const unlock = async (page: Page): Promise<void> => {
  await page.getByLabel('Passphrase', { exact: true }).fill(samplePassphrase)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'Navigation' }).waitFor()
}
