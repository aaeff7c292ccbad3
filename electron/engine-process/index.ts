/** Composition root of the engine's own process under Electron: an engine, served to pages and to the command line. */
import { describeError } from '#api/errors.ts'
import type { Port } from '#api/rpc/port.ts'
import { ok } from '#domain/result.ts'
import { unlockAtStart } from '#electron/unlock-at-start.ts'
import { createEngine } from '#engine/create-engine.ts'
import { systemPorts } from '#engine/system-ports.ts'
import { listenLocalSocket } from '#hosting/local-socket.ts'
import { serveEngine } from '#hosting/serve-engine.ts'
import type { EngineStart } from './engine-messages.ts'
import { keychainOfParent, type AskedKeychain } from './keychain-of-parent.ts'
import { nodeParent } from './node-parent.ts'
import { trackPorts } from './open-ports.ts'
import type { ParentLink } from './parent-link.ts'
import { utilityParent, type UtilityParentPort } from './utility-parent.ts'

type Running = { serve(port: Port): void; close(): Promise<void> }

const runEngine = (parent: ParentLink): void => {
  let keychain: AskedKeychain | undefined
  let starting: Promise<void> | undefined
  let running: Running | undefined
  const pages = trackPorts()

  const start = async (options: EngineStart): Promise<void> => {
    const { keychainName } = options
    keychain = keychainName === undefined ? undefined : keychainOfParent(keychainName, parent.post)
    running = await startEngine(options, parent, keychain)
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
      if (keychain?.take(message) === true) return
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
  { dataDir, version, unlock }: EngineStart,
  parent: ParentLink,
  asked: AskedKeychain | undefined,
): Promise<Running | undefined> => {
  // A command that is about to end, or an engine that was killed, may hold the folder.
  const engine = await createEngine({ dataDir, version, ports: systemPorts(asked?.keychain), waitForLockMs: 2000 })
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
  const serve = (port: Port): void => serveEngine(engine.value, port)
  const socket = await listenLocalSocket({ dataDir, serve })
  if (!socket.ok) process.stderr.write(`The command line cannot reach this engine: ${socket.error.type}.\n`)
  return {
    serve,
    close: async () => {
      if (socket.ok) await socket.value.close()
      await engine.value.close()
    },
  }
}

// A terminal sends Ctrl C to every process of the app; the main process then says how to end.
process.on('SIGINT', () => undefined)
const { parentPort } = process as { readonly parentPort?: UtilityParentPort }
runEngine(parentPort === undefined ? nodeParent(process) : utilityParent(parentPort))
