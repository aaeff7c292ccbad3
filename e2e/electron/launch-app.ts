/** Starts the built desktop app in a folder of its own, as a person does, and looks at it from outside. */
import { findElectron } from '#build/scripts/find-electron.ts'
import { _electron, errors, type ElectronApplication, type Page } from '@playwright/test'
import { execFile, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export type LaneApp = {
  readonly electron: ElectronApplication
  readonly page: Page
  /** The main process. */
  readonly program: ChildProcess
  /** What the app has written on standard error so far. */
  readonly errors: () => string
  /** As a person does who closes the last window; resolves when the program has ended. */
  quit(): Promise<void>
}

export type Home = {
  readonly dataDir: string
  /** Everything that the app writes beside the data folder lies in it. */
  readonly config: string
  remove(): Promise<void>
}

const lane = fileURLToPath(new URL('../../dist-lane', import.meta.url))

export const makeHome = async (): Promise<Home> => {
  const folder = await mkdtemp(join(tmpdir(), 'securatlas-lane-'))
  return {
    dataDir: join(folder, 'data'),
    config: join(folder, 'config'),
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 10 }),
  }
}

/** On Linux a keychain needs a session bus; ELECTRON_SMOKE_KEYRING=none says that nothing answers there. */
export const hasKeychain =
  process.platform !== 'linux' ||
  (process.env['ELECTRON_SMOKE_KEYRING'] !== 'none' && process.env['DBUS_SESSION_BUS_ADDRESS'] !== undefined)

const keychainSwitches = process.platform === 'linux' && hasKeychain ? ['--password-store=gnome-libsecret'] : []

export type LaneAppName = 'app' | 'fixture-app' | 'utility-app'

/**
 * About one launch in seventy never tells Playwright of its window. That launch alone is made again, and said; a test
 * that fails is never run twice.
 */
export const launchApp = async (home: Home, name: LaneAppName = 'fixture-app'): Promise<LaneApp> => {
  try {
    return await launchOnce(home, name)
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error
    console.error(`A launch of ${name} showed no window in time; it is launched again. ${error.message}`)
    return launchOnce(home, name)
  }
}

const windowWithin = 20_000

const launchOnce = async (home: Home, name: LaneAppName): Promise<LaneApp> => {
  const { path, parameters, env } = commandFor(home, name)
  let complaints = ''
  // Playwright would leave Chromium's sandbox away by itself.
  const electron = await _electron.launch({
    executablePath: path,
    args: parameters,
    env,
    chromiumSandbox: !isRoot,
    timeout: windowWithin,
  })
  const program = electron.process()
  program.stderr?.on('data', (text: Buffer) => {
    complaints += text.toString()
  })
  const page = await firstPage(electron).catch((error: unknown) => {
    program.kill('SIGKILL')
    throw error
  })
  const quit = async (): Promise<void> => {
    const closed = electron.waitForEvent('close')
    await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach((window) => window.close()))
    await closed
  }
  return { electron, page, program, quit, errors: () => complaints }
}

const firstPage = async (electron: ElectronApplication): Promise<Page> => {
  const page = await electron.firstWindow({ timeout: windowWithin })
  await page.waitForLoadState('load', { timeout: windowWithin })
  return page
}

/** However it is: resolves when its main process has ended. */
export const endApp = async ({ program }: LaneApp): Promise<void> => {
  if (program.exitCode !== null || program.signalCode !== null) return
  const exited = once(program, 'exit')
  program.kill('SIGKILL')
  await exited
}

/** Starts the app without Playwright and waits for its end; resolves to what it wrote on standard error. */
export const runApp = async (home: Home, name: LaneAppName = 'fixture-app'): Promise<string> => {
  const { path, parameters, env } = commandFor(home, name)
  const { stderr } = await promisify(execFile)(path, [...(isRoot ? ['--no-sandbox'] : []), ...parameters], { env })
  return stderr
}

/** Chromium's sandbox cannot protect root, and does not start for it. */
export const isRoot = process.getuid?.() === 0

const commandFor = (home: Home, name: LaneAppName) => {
  const { path } = findElectron()
  if (path === undefined) throw new Error('the lane is run without Electron')
  return {
    path,
    parameters: [join(lane, name), `--data-dir=${home.dataDir}`, '--disable-gpu', ...keychainSwitches],
    env: { ...currentEnvironment(), XDG_CONFIG_HOME: home.config, SECURATLAS_ENGINE_NODE: process.execPath },
  }
}

const currentEnvironment = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined))

/** The process that the engine runs in, whatever kind it is. */
export const findEngineProcess = async ({ electron, program }: LaneApp): Promise<number> => {
  const utility = await electron.evaluate(({ app }) =>
    app.getAppMetrics().find(({ name }) => name === 'SecurAtlas engine'),
  )
  if (utility !== undefined) return utility.pid
  const { stdout } = await promisify(execFile)('ps', ['-o', 'pid=,args=', '--ppid', String(program.pid)])
  const line = stdout.split('\n').find((entry) => entry.includes(join('engine', 'index.js')))
  if (line === undefined) throw new Error(`no engine runs:\n${stdout}`)
  return Number.parseInt(line, 10)
}

export const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    // ESRCH: there is no such process.
    return false
  }
}
