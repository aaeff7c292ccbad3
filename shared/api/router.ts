/** The whole router. Hosts serve it, screens and the command line know its type. */
import type { EngineEvent } from './events.ts'
import { accountsRouter } from './accounts-router.ts'
import { changesRouter } from './changes-router.ts'
import { backupsRouter } from './backups-router.ts'
import { clientsRouter } from './clients-router.ts'
import { evidenceRouter } from './evidence-router.ts'
import { foldersRouter } from './folders-router.ts'
import { abilitiesOf } from './host.ts'
import { importsRouter } from './imports-router.ts'
import { jobsRouter } from './jobs-router.ts'
import { librariesRouter } from './libraries-router.ts'
import { notesRouter } from './notes-router.ts'
import { practiceRouter } from './practice-router.ts'
import { procedure, router } from './procedure.ts'
import { searchRouter } from './search-router.ts'
import { securityRouter } from './security-router.ts'
import { queueEvents } from './queue-events.ts'

export const appRouter = router({
  health: procedure.query(async ({ ctx }) => ({
    version: ctx.engine.version,
    dataDir: ctx.engine.dataDir,
    keychain: ctx.engine.keychainName ?? null,
    host: abilitiesOf(ctx.host),
    accounts: await ctx.engine.listAccounts(),
  })),
  /** Everything that happens in the engine and in this connection's account, from now on. */
  events: procedure.subscription(async function* ({ ctx, signal }): AsyncGenerator<EngineEvent> {
    for await (const event of queueEvents(ctx.engine, signal)) {
      if (!('accountId' in event) || event.accountId === ctx.connection.accountId) yield event
    }
  }),
  accounts: accountsRouter,
  practice: practiceRouter,
  clients: clientsRouter,
  changes: changesRouter,
  imports: importsRouter,
  notes: notesRouter,
  evidence: evidenceRouter,
  libraries: librariesRouter,
  jobs: jobsRouter,
  search: searchRouter,
  security: securityRouter,
  backups: backupsRouter,
  folders: foldersRouter,
})

export type AppRouter = typeof appRouter
