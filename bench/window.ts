/** The window with 1,000 clients: its start, the work in it, and what it holds. */
import { buildPage } from '#build/scripts/build-page.ts'
import { createClients, openBenchEngine, withFolder } from './bench-account.ts'
import type { Figure } from './figure.ts'
import { withChromium } from './open-bench-window.ts'
import { withWindowProgram } from './run-window.ts'
import { measureHeap } from './window-heap.ts'
import { measureStart } from './window-start.ts'
import { measureWork } from './window-work.ts'

const clients = 1000

export const benchWindow = (): Promise<readonly Figure[]> =>
  withFolder(async (dataDir) => {
    const pageDir = await buildPage({ say: console.error })
    const engine = await openBenchEngine(dataDir)
    const account = await createClients(engine, clients)
    const client = account.clients.list({ limit: 1 }).items[0]?.name ?? ''
    await engine.close()
    const start = await measureStart(dataDir, pageDir)
    const work = await withWindowProgram(dataDir, (address) =>
      withChromium((browser) => measureWork(browser, address, client)),
    )
    const heap = await withWindowProgram(dataDir, (address) => withChromium((browser) => measureHeap(browser, address)))
    return [...start, ...work, ...heap]
  })
