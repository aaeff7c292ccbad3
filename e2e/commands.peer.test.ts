/** Every key that the sheet prints does what stands beside it; undo tells where; records are found from anywhere. */
import type { Page } from '@playwright/test'
import { describe, expect, test } from 'vitest'
import { openClient } from './by-palette.ts'
import { addClient, makeSample, samplePassphrase } from './make-sample.ts'
import { setStage } from './set-stage.ts'

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 1 }).waitFor()
const toClients = async (page: Page): Promise<void> => {
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await page.getByRole('row').nth(3).waitFor()
}
const intoList = async (page: Page): Promise<void> => {
  await toClients(page)
  await page.getByRole('grid').focus()
}

/** By the words of the sheet: what has to be there after the keys, and how to get where they work. */
const effects: Readonly<
  Record<string, { readonly from?: (page: Page) => Promise<void>; readonly shows: (page: Page) => Promise<unknown> }>
> = {
  Dashboard: { shows: (page) => heading(page, 'Dashboard') },
  Clients: { shows: (page) => heading(page, 'Clients') },
  Settings: { shows: (page) => heading(page, 'Settings') },
  'Settings, also while typing': { shows: (page) => heading(page, 'Settings') },
  'Clients of the sidebar, first to eighth': { shows: (page) => heading(page, 'Pentair') },
  Back: {
    from: async (page) => {
      await page.evaluate(() => (location.hash = '#/settings'))
      await heading(page, 'Settings')
      await toClients(page)
    },
    shows: (page) => heading(page, 'Settings'),
  },
  Forward: {
    from: async (page) => {
      await toClients(page)
      await page.evaluate(() => (location.hash = '#/settings'))
      await heading(page, 'Settings')
      await page.evaluate(() => history.back())
      await heading(page, 'Clients')
    },
    shows: (page) => heading(page, 'Settings'),
  },
  'Search or run a command': { shows: (page) => page.getByRole('combobox').waitFor() },
  Undo: { shows: (page) => page.getByText('There is nothing to undo.').first().waitFor() },
  Redo: { shows: (page) => page.getByText('There is nothing to redo.').first().waitFor() },
  'Show or hide the sidebar': { shows: (page) => page.locator('[data-collapsed]').first().waitFor() },
  'Next part of the screen': { shows: (page) => page.waitForFunction(() => document.activeElement !== document.body) },
  'Keys on one sheet': { shows: (page) => page.getByRole('dialog', { name: 'Keys' }).waitFor() },
  'Next and previous row': {
    from: intoList,
    shows: (page) => page.locator('[role="grid"][aria-activedescendant]').waitFor(),
  },
  'Open beside the list': {
    from: intoList,
    shows: (page) => page.getByRole('button', { name: /^Open/ }).first().waitFor(),
  },
  'Open on a page of its own': { from: intoList, shows: (page) => page.getByText('Posture score').waitFor() },
  'Search the list': { from: toClients, shows: (page) => page.locator('[role="searchbox"]:focus').waitFor() },
  'Add client': {
    from: toClients,
    shows: (page) => page.getByRole('complementary').getByText('Add client').first().waitFor(),
  },
  'Close the panel': {
    from: async (page) => {
      await intoList(page)
      await page.keyboard.press('Enter')
      await page.getByRole('complementary').waitFor()
    },
    shows: (page) => page.getByRole('complementary').waitFor({ state: 'detached' }),
  },
  'New note': {
    from: async (page) => {
      await openClient(page, 'Pentair')
      await page.getByRole('link', { name: 'Notes', exact: true }).click()
      await page.getByRole('button', { name: 'New note' }).first().waitFor()
    },
    shows: (page) => page.getByRole('dialog', { name: 'New note' }).waitFor(),
  },
  'Back to the practice': { from: (page) => openClient(page, 'Pentair'), shows: (page) => heading(page, 'Dashboard') },
  Lock: { shows: (page) => page.getByRole('button', { name: 'Unlock' }).waitFor() },
}

const playwrightKey = (printed: string): string =>
  printed
    .replace('Ctrl', 'ControlOrMeta')
    .replace('Esc', 'Escape')
    .replace('←', 'ArrowLeft')
    .replace('→', 'ArrowRight')
    .split(' ')
    .map((key) => (/^[A-Z]$/.test(key) ? key.toLowerCase() : key))
    .join('+')

type Printed = { readonly label: string; readonly keys: readonly string[] }

