/** Composition root of the engine's own process under Electron: an engine, served to pages and to the command line. */
import { describeError } from '#api/errors.ts'
import { ok } from '#domain/result.ts'
import { unlockAtStart } from '#electron/unlock-at-start.ts'
import { createEngine } from '#engine/create-engine.ts'
import { systemPorts } from '#engine/system-ports.ts'
import { seatEngine, type EngineSeat } from '#hosting/engine-seat.ts'
import { rememberFolder } from '#hosting/remembered-folder.ts'
import type { EngineStart } from './engine-messages.ts'
import { foldersOfParent, type AskedFolders } from './folders-of-parent.ts'
import { keychainOfParent, type AskedKeychain } from './keychain-of-parent.ts'
import { nodeParent } from './node-parent.ts'
import { trackPorts } from './open-ports.ts'
import type { ParentLink } from './parent-link.ts'
import { utilityParent, type UtilityParentPort } from './utility-parent.ts'

const runEngine = (parent: ParentLink): void => {
  let keychain: AskedKeychain | undefined
  let starting: Promise<void> | undefined
  let running: EngineSeat | undefined
  const folders = foldersOfParent(parent.post)
  const pages = trackPorts()

  const start = async (options: EngineStart): Promise<void> => {
    const { keychainName } = options
    keychain = keychainName === undefined ? undefined : keychainOfParent(keychainName, parent.post)
    running = await startEngine(options, parent, { keychain, folders })
    if (running !== undefined) parent.post({ type: 'ready' })
  }
  const end = async (): Promise<void> => {
    await starting
    await pages.untilClosed()
    await running?.close()
    process.exit(0)
  }

  parent.listen({
    onMessage: (message) => {
      if (keychain?.take(message) === true || folders.take(message)) return
      if (message.type === 'start') starting = start(message.start)
      else if (message.type === 'close') void end()
    },
    // They come after "ready", and are served at once: the first call may be right behind.
    onPort: (port) => {
      pages.add(port)
      running?.serve(port)
    },
    onGone: () => void end(),
  })
}

const startEngine = async (
  { dataDir, version, unlock, folders }: EngineStart,
  parent: ParentLink,
  asked: { readonly keychain: AskedKeychain | undefined; readonly folders: AskedFolders },
): Promise<EngineSeat | undefined> => {
  // A command that is about to end, or an engine that was killed, may hold the folder.
  const options = { version, ports: systemPorts(asked.keychain?.keychain), waitForLockMs: 2000 }
  const engine = await createEngine({ ...options, dataDir })
  if (!engine.ok) {
    parent.post({ type: 'failed', words: describeError(engine.error) })
    return undefined
  }
  const unlocked = unlock === undefined ? ok(undefined) : await unlockAtStart(engine.value, unlock)
  if (!unlocked.ok) {
    await engine.value.close()
    parent.post({ type: 'refused', words: describeError(unlocked.error) })
    return undefined
  }
  return seatEngine({
    engine: engine.value,
    start: (folder) => createEngine({ ...options, dataDir: folder }),
    onListenFailed: ({ type }) => report(`The command line cannot reach this engine: ${type}.`),
    onMoved: (folder) => {
      parent.post({ type: 'moved', dataDir: folder })
      if (folders.areRemembered && !rememberFolder(folder)) report('The data folder could not be remembered.')
    },
    desktop: { missingFolder: folders.missing, ...asked.folders },
  })
}

const report = (line: string): void => void process.stderr.write(`${line}\n`)

// A terminal sends Ctrl C to every process of the app; the main process then says how to end.
process.on('SIGINT', () => undefined)
const { parentPort } = process as { readonly parentPort?: UtilityParentPort }
runEngine(parentPort === undefined ? nodeParent(process) : utilityParent(parentPort))
