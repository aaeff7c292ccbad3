/** A walk through the portal and a client's settings: the longest task of the main thread, and what an edit takes. */
import type { Browser, Page } from '@playwright/test'
import { openClient } from '#e2e/by-palette.ts'
import { withLimit, type Figure } from './figure.ts'
import { goTo, openBenchWindow, portalIsThere } from './open-bench-window.ts'

const edits = 100

export const measureWork = async (browser: Browser, address: string, client: string): Promise<readonly Figure[]> => {
  const { page, takeLongTasks } = await openBenchWindow(browser, address)
  await portalIsThere(page)
  const parts: { readonly name: string; readonly longest: number }[] = []
  const walk = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    await work()
    await page.waitForTimeout(300)
    const tasks = await takeLongTasks()
    parts.push({ name, longest: Math.max(0, ...tasks) })
  }
  await walk('first load', () => page.waitForTimeout(500))
  await walk('Clients, first seen', () => goTo(page, 'Clients'))
  await walk('scrolling the clients', () => scrollList(page))
  await walk('sorting the clients', () => page.getByRole('columnheader', { name: 'Industry' }).click())
  await walk('palette and a client', () => openClient(page, client))
  await walk('Settings of the client', () => goTo(page, 'Settings'))
  const saved: number[] = []
  await walk('edits', async () => {
    for (let edit = 0; edit < edits; edit++) saved.push(await timeEdit(page, edit))
  })
  await walk('Activity of the client', () => goTo(page, 'Activity'))
  await page.context().close()
  return [
    ...parts.map(({ name, longest }) =>
      withLimit({ name: `longest task of the page, ${name}`, figure: longest, unit: 'ms' }, { most: 50 }),
    ),
    withLimit(
      { name: 'Enter in a field to "Saved on this device", p95', figure: quantile(saved, 0.95), unit: 'ms' },
      { most: 50 },
    ),
  ]
}

const scrollList = async (page: Page): Promise<void> => {
  await page.getByRole('row').nth(3).hover()
  for (let step = 0; step < 60; step++) {
    await page.mouse.wheel(0, 400)
    await page.waitForTimeout(16)
  }
}

const timeEdit = async (page: Page, edit: number): Promise<number> => {
  const field = page.getByRole('textbox', { name: 'Location', exact: true })
  await field.fill(`Hall ${String(edit)}`)
  const taken = page.evaluate(timeToSaved)
  await field.press('Enter')
  return taken
}

/** From the key as the page gets it to the words in the document. */
const timeToSaved = (): Promise<number> =>
  new Promise((resolve) => {
    let pressed = 0
    addEventListener('keydown', (event) => (pressed = event.timeStamp), { capture: true, once: true })
    const observer = new MutationObserver(() => {
      if (pressed === 0 || document.activeElement?.closest('[data-phase]')?.getAttribute('data-phase') !== 'saved')
        return
      observer.disconnect()
      resolve(performance.now() - pressed)
    })
    observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-phase'] })
  })

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0
