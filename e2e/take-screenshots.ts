/** Takes the pictures of docs/screenshots: `node e2e/take-screenshots.ts`, by hand, after the page has changed. */
import { buildPage } from '#build/scripts/build-page.ts'
import { noChromium } from '#build/scripts/find-chromium.ts'
import type { Browser, Page } from '@playwright/test'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openClient } from './by-palette.ts'
import { makeEmptyPractice, makeSample, samplePassphrase } from './make-sample.ts'
import { launchChromium, openWindow } from './open-chromium.ts'
import { startProgram } from './start-program.ts'

const folder = process.argv[2] ?? fileURLToPath(new URL('../docs/screenshots', import.meta.url))
const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
]
const schemes = ['light', 'dark'] as const

/** Shows one screen in every size and scheme. */
const takeAll = async (page: Page, name: string): Promise<void> => {
  for (const size of sizes) {
    for (const colorScheme of schemes) {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.mouse.move(0, 0)
      // Tables draw their rows anew for the new size.
      await page.waitForTimeout(400)
      await page.screenshot({ path: join(folder, `${name}-${String(size.width)}-${colorScheme}.png`) })
    }
  }
}

const showEmpty = async (browser: Browser, dataDir: string): Promise<void> => {
  const program = await startProgram({ dataDir })
  const { page } = await openWindow(browser)
  await page.goto(program.address)
  await page.getByRole('heading', { name: 'How will you use SecurAtlas?' }).waitFor()
  await takeAll(page, 'first-run')
  await page.context().close()
  await program.stop()
}

const showEmptyPractice = async (browser: Browser, dataDir: string): Promise<void> => {
  await makeEmptyPractice(dataDir, 'Harbor Security')
  const program = await startProgram({ dataDir, passphrase: samplePassphrase })
  const { page } = await openWindow(browser)
  await page.goto(program.address)
  await page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor()
  await takeAll(page, 'dashboard-empty')
  await page.getByRole('navigation', { name: 'Navigation' }).getByRole('link', { name: 'Clients' }).click()
  await page.getByRole('heading', { name: 'Clients', level: 1 }).waitFor()
  await takeAll(page, 'clients-empty')
  await page.context().close()
  await program.stop()
}

const list = `Company,Sector,Staff,City
Northwind Dental Group,Health Care,84,Portland
Cedar & Vale Accounting,Financials,23,Leeds
Brightwater Logistics,Industrials,410,Rotterdam
Halden Precision Tools,Industrials,many,Graz
Solace Clinics,Health Care,260,Austin
,Utilities,55,Bergen
`

const showImport = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Import…' }).click()
  await page.getByRole('button', { name: 'Choose a file…' }).waitFor()
  const file = { name: 'clients.csv', mimeType: 'text/csv', buffer: Buffer.from(list) }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByText('Northwind Dental Group').first().waitFor()
  await takeAll(page, 'import')
}

const showNotes = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Notes', exact: true }).click()
  await page.getByRole('button', { name: 'New note' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'New note' })
  await dialog.getByRole('textbox').first().fill('Kick-off call')
  await page.keyboard.press('Enter')
  const text = page.locator('[contenteditable=true]')
  await text.waitFor()
  await text.click()
  await page.keyboard.type('The board wants a first figure before the summer.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('## Open')
  await page.keyboard.press('Enter')
  await page.keyboard.type('- who signs for the branch office')
  await page.getByText('Saved on this device').first().waitFor()
  await takeAll(page, 'notes')
}

const showSample = async (browser: Browser, dataDir: string): Promise<void> => {
  await makeSample(dataDir)
  const program = await startProgram({ dataDir, passphrase: samplePassphrase })
  const { page } = await openWindow(browser)
  await page.goto(program.address)
  const go = (name: string) => page.getByRole('navigation', { name: 'Navigation' }).getByRole('link', { name }).click()
  await page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor()
  await takeAll(page, 'dashboard')
  await go('Clients')
  await page.getByRole('heading', { name: 'Clients', level: 1 }).waitFor()
  const row = page.getByRole('row').nth(1)
  await row.waitFor()
  await takeAll(page, 'clients')
  await showImport(page)
  await go('Settings')
  await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor()
  await takeAll(page, 'settings')
  await openClient(page, await firstClient(page))
  await takeAll(page, 'client')
  await go('Settings')
  await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor()
  await takeAll(page, 'client-settings')
  await showNotes(page)
  await go('Activity')
  await page.getByRole('heading', { name: 'Activity', level: 1 }).waitFor()
  await takeAll(page, 'activity')
  await page.context().close()
  await program.stop()
}

const firstClient = async (page: Page): Promise<string> => {
  await page.keyboard.press('ControlOrMeta+K')
  const name = (await page.getByRole('option').first().innerText()).split('\n').find((line) => line.length > 3) ?? ''
  await page.keyboard.press('Escape')
  return name
}

const browser = await launchChromium()
if (browser === undefined) throw new Error(noChromium)
await buildPage({ say: console.error })
await mkdir(folder, { recursive: true })
for (const show of [showEmpty, showEmptyPractice, showSample]) {
  const dataDir = await mkdtemp(join(tmpdir(), 'screenshots-'))
  await show(browser, dataDir)
  await rm(dataDir, { recursive: true })
}
await browser.close()
