/** What the practice decides, and what a client decides for itself: at the screen, by keyboard, in light and in dark. */
import type { Locator, Page } from '@playwright/test'
import { describe, expect, test } from 'vitest'
import { hasFocus, pressOn, tabTo, typeInto } from './by-keyboard.ts'
import { openClient } from './by-palette.ts'
import { findBarriers } from './find-barriers.ts'
import { addClient, makeSample, samplePassphrase } from './make-sample.ts'
import { setStage } from './set-stage.ts'

const client = 'Pentair'

describe('the settings of a practice and of a client', { timeout: 180_000 }, () => {
  const stage = setStage()

  const openSettings = async () => {
    await makeSample(stage.dataDir(), 3)
    await addClient(stage.dataDir(), client)
    const window = await stage.open(await stage.start({ passphrase: samplePassphrase }))
    window.page.setDefaultTimeout(8000)
    await window.page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor()
    await openPracticeSettings(window.page)
    return window
  }

  test('[PRAC-2] a picture becomes a small PNG that stands in the sidebar; what is none is refused in words', async () => {
    const { page, troubles } = await openSettings()
    const input = page.locator('input[type=file]')
    const logo = page.getByRole('img', { name: 'Logo of the practice' })
    const refuse = async (mimeType: string, buffer: Buffer, words: string): Promise<void> => {
      await input.setInputFiles({ name: 'logo', mimeType, buffer })
      await page.getByRole('alert').getByText(words).waitFor()
      expect(await logo.count()).toBe(0)
    }
    await refuse('image/svg+xml', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'not a PNG, JPEG or WebP')
    await refuse('image/png', Buffer.alloc(1024 * 1024 + 1), 'larger than 1 MB')
    await refuse('image/png', Buffer.from('no picture'), 'could not be read')
    expect(await barriersOf(page)).toEqual([])

    await input.setInputFiles({ name: 'noise.jpg', mimeType: 'image/jpeg', buffer: await makeNoise(page) })
    await logo.waitFor()
    expect(await page.getByText('could not be read').count()).toBe(0)
    const { side, bytes } = await logo.evaluate((image: HTMLImageElement) => ({
      side: image.naturalWidth,
      bytes: (image.src.length * 3) / 4,
    }))
    expect(side).toBeLessThanOrEqual(512)
    expect(bytes).toBeLessThanOrEqual(64 * 1024 + 100)
    const inSidebar = page.getByRole('navigation', { name: 'Navigation' }).locator('img')
    expect(await inSidebar.count()).toBe(1)

    await pressOn(page, page.getByRole('button', { name: 'Remove logo' }))
    await logo.waitFor({ state: 'detached' })
    await tabTo(page, page.getByRole('button', { name: 'Choose a picture…' }))
    await page.keyboard.press('ControlOrMeta+Z')
    await logo.waitFor()
    await page.keyboard.press('ControlOrMeta+L')
    await page.getByLabel('Passphrase', { exact: true }).waitFor()
    expect(await page.locator('img').count()).toBe(0)
    expect(troubles).toEqual([])
  })

  test('[PRAC-4] the bands are set by keyboard as one table; what leaves a gap is said and not saved; the dashboard follows', async () => {
    const { page, troubles } = await openSettings()
    await page.getByRole('main').getByText('Client defaults', { exact: true }).click()
    const begins = (band: string): Locator => page.getByRole('textbox', { name: `${band} begins at` })
    await typeInto(page, begins('High'), '50')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('each above the one before').waitFor()
    expect(await barriersOf(page)).toEqual([])
    await typeInto(page, begins('High'), '30')
    await page.keyboard.press('Enter')
    await page.getByText('Saved on this device', { exact: true }).waitFor()
    await openDashboard(page)
    expect(await page.getByRole('row').filter({ hasText: 'Critical' }).first().innerText()).toContain('0–29')
    await openPracticeSettings(page)
    await page.getByRole('main').getByText('Client defaults', { exact: true }).click()
    await pressOn(page, page.getByRole('button', { name: 'Reset to the standard' }))
    await expect.poll(() => begins('High').inputValue()).toBe('20')
    await page.getByRole('button', { name: 'Reset to the standard' }).waitFor({ state: 'detached' })
    expect(await hasFocus(begins('High'))).toBe(true)
    expect(troubles).toEqual([])
  })

  test('[PRAC-5] a client shows the practice’s value until it has its own, and again when that is given up', async () => {
    const { page, troubles } = await openSettings()
    await page.getByRole('main').getByText('Client defaults', { exact: true }).click()
    await setNumber(page, 'Evidence validity, in days', '200')
    await openClientSettings(page)
    const validity = page.getByRole('group', { name: 'Evidence validity, in days' })
    const field = validity.getByRole('textbox')
    expect(await field.inputValue()).toBe('200')
    await validity.getByText('Practice default', { exact: true }).waitFor()

    await setNumber(page, 'Evidence validity, in days', '90')
    await validity.getByText('Set for this client; the practice has 200').waitFor()
    await openPracticeSettings(page)
    await page.getByRole('main').getByText('Client defaults', { exact: true }).click()
    await pressOn(page, page.getByRole('button', { name: /: Evidence validity, in days$/ }))
    await pressOn(page, page.getByRole('main').getByRole('link', { name: client, exact: true }))

    await page.getByRole('heading', { name: 'Practice defaults' }).waitFor()
    await pressOn(page, validity.getByRole('button', { name: "Use the practice's default" }))
    await validity.getByText('Practice default', { exact: true }).waitFor()
    expect(await field.inputValue()).toBe('200')
    expect(await hasFocus(field)).toBe(true)
    expect(troubles).toEqual([])
  })

  test('[PRAC-11] every group of a client’s settings is filled in by keyboard alone, without a barrier', async () => {
    const { page, troubles } = await openSettings()
    await openClientSettings(page)
    const set = async (label: string, value: string): Promise<void> => {
      await typeInto(page, page.getByRole('textbox', { name: new RegExp(`^${label}`) }), value)
      await page.keyboard.press('Enter')
      await page.getByText('Saved on this device', { exact: true }).first().waitFor()
    }
    await set('Industry', 'Water')
    await set('Employees', '11000')
    await choose(page, 'Currency', 'USD')
    await set('Review cadence, in months', '3')
    await choose(page, 'Accepted without the owner', 'Low, Moderate')
    await set('Tolerated annual loss', '1.5')
    await set('Annual revenue', '4000000')
    await page.getByText('$60,000 a year, of a revenue of $4,000,000.').waitFor()
    await set('Revenue that depends on IT', '62.5')
    await set('Cost of an hour of downtime', '5200')
    await set('Records of persons held', '18000')
    await set('Cyber insurance, limit', '2000000')
    await set('Cyber insurance, retention', '25000')
    await set('Cyber insurance, expires on', '31 mar 2027')
    await typeInto(page, page.getByRole('textbox', { name: 'Add a tag' }), 'Priority')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Remove Priority' }).waitFor()
    const contact = page.getByRole('form', { name: 'Add contact' })
    await typeInto(page, contact.getByRole('textbox', { name: 'Name' }), 'Ada Lind')
    await page.keyboard.press('Enter')
    await pressOn(page, page.getByRole('button', { name: 'Delete Ada Lind' }))
    await pressOn(page, page.getByRole('button', { name: 'Restore Ada Lind' }))
    await page.getByRole('button', { name: 'Delete Ada Lind' }).waitFor()
    expect(await barriersOf(page)).toEqual([])

    await page.reload()
    await page.getByRole('heading', { name: 'Financial inputs' }).waitFor()
    const held = async (label: string): Promise<string> => page.getByRole('textbox', { name: label }).inputValue()
    expect(await Promise.all(['Records of persons held', 'Revenue that depends on IT'].map(held))).toEqual([
      '18,000',
      '62.5',
    ])
    expect(await held('Cyber insurance, expires on')).toContain('2027')
    expect(troubles).toEqual([])
  })
})

