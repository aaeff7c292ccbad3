/** The window with 1,000 clients: its start, the work in it, and what it holds. */
import { once } from 'node:events'
import { buildPage } from '#build/scripts/build-page.ts'
import { createClients, openBenchEngine, withFolder } from './bench-account.ts'
import type { Figure } from './figure.ts'
import { startProgram } from './run-program.ts'
import { withChromium } from './open-bench-window.ts'
import { measureHeap } from './window-heap.ts'
import { measureStart, readAddress } from './window-start.ts'
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
    const work = await withProgram(dataDir, (address) =>
      withChromium((browser) => measureWork(browser, address, client)),
    )
    const heap = await withProgram(dataDir, (address) => withChromium((browser) => measureHeap(browser, address)))
    return [...start, ...work, ...heap]
  })

/** Each has a program of its own, because an address is good for one window. */
const withProgram = async <Value>(dataDir: string, work: (address: string) => Promise<Value>): Promise<Value> => {
  const child = startProgram('electron/browser-window/index.ts', ['--headless', '--data-dir', dataDir])
  const ended = once(child, 'close')
  try {
    return await work(await readAddress(child.stdout))
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}
