/** The engine's router on a port: every connection chooses its own account. */
import type { Engine } from '#api/engine.ts'
import { formatError, type Connection } from '#api/procedure.ts'
import { appRouter } from '#api/router.ts'
import type { Host } from '#api/host.ts'
import type { Port } from '#api/rpc/port.ts'
import { servePort } from '#api/rpc/serve-port.ts'

/** `host`: where the program around the engine can move to another data folder. */
export const serveEngine = (engine: Engine, port: Port, host?: Host): void => {
  const connection: Connection = { accountId: undefined }
  servePort({ port, router: appRouter, createContext: () => ({ engine, connection, host }), formatError })
}
