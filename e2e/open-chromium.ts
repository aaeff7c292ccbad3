/** Chromium for the journeys, and what its windows complain about. */
import { findChromium } from '#build/scripts/find-chromium.ts'
import { quietFlags } from '#electron/browser-window/quiet-flags.ts'
import { chromium, type Browser, type BrowserContextOptions, type Page } from '@playwright/test'

/** Undefined where there is none. */
export const launchChromium = async (): Promise<Browser | undefined> => {
  const executablePath = findChromium()
  if (executablePath === undefined) return undefined
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ executablePath, args: [...flags, ...sandbox] })
}

const flags = ['--disable-gpu', ...quietFlags]

export type Window = {
  readonly page: Page
  /** Errors of the console, a breach of the content security policy among them, and of scripts. */
  readonly troubles: string[]
}

/** A window of its own: it shares no cookie with any other. */
export const openWindow = async (browser: Browser, options: BrowserContextOptions = {}): Promise<Window> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US', ...options })
  return watchPage(await context.newPage())
}

/** A second window of the same person. */
export const openBeside = async ({ page }: Window): Promise<Window> => watchPage(await page.context().newPage())

export const watchPage = (page: Page): Window => {
  const troubles: string[] = []
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()))
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('requestfailed', (request) => troubles.push(`${request.url()} failed`))
  return { page, troubles }
}
