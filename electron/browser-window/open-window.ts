/** Opens the address as an application window of Chromium, with a profile that is gone afterwards. */
import { err, ok, type Result } from '#domain/result.ts'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromiumPipe, pipeStdio, type ChromiumPipe } from './chromium-pipe.ts'
import { quietFlags } from './quiet-flags.ts'

export type AppWindow = {
  /** Settles when the user has closed the window, or `close` has. */
  readonly closed: Promise<void>
  close(): Promise<void>
}

export type WindowError = { readonly type: 'WindowNotOpened'; readonly cause: string }

export type WindowOptions = {
  readonly chromium: string
  /** With the one-time token. Other users of the machine can read a command line, so it must not stand there. */
  readonly address: string
  readonly extraFlags?: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
}

const patienceMs = 20_000
const politeMs = 3000

export const openWindow = async (options: WindowOptions): Promise<Result<AppWindow, WindowError>> => {
  const profile = await mkdtemp(join(tmpdir(), 'securatlas-window-'))
  const { origin } = new URL(options.address)
  const flags = [...fixedFlags, `--user-data-dir=${profile}`, `--app=${origin}/opening`, ...(options.extraFlags ?? [])]
  // In a process group of its own, so that Ctrl C on the terminal reaches us alone.
  const detached = process.platform !== 'win32'
  const browser = spawn(options.chromium, flags, { stdio: [...pipeStdio], env: { ...options.env }, detached })
  const closed = waitForEnd(browser).then(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }))
  const pipe = chromiumPipe(browser)
  const close = async (): Promise<void> => {
    await Promise.race([endPolitely(pipe, closed), sleep(politeMs, undefined, { ref: false })])
    browser.kill('SIGKILL')
    await closed
  }
  try {
    await Promise.race([showAddress(pipe, options.address), failAfter(patienceMs)])
    return ok({ closed, close })
  } catch (cause) {
    await close()
    return err({ type: 'WindowNotOpened', cause: cause instanceof Error ? cause.message : String(cause) })
  }
}

/** A browser that is killed leaves files in the temporary folder, beside its profile. */
const endPolitely = async (pipe: ChromiumPipe, closed: Promise<void>): Promise<void> => {
  // It may end before it answers, or have ended already.
  await pipe.call('Browser.close', {}).catch(() => undefined)
  await closed
}

const fixedFlags = [
  ...quietFlags,
  '--remote-debugging-pipe',
  '--disable-extensions',
  '--disk-cache-size=1',
  '--window-size=1440,900',
]

const showAddress = async (pipe: ChromiumPipe, address: string): Promise<void> => {
  const targetId = await findPage(pipe, new URL(address).origin)
  const { sessionId } = await pipe.call('Target.attachToTarget', { targetId, flatten: true })
  await pipe.call('Page.navigate', { url: address }, sessionId as string)
}

type Target = { readonly targetId: string; readonly type: string; readonly url: string }

/** The window appears some time after the browser answers. */
const findPage = async (pipe: ChromiumPipe, origin: string): Promise<string> => {
  for (;;) {
    const { targetInfos } = await pipe.call('Target.getTargets', {})
    const page = (targetInfos as readonly Target[]).find(({ type, url }) => type === 'page' && url.startsWith(origin))
    if (page !== undefined) return page.targetId
    await sleep(50)
  }
}

/** A program that cannot be started tells an error and never exits. */
const waitForEnd = async (browser: ChildProcess): Promise<void> => {
  await Promise.race([once(browser, 'exit'), new Promise((resolve) => browser.once('error', resolve))])
}

const failAfter = async (milliseconds: number): Promise<never> => {
  await sleep(milliseconds, undefined, { ref: false })
  throw new Error('the window did not appear in time')
}