const readSheet = async (page: Page): Promise<readonly Printed[]> => {
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keys' })
  await sheet.waitFor()
  const rows = await sheet.getByRole('listitem').evaluateAll((items) =>
    items.map((item) => ({
      label: item.querySelector('span')?.textContent ?? '',
      keys: [...item.querySelectorAll('kbd')].map((key) => key.textContent),
    })),
  )
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  return rows
}

/** What closes still takes the keys until it is gone. */
const noLayer = (): boolean =>
  ![...document.querySelectorAll('[role="dialog"], [role="listbox"], [role="menu"]')].some((layer) =>
    layer.checkVisibility(),
  )

describe('commands', { timeout: 180_000 }, () => {
  const stage = setStage()
  const start = async () => {
    await makeSample(stage.dataDir(), 8)
    await addClient(stage.dataDir(), 'Pentair')
    const { page, troubles } = await stage.open(await stage.start({ passphrase: samplePassphrase }))
    await heading(page, 'Dashboard')
    await openClient(page, 'Pentair')
    await page.waitForFunction(noLayer)
    await page.keyboard.press('Escape')
    await heading(page, 'Dashboard')
    return { page, troubles }
  }

  test('[FRAME-4] every key of the sheet does what the sheet says', async () => {
    const { page, troubles } = await start()
    const sheet = await readSheet(page)
    expect(sheet.map(({ label }) => label).toSorted()).toEqual(Object.keys(effects).toSorted())
    // The lock comes last, as nothing comes after it.
    for (const { label, keys } of sheet.toSorted((a, b) => Number(a.label === 'Lock') - Number(b.label === 'Lock'))) {
      const effect = effects[label]
      await page.evaluate(() => (location.hash = '#/dashboard'))
      await effect?.from?.(page)
      await page.waitForFunction(noLayer)
      const pressed = label.startsWith('Clients of') ? keys.slice(0, 1) : keys
      for (const key of pressed) await page.keyboard.press(playwrightKey(key))
      await effect?.shows(page).catch((error: unknown) => {
        throw new Error(`${label}: ${String(error)}`)
      })
      await page.keyboard.press('Escape')
      await page.waitForFunction(noLayer)
    }
    expect(troubles).toEqual([])
  })

  test('[FRAME-5] undo says what and where, and leads there; with single letters off, only they are silent', async () => {
    const { page, troubles } = await start()
    await openClient(page, 'Pentair')
    await page.getByRole('button', { name: 'Edit profile' }).click()
    const field = page.getByRole('textbox', { name: 'Industry', exact: true })
    await field.fill('Zinc mining')
    await field.press('Enter')
    await page.getByText('Saved on this device', { exact: true }).first().waitFor()
    await field.blur()
    await page.keyboard.press('g')
    await page.keyboard.press('d')
    await heading(page, 'Dashboard')
    await page.keyboard.press('ControlOrMeta+Z')
    const toast = page.getByText('Undone in Pentair: Industry')
    await toast.waitFor()
    await page.getByRole('button', { name: 'Show' }).click()
    await heading(page, 'Pentair')
    await page.keyboard.press('ControlOrMeta+Shift+Z')
    await page.getByText('Done again in Pentair: Industry').waitFor()

    await page.evaluate(() => (location.hash = '#/settings?section=appearance'))
    await page.getByRole('switch', { name: 'Commands of a single letter' }).click()
    await page.getByRole('heading', { name: 'Settings', level: 1 }).click()
    await page.keyboard.press('g')
    await page.keyboard.press('d')
    await page.waitForTimeout(300)
    await heading(page, 'Settings')
    await page.keyboard.press('ControlOrMeta+K')
    await page.getByRole('combobox').waitFor()
    expect(troubles).toEqual([])
  })

  test('[SEARCH-10] a contact of any client is found from everywhere and opens where it can be changed', async () => {
    const { page, troubles } = await start()
    await openClient(page, 'Pentair')
    await page.getByRole('button', { name: 'Edit profile' }).click()
    await page.getByRole('button', { name: 'Add contact' }).waitFor()
    await page.getByRole('textbox', { name: 'Name' }).last().fill('Zoë Quarterman')
    await page.getByRole('button', { name: 'Add contact' }).click()
    await page.getByRole('group', { name: 'Zoë Quarterman' }).waitFor()
    await page.evaluate(() => (location.hash = '#/dashboard'))
    await heading(page, 'Dashboard')
    await page.keyboard.press('ControlOrMeta+K')
    await page.locator('[role=combobox]:focus').waitFor()
    await page.keyboard.type('@zoe quar')
    await page.getByRole('option', { name: /Zoë Quarterman.*Pentair/, selected: true }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('group', { name: 'Zoë Quarterman' }).waitFor()
    expect(troubles).toEqual([])
  })
})
