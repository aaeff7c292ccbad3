/** The place of the one engine of a host: serves it to pages and to the command line, and can put another in its place. */
import type { Engine } from '#api/engine.ts'
import type { EngineError } from '#api/errors.ts'
import type { Host } from '#api/host.ts'
import type { Port } from '#api/rpc/port.ts'
import { err, type Result } from '#domain/result.ts'
import { findDataFolder, isSameFolder } from '#engine/data-dir/find-data-folder.ts'
import { listenLocalSocket, type ListenError } from './local-socket.ts'
import { serveEngine } from './serve-engine.ts'

export type EngineSeat = {
  serve(port: Port): void
  /** Ends every connection of the command line, then closes the engine. */
  close(): Promise<void>
}

export type EngineSeatOptions = {
  /** It runs; the seat closes it. */
  readonly engine: Engine
  readonly start: (dataDir: string) => Promise<Result<Engine, EngineError>>
  /** The command line cannot reach the engine; everything else works. */
  readonly onListenFailed: (error: ListenError) => void
  readonly onMoved: (dataDir: string) => void
  readonly desktop: Pick<Host, 'missingFolder' | 'choosePath' | 'showFolder'>
}

/** Time for the answer to reach the page before its connection ends. */
const farewellMs = 100

export const seatEngine = async (options: EngineSeatOptions): Promise<EngineSeat> => {
  let seated = await seat(options.engine, options, () => host)
  let leaving = Promise.resolve()
  const host: Host = {
    ...options.desktop,
    async findDataFolder(path) {
      const { dataDir } = seated.engine
      return isSameFolder(path, dataDir) ? err({ type: 'FolderOpenHere', path: dataDir }) : findDataFolder(path)
    },
    async useDataFolder(path) {
      const found = await host.findDataFolder(path)
      if (!found.ok) return found
      const next = await options.start(found.value.path)
      if (!next.ok) return next
      const former = seated
      seated = await seat(next.value, options, () => host)
      options.onMoved(found.value.path)
      leaving = new Promise<void>((resolve) => setTimeout(resolve, farewellMs)).then(former.close)
      return found
    },
  }
  return {
    serve: (port) => seated.serve(port),
    close: async () => {
      await leaving
      await seated.close()
    },
  }
}

type Seated = EngineSeat & { readonly engine: Engine }

const seat = async (engine: Engine, options: EngineSeatOptions, hostOf: () => Host): Promise<Seated> => {
  const ports = new Set<Port>()
  const serve = (port: Port): void => {
    ports.add(port)
    port.onClose(() => ports.delete(port))
    serveEngine(engine, port, hostOf())
  }
  const socket = await listenLocalSocket({ dataDir: engine.dataDir, serve })
  if (!socket.ok) options.onListenFailed(socket.error)
  return {
    engine,
    serve,
    close: async () => {
      for (const port of ports) port.close()
      if (socket.ok) await socket.value.close()
      await engine.close()
    },
  }
}
