/** The exchange of a client's files for restored ones: noted first, then done, and done again by the next start where a crash cut it short. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { AccountParts } from '../account/account-parts.ts'
import type { AccountPaths } from '../data-dir/data-dir-paths.ts'
import type { Log } from '../log/open-log.ts'

export type Exchange = {
  readonly clientId: string
  /** Where the present files go; null when there are none. */
  readonly kept: string | null
  readonly restored: readonly ('tenant' | 'evidence')[]
  /** The account did not have the client: it does with the note. */
  readonly isNew: boolean
}

const restoredEnding = '.restored'
const notePrefix = 'restoring/'

export const restoredPath = (path: string): string => `${path}${restoredEnding}`

export const keptFolder = ({ paths, ports }: AccountParts, clientId: string): string =>
  join(
    paths.folder,
    'kept',
    `${clientId}-${new Date(ports.clock.now()).toISOString().slice(0, 19).replaceAll(/[:-]/g, '')}`,
  )

/** One transaction of the portfolio. */
export const noteExchange = ({ portfolio, tenants }: AccountParts, exchange: Exchange): void =>
  portfolio.database
    .transaction(() => {
      portfolio.statements.setMeta.run(`${notePrefix}${exchange.clientId}`, JSON.stringify(exchange))
      if (exchange.isNew) tenants.admit(exchange.clientId)
      tenants.markDirty(exchange.clientId)
    })
    .immediate()

/** May be repeated: what is done is not done again. */
export const exchangeFiles = (
  { portfolio, paths }: Pick<AccountParts, 'portfolio' | 'paths'>,
  { clientId, kept, restored }: Exchange,
): void => {
  for (const kind of ['evidence', 'tenant'] as const) {
    const path = paths[kind](clientId)
    const comes = existsSync(restoredPath(path))
    // What the backup does not have belongs to a later client than the one that is restored, and goes as well.
    if (kept !== null && (comes || !restored.includes(kind))) moveAside(path, kept)
    if (comes) renameSync(restoredPath(path), path)
  }
  portfolio.database.prepare('DELETE FROM meta WHERE key = ?').run(`${notePrefix}${clientId}`)
}

const moveAside = (path: string, kept: string): void => {
  mkdirSync(kept, { recursive: true, mode: 0o700 })
  for (const part of [path, `${path}-wal`, `${path}-shm`]) {
    if (existsSync(part)) renameSync(part, join(kept, basename(part)))
  }
}

/** At the start, before any client file is opened: ends what was noted, removes what never came so far. */
export const settleExchanges = (portfolio: Log, paths: AccountPaths): void => {
  const notes = portfolio.database
    .prepare("SELECT value FROM meta WHERE key LIKE 'restoring/%'")
    .pluck()
    .all() as readonly string[]
  for (const note of notes) exchangeFiles({ portfolio, paths }, JSON.parse(note) as Exchange)
  if (!existsSync(paths.tenants)) return
  for (const name of readdirSync(paths.tenants)) {
    if (/\.restored(-wal|-shm|-journal)?$/.test(name)) rmSync(join(paths.tenants, name), { force: true })
  }
}

export const removeRestored = async (paths: AccountPaths, clientId: string): Promise<void> => {
  for (const path of [paths.tenant(clientId), paths.evidence(clientId)].map(restoredPath)) {
    for (const part of [path, `${path}-wal`, `${path}-shm`, `${path}-journal`]) await rm(part, { force: true })
  }
}
