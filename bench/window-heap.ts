/** What the page holds after many navigations: its heap after a collection, early and late. */
import type { Browser } from '@playwright/test'
import { withRatioLimit, type Figure } from './figure.ts'
import { median } from './measure.ts'
import { goTo, openBenchWindow, portalIsThere, type BenchWindow } from './open-bench-window.ts'

const navigations = 500
const every = 25
/** What is kept on purpose, such as lists already seen, is there by then. */
const settledAfter = 100

export const measureHeap = async (browser: Browser, address: string): Promise<readonly Figure[]> => {
  const window = await openBenchWindow(browser, address)
  await portalIsThere(window.page)
  const heaps: number[] = []
  const places = ['Clients', 'Settings', 'Dashboard']
  for (let count = 1; count <= navigations; count++) {
    await goTo(window.page, places[count % places.length] ?? 'Dashboard')
    if (count >= settledAfter && count % every === 0) heaps.push(await heapOf(window))
  }
  await window.page.context().close()
  return [
    withRatioLimit(
      {
        name: 'heap of the page after 500 navigations, beside 100 to 200',
        figure: median(heaps.slice(-5)) / 2 ** 20,
        unit: 'MB',
        peer: median(heaps.slice(0, 5)) / 2 ** 20,
      },
      { most: 1.05 },
    ),
  ]
}

const heapOf = async ({ devtools }: BenchWindow): Promise<number> => {
  await devtools.send('HeapProfiler.collectGarbage')
  return (await devtools.send('Runtime.getHeapUsage')).usedSize
}
