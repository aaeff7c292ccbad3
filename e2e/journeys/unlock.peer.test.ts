/** Back the next day: the practice is locked, and its passphrase opens it. */
import { describe, expect, test } from 'vitest'
import { hasFocus } from '../by-keyboard.ts'
import { makeSample, samplePassphrase } from '../make-sample.ts'
import { setJourney } from './set-journey.ts'

describe('unlock', { timeout: 120_000 }, () => {
  const journey = setJourney()

  test('[WIN-4] a wrong passphrase is said at its field, five times as calmly as once, and the right one opens', async () => {
    await makeSample(journey.dataDir(), 3)
    const { page, troubles } = await journey.open()
    const field = page.getByLabel('Passphrase', { exact: true })
    await field.waitFor()
    expect(await hasFocus(field)).toBe(true)
    for (let wrong = 1; wrong <= 5; wrong++) {
      await page.keyboard.type(`wrong horse ${String(wrong)}`)
      await page.keyboard.press('Enter')
      await page.locator('input[aria-invalid=true]').waitFor()
      await page
        .getByRole('alert')
        .getByText(/This is not the passphrase/)
        .waitFor({ state: 'attached' })
      expect(await hasFocus(field)).toBe(true)
      // The pause between two tries grows, and is told in seconds.
      await page.getByRole('button', { name: 'Unlock', exact: true, disabled: false }).waitFor()
    }
    await field.fill(samplePassphrase)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor()
    expect(await page.getByText(/This is not the passphrase/).count()).toBe(0)
    expect(troubles).toEqual([])
  })

  test('[WIN-4] locking takes everything of the practice from the screen', async () => {
    await makeSample(journey.dataDir(), 3)
    const { page, troubles } = await journey.open()
    await page.getByLabel('Passphrase', { exact: true }).fill(samplePassphrase)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor()
    await page.keyboard.press('ControlOrMeta+L')
    await page.getByRole('heading', { name: 'Unlock SecurAtlas' }).waitFor()
    expect(await page.getByRole('navigation', { name: 'Navigation' }).count()).toBe(0)
    expect(troubles).toEqual([])
  })
})
