/**
 * The engine of a data folder, wherever it runs: in this process, or in the one that holds the folder already, whose
 * local socket then carries the calls. Commands see one client and no difference.
 */
import { createEngineClient, type EngineClient } from '#api/rpc/engine-client.ts'
import { createInProcessPorts } from '#api/rpc/in-process-port.ts'
import type { Port } from '#api/rpc/port.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { ConnectError } from '#hosting/local-socket.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import { engineFailure, failed, type CliError } from './cli-error.ts'

export type EngineConnection = {
  readonly client: EngineClient
  /** The engine is another process's. */
  readonly isForwarded: boolean
  close(): Promise<void>
}

export type ConnectOptions = { readonly dataDir: string; readonly version: string; readonly signal: AbortSignal }

/** Another call that is about to end holds the folder without listening. */
const longestWait = 10_000
/** After a signal, a running engine may take this long to answer what was asked. */
const patience = 5_000

export const connectEngine = async (options: ConnectOptions): Promise<Result<EngineConnection, CliError>> => {
  const { dataDir, signal } = options
  const deadline = performance.now() + longestWait
  for (;;) {
    const own = await startEngine(options)
    if (own !== 'InUse') return own
    const { connectLocalSocket } = await import('#hosting/local-socket.ts')
    const running = await connectLocalSocket(dataDir)
    if (running.ok) return ok(connectionTo(running.value, signal))
    if (performance.now() >= deadline || signal.aborted) return err(unreachable(dataDir, running.error))
    await sleep(100)
  }
}

/** Loaded here, so that help and mistakes in the arguments need no engine. */
const startEngine = async (options: ConnectOptions): Promise<Result<EngineConnection, CliError> | 'InUse'> => {
  const { dataDir, version } = options
  const [{ createEngine }, { systemPorts }, { serveEngine }] = await Promise.all([
    import('#engine/create-engine.ts'),
    import('#engine/system-ports.ts'),
    import('#hosting/serve-engine.ts'),
  ])
  const engine = await createEngine({ dataDir, version, ports: systemPorts(), waitForLockMs: 0 })
  if (!engine.ok) return engine.error.type === 'DataDirInUse' ? 'InUse' : err(engineFailure(engine.error))
  const [callerEnd, engineEnd] = createInProcessPorts()
  serveEngine(engine.value, engineEnd)
  return ok({
    client: createEngineClient(callerEnd),
    isForwarded: false,
    async close() {
      callerEnd.close()
      await engine.value.close()
    },
  })
}

const connectionTo = (port: Port, signal: AbortSignal): EngineConnection => {
  const giveUp = (): void => void setTimeout(() => port.close(), patience).unref()
  signal.addEventListener('abort', giveUp, { once: true })
  return {
    client: createEngineClient(port),
    isForwarded: true,
    close() {
      signal.removeEventListener('abort', giveUp)
      port.close()
      return Promise.resolve()
    },
  }
}

const unreachable = (dataDir: string, error: ConnectError): CliError =>
  error.type === 'SocketFolderNotOurs'
    ? failed(
        `Another SecurAtlas is working on ${dataDir}, and ${error.folder}, through which it would be asked, is not yours alone.`,
        'Nothing was changed.',
        'Remove that folder, start SecurAtlas again, then repeat the command.',
      )
    : engineFailure({ type: 'DataDirInUse', dataDir })
