/** What every journey needs: a browser, a built page, a data folder that is gone afterwards, and the program on it. */
import { buildPage } from '#build/scripts/build-page.ts'
import { noChromium } from '#build/scripts/find-chromium.ts'
import type { Browser, BrowserContext, BrowserContextOptions } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { launchChromium, openWindow, type Window } from './open-chromium.ts'
import { startProgram, type Program, type ProgramOptions } from './start-program.ts'

export type Stage = {
  dataDir(): string
  /** Starts the program on the data folder; it is ended after the test. */
  start(options?: Partial<ProgramOptions>): Promise<Program>
  /** A window that is signed in. */
  open(program: Pick<Program, 'address'>, options?: BrowserContextOptions): Promise<Window>
}

/** For the top of a `describe`. Without a Chromium its tests are skipped. */
export const setStage = (): Stage => {
  let browser: Browser | undefined
  let dataDir = ''
  let programs: Program[] = []

  beforeAll(async () => {
    browser = await launchChromium()
    const isGiven = Boolean(process.env['SECURATLAS_PAGE_DIR'])
    if (browser !== undefined && !isGiven) await buildPage({ say: console.error })
  }, 120_000)
  afterAll(() => browser?.close())

  beforeEach(async ({ skip }) => {
    if (browser === undefined) return skip(noChromium)
    dataDir = await mkdtemp(join(tmpdir(), 'journey-'))
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPictures(browser?.contexts() ?? [], task.name)
    await Promise.all(browser?.contexts().map((context) => context.close()) ?? [])
    await Promise.all(programs.map((program) => program.kill()))
    programs = []
    await rm(dataDir, { recursive: true, force: true })
  })

  return {
    dataDir: () => dataDir,
    start: async (options = {}) => {
      const program = await startProgram({ dataDir, ...options })
      programs.push(program)
      return program
    },
    open: async (program, options) => {
      if (browser === undefined) throw new Error(noChromium)
      const window = await openWindow(browser, options)
      await window.page.goto(program.address)
      return window
    },
  }
}

const results = fileURLToPath(new URL('../test-results/', import.meta.url))

/** What was on the screen when a journey failed. */
const keepPictures = async (contexts: readonly BrowserContext[], name: string): Promise<void> => {
  const pages = contexts.flatMap((context) => context.pages())
  const title = name.replaceAll(/[^\w-]+/g, '-').slice(0, 60)
  for (const [index, page] of pages.entries()) {
    await page.screenshot({ path: join(results, `${title}-${String(index + 1)}.png`) })
  }
}
