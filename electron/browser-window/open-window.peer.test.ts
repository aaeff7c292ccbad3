import type { Port } from '#api/rpc/port.ts'
import { findChromium, noChromium } from '#build/scripts/find-chromium.ts'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, type TestContext } from 'vitest'
import { openWindow, type AppWindow } from './open-window.ts'
import type { BuiltPage } from './load-page.ts'
import { serveLoopback, type Loopback } from './serve-loopback.ts'

/** Only a page that is let in may load its script, and only with the cookie does that get as far as the RPC. */
const built: BuiltPage = {
  page: { contentType: 'text/html; charset=utf-8', body: Buffer.from('<script src="/connect.js"></script>') },
  files: new Map([
    [
      '/connect.js',
      { contentType: 'text/javascript', body: Buffer.from('new WebSocket(`ws://${location.host}/rpc`)') },
    ],
  ]),
}

/** As root Chromium's sandbox cannot run; tests have no screen. */
const extraFlags = ['--headless', '--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]

type Started = {
  readonly loopback: Loopback
  readonly window: AppWindow
  readonly connected: Promise<Port>
  /** What lies in the temporary folder, which is this test's own. */
  readonly leftovers: () => Promise<readonly string[]>
}

const start = async (skip: TestContext['skip']): Promise<Started> => {
  const chromium = findChromium()
  if (chromium === undefined) return skip(noChromium)
  const folder = await useOwnTemporaryFolder()
  const { promise: connected, resolve } = Promise.withResolvers<Port>()
  const loopback = await serveLoopback({ built, serve: resolve })
  onTestFinished(() => loopback.close())
  const opened = await openWindow({ chromium, address: loopback.address, extraFlags, env: process.env })
  if (!opened.ok) throw new Error(opened.error.cause)
  onTestFinished(() => opened.value.close())
  return { loopback, window: opened.value, connected, leftovers: () => readdir(folder) }
}

const useOwnTemporaryFolder = async (): Promise<string> => {
  const before = process.env['TMPDIR']
  const folder = await mkdtemp(join(tmpdir(), 'window-'))
  process.env['TMPDIR'] = folder
  onTestFinished(async () => {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
    await rm(folder, { recursive: true })
  })
  return folder
}

test('[HOST-44] signs its window in, and leaves nothing behind when it is closed', async ({ skip }) => {
  const { window, connected, leftovers } = await start(skip)
  await connected
  expect(await leftovers()).toContainEqual(expect.stringMatching(/^securatlas-window-/))
  await window.close()
  expect(await leftovers()).toEqual([])
}, 60_000)

test.runIf(process.platform === 'linux')(
  '[HOST-44] tells that the user has closed the window',
  async ({ skip }) => {
    const { loopback, window, connected, leftovers } = await start(skip)
    await connected
    const { origin } = new URL(loopback.address)
    const browser = (await commandLines()).find(({ line }) => line.includes(origin) && !line.includes('--type='))
    process.kill(browser?.id ?? 0, 'SIGTERM')
    await window.closed
    expect(await leftovers()).not.toContainEqual(expect.stringMatching(/^securatlas-window-/))
  },
  60_000,
)

test.runIf(process.platform === 'linux')(
  '[HOST-45] the token stands on no command line',
  async ({ skip }) => {
    const { loopback, connected } = await start(skip)
    await connected
    const { origin, searchParams } = new URL(loopback.address)
    const lines = (await commandLines()).map(({ line }) => line)
    expect(lines.some((line) => line.includes(`--app=${origin}/opening`))).toBe(true)
    expect(lines.filter((line) => line.includes(searchParams.get('token') ?? ''))).toEqual([])
  },
  60_000,
)

type Command = { readonly id: number; readonly line: string }

const commandLines = async (): Promise<readonly Command[]> => {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const read = async (id: number): Promise<Command> => {
    // A process may end meanwhile.
    const line = await readFile(`/proc/${String(id)}/cmdline`, 'utf8').catch(() => '')
    return { id, line: line.replaceAll('\0', ' ') }
  }
  return Promise.all(ids.map(read))
}
