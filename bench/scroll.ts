/** Ten thousand clients scrolled from end to end: the frames that are dropped, beside those of an empty list as high. */
import type { Browser, Page } from '@playwright/test'
import { buildPage } from '#build/scripts/build-page.ts'
import { createClients, openBenchEngine, withFolder } from './bench-account.ts'
import { withLimit, type Figure } from './figure.ts'
import { goTo, openBenchWindow, portalIsThere, withChromium } from './open-bench-window.ts'
import { withWindowProgram } from './run-window.ts'

const clients = 10_000
const rounds = 3
const steps = 400

/** Pixels that the list moves with each frame: as a wheel is turned fast, and from end to end, a screenful at a time. */
const speeds: Readonly<Record<string, number>> = { 'a fast wheel': 120, 'end to end': 850 }

export const benchScroll = (): Promise<readonly Figure[]> =>
  withFolder(async (dataDir) => {
    await buildPage({ say: console.error })
    const engine = await openBenchEngine(dataDir)
    await createClients(engine, clients)
    await engine.close()
    return withWindowProgram(dataDir, (address) => withChromium((browser) => measureScroll(browser, address)))
  })

const measureScroll = async (browser: Browser, address: string): Promise<readonly Figure[]> => {
  const { page } = await openBenchWindow(browser, address)
  await portalIsThere(page)
  await goTo(page, 'Clients')
  await page.getByRole('row').nth(3).waitFor()
  await page.evaluate(layEmptyList)
  const figures: Figure[] = []
  for (const [name, pixels] of Object.entries(speeds)) figures.push(await compareSpeed(page, name, pixels))
  return figures
}

const compareSpeed = async (page: Page, speed: string, pixels: number): Promise<Figure> => {
  let [ours, empty] = [0, 0]
  for (let round = 0; round < rounds; round++) {
    await page.evaluate(showEmptyList, false)
    ours += await countDropped(page, '[role="grid"]', pixels)
    await page.evaluate(showEmptyList, true)
    empty += await countDropped(page, '[data-empty-list]', pixels)
  }
  const name = `frames dropped over ${String(rounds * steps)} steps in 10,000 clients, ${speed}`
  return withLimit({ name, figure: ours, unit: 'frames', peer: empty }, { most: Math.floor(empty * 1.2) })
}

const countDropped = async (page: Page, list: string, pixels: number): Promise<number> => {
  const times = await page.evaluate(scrollThrough, { list, steps, pixels })
  await page.waitForTimeout(300)
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time))
  return gaps.reduce((dropped, gap) => dropped + Math.max(0, Math.round(gap / frame) - 1), 0)
}

const frame = 1000 / 60

type Scroll = { readonly list: string; readonly steps: number; readonly pixels: number }

/** In the page: the times of the frames. */
const scrollThrough = ({ list, steps: count, pixels }: Scroll): Promise<number[]> =>
  new Promise((resolve, reject) => {
    const element = document.querySelector(list)
    if (element === null) return reject(new Error(`no ${list}`))
    element.scrollTop = 0
    const times: number[] = []
    const step = (time: number): void => {
      times.push(time)
      if (times.length > count) return resolve(times)
      element.scrollTop += pixels
      requestAnimationFrame(step)
    }
    requestAnimationFrame(step)
  })

/** In the page: over the list, a second one that has its height and nothing in it. */
const layEmptyList = (): void => {
  const grid = document.querySelector('[role="grid"]')
  if (grid === null) throw new Error('no grid')
  const { left, top, width, height } = grid.getBoundingClientRect()
  const [empty, content] = [document.createElement('div'), document.createElement('div')]
  empty.dataset['emptyList'] = ''
  Object.assign(empty.style, {
    position: 'fixed',
    left: `${String(left)}px`,
    top: `${String(top)}px`,
    width: `${String(width)}px`,
    height: `${String(height)}px`,
    overflow: 'auto',
    background: 'var(--bg)',
  })
  content.style.height = `${String(grid.scrollHeight)}px`
  empty.append(content)
  document.body.append(empty)
}

/** In the page: neither may pay for the other. */
const showEmptyList = (isShown: boolean): void => {
  const empty = document.querySelector<HTMLElement>('[data-empty-list]')
  if (empty !== null) empty.hidden = !isShown
}
