/** The page in Chromium for the bench, with a watch on its main thread. */
import type { Browser, CDPSession, Page } from '@playwright/test'
import { launchChromium, openWindow } from '#e2e/open-chromium.ts'

export type BenchWindow = {
  readonly page: Page
  readonly devtools: CDPSession
  /** Main-thread tasks over 50 ms since the last call, in ms, in their order. */
  takeLongTasks(): Promise<readonly number[]>
}

export const withChromium = async <Value>(work: (browser: Browser) => Promise<Value>): Promise<Value> => {
  const browser = await launchChromium()
  if (browser === undefined) throw new Error('this bench needs Chromium')
  try {
    return await work(browser)
  } finally {
    await browser.close()
  }
}

export const openBenchWindow = async (browser: Browser, address: string): Promise<BenchWindow> => {
  const { page } = await openWindow(browser)
  await page.addInitScript(watchTasks)
  await page.goto(address)
  return {
    page,
    devtools: await page.context().newCDPSession(page),
    takeLongTasks: () => page.evaluate(() => globalThis.benchTasks.splice(0)),
  }
}

declare global {
  // A variable alone is a property of the page's global object.
  var benchTasks: number[]
}

/** As text: what Node calls a performance entry knows no tasks of a page. */
const watchTasks = `
  globalThis.benchTasks = []
  new PerformanceObserver((list) => benchTasks.push(...list.getEntries().map(({ duration }) => duration)))
    .observe({ type: 'longtask', buffered: true })
`

export const portalIsThere = (page: Page): Promise<void> =>
  page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor()

/** Through the navigation of the portal, as a click does. */
export const goTo = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('navigation', { name: 'Navigation' }).getByRole('link', { name }).click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
}