const openDashboard = async (page: Page): Promise<void> => {
  await page.getByRole('navigation', { name: 'Navigation' }).getByRole('link', { name: 'Dashboard' }).click()
  await page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor()
}

const openPracticeSettings = async (page: Page): Promise<void> => {
  await page.evaluate(() => {
    location.hash = '#/settings'
  })
  await page.getByRole('textbox', { name: 'Contact email' }).waitFor()
}

const openClientSettings = async (page: Page): Promise<void> => {
  await openClient(page, client)
  await pressOn(page, page.getByRole('button', { name: 'Edit profile' }))
  await page.getByRole('heading', { name: 'Practice defaults' }).waitFor()
}

const setNumber = async (page: Page, label: string, value: string): Promise<void> => {
  await typeInto(page, page.getByRole('textbox', { name: label }), value)
  await page.keyboard.press('Enter')
  await page.getByText('Saved on this device', { exact: true }).first().waitFor()
}

/** In a list that one types into, or of few values. */
const choose = async (page: Page, label: string, part: string): Promise<void> => {
  await tabTo(
    page,
    page
      .getByRole('combobox', { name: label })
      .or(page.getByRole('textbox', { name: label }))
      .first(),
  )
  await page.keyboard.press('ArrowDown')
  await page.getByRole('option').first().waitFor()
  const option = page.getByRole('option', { name: part }).first()
  if ((await page.getByRole('option').count()) > 8) {
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type(part)
    await option.waitFor()
    await page.keyboard.press('ArrowDown')
  }
  for (let step = 0; step < 12 && (await option.getAttribute('data-combobox-selected')) === null; step++)
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByText('Saved on this device', { exact: true }).first().waitFor()
}

const barriersOf = async (page: Page): Promise<readonly string[]> => {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    found.push(...(await findBarriers(page)).map((barrier) => `${colorScheme}: ${barrier}`))
  }
  return found
}

/** A picture that a PNG cannot make small. */
const makeNoise = async (page: Page): Promise<Buffer> => {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 900
    canvas.height = 600
    const context = canvas.getContext('2d')
    for (let y = 0; y < 600; y += 3)
      for (let x = 0; x < 900; x += 3) {
        if (context !== null) context.fillStyle = `hsl(${Math.random() * 360} 80% 50%)`
        context?.fillRect(x, y, 3, 3)
      }
    return canvas.toDataURL('image/jpeg', 0.7).split(',')[1] ?? ''
  })
  return Buffer.from(base64, 'base64')
}
