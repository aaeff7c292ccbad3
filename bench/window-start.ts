/** From the start of the program to a portal that answers, beside the same host with an empty page; and what it loads. */
import type { Browser, Page } from '@playwright/test'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { launchChromium, openWindow } from '#e2e/open-chromium.ts'
import { withLimit, withRatioLimit, type Figure } from './figure.ts'
import { median } from './measure.ts'
import { startProgram } from './run-program.ts'

const rounds = 7

export const measureStart = async (dataDir: string, pageDir: string): Promise<readonly Figure[]> => {
  const emptyPage = await mkdtemp(join(tmpdir(), 'securatlas-empty-page-'))
  await writeFile(join(emptyPage, 'index.html'), '<!doctype html><title>Empty</title><h1>Dashboard</h1>')
  const portal: number[] = []
  const empty: number[] = []
  let loaded: readonly string[] = []
  for (let round = 0; round < rounds; round++) {
    empty.push((await startOnce(dataDir, emptyPage)).milliseconds)
    const start = await startOnce(dataDir, pageDir)
    portal.push(start.milliseconds)
    loaded = start.scripts
  }
  await rm(emptyPage, { recursive: true })
  return [
    withRatioLimit(
      {
        name: 'start to an interactive portal with 1,000 clients',
        figure: median(portal),
        unit: 'ms',
        peer: median(empty),
      },
      { most: 2 },
    ),
    withLimit(
      {
        name: 'JavaScript of the first load, gzip',
        figure: (await gzipSize(loaded.map((path) => join(pageDir, path)))) / 1024,
        unit: 'KB',
      },
      { most: 350 },
    ),
  ]
}

const startOnce = async (dataDir: string, pageDir: string) => {
  const started = performance.now()
  process.env['SECURATLAS_PAGE_DIR'] = pageDir
  const child = startProgram('electron/browser-window/index.ts', ['--headless', '--data-dir', dataDir])
  const ended = once(child, 'close')
  // The browser starts beside the program, as it does for a person.
  const [address, browser] = await Promise.all([readAddress(child.stdout), launchChromium()])
  if (browser === undefined) throw new Error('this bench needs Chromium')
  const { page, scripts } = await openCounted(browser)
  await page.goto(address)
  await isInteractive(page)
  const milliseconds = performance.now() - started
  await browser.close()
  child.kill('SIGTERM')
  await ended
  return { milliseconds, scripts }
}

const openCounted = async (browser: Browser) => {
  const { page } = await openWindow(browser)
  const scripts: string[] = []
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (pathname.endsWith('.js')) scripts.push(pathname)
  })
  return { page, scripts }
}

/** The screen stands there and two frames have been drawn after it. */
const isInteractive = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor()
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}

export const readAddress = async (output: NodeJS.ReadableStream | null): Promise<string> => {
  let text = ''
  for await (const part of output?.setEncoding('utf8') ?? []) {
    text += String(part)
    const address = /http:\/\/127\.0\.0\.1:\d+\/\S*(?=\s)/.exec(text)?.[0]
    if (address !== undefined) return address
  }
  throw new Error(`the program printed no address: ${text}`)
}

const gzipSize = async (files: readonly string[]): Promise<number> => {
  const sizes = await Promise.all(
    [...new Set(files)].map(async (file) => gzipSync(await readFile(file), { level: 9 }).length),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
