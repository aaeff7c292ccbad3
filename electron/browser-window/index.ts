/** Composition root of the window without Electron: an engine, its page on 127.0.0.1, and Chromium to show it. */
import { buildPage } from '#build/scripts/build-page.ts'
import { findChromium } from '#build/scripts/find-chromium.ts'
import { createEngine } from '#engine/create-engine.ts'
import { systemPorts } from '#engine/system-ports.ts'
import { seatEngine } from '#hosting/engine-seat.ts'
import { findStartFolder, rememberFolder } from '#hosting/remembered-folder.ts'
import { readFile } from 'node:fs/promises'
import { loadPage } from './load-page.ts'
import { serveLoopback } from './serve-loopback.ts'
import { showWindow } from './show-window.ts'
import { readStartArguments } from '#electron/start-arguments.ts'
import { engineErrorWords, listenErrorWords, notRememberedWords } from './start-words.ts'
import { unlockAtStart } from '#electron/unlock-at-start.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const complain = (line: string): void => void process.stderr.write(`${line}\n`)

/** Resolves to the exit code, once everything is closed. */
const run = async (): Promise<number> => {
  const parameters = await readStartArguments(process.argv.slice(2), process.env)
  if (!parameters.ok) {
    complain(parameters.error)
    return 2
  }
  const { headless, pageDir, dataDir: named } = parameters.value
  const { dataDir, missing } = named === undefined ? findStartFolder() : { dataDir: named, missing: undefined }
  // No program that is started from here needs it.
  delete process.env['SECURATLAS_PASSPHRASE']
  const stopped = untilStopped()

  // A command that is about to end may hold the folder.
  const options = { dataDir, version: await readVersion(), ports: systemPorts(), waitForLockMs: 2000 }
  const engine = await createEngine(options)
  if (!engine.ok) {
    complain(engineErrorWords(engine.error))
    return 1
  }
  const unlocked = await unlockAtStart(engine.value, parameters.value)
  if (!unlocked.ok) {
    complain(engineErrorWords(unlocked.error))
    await engine.value.close()
    return 2
  }

  const built = await loadPage(() => (pageDir === undefined ? buildPage({ say: complain }) : Promise.resolve(pageDir)))
  if (!built.ok) {
    complain(built.error)
    await engine.value.close()
    return 1
  }
  const seat = await seatEngine({
    engine: engine.value,
    start: (folder) => createEngine({ ...options, dataDir: folder }),
    onListenFailed: (error) => complain(listenErrorWords(error)),
    // Whoever named a folder wants it for this start alone.
    onMoved: (folder) => {
      if (named === undefined && !rememberFolder(folder)) complain(notRememberedWords)
    },
    desktop: { missingFolder: missing },
  })
  const loopback = await serveLoopback({ built: built.value, serve: seat.serve })
  const desktop = { platform: process.platform, env: process.env, isRoot: process.getuid?.() === 0, say }
  if (headless) say(loopback.address)
  const shown = headless ? undefined : await showWindow(loopback.address, { ...desktop, chromium: findChromium() })

  await Promise.race([stopped, ...(shown === undefined ? [] : [shown.closed])])
  await shown?.close()
  await loopback.close()
  await seat.close()
  return 0
}

const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => resolve())
  })

const readVersion = async (): Promise<string> => {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { readonly version: string }).version
}

process.exitCode = await run()
