/**
 * Changes of many clients as the portfolio knows them: noted before they touch anybody, so that one that was cut short is
 * taken back at the next start, and kept afterwards, so that the newest can be undone, also after a restart.
 */
import type { ChangedWhat } from '#api/client-changes.ts'
import type { KnownHead } from '../log/open-log.ts'
import type { EncryptedDatabase } from '../sqlite/open-encrypted-database.ts'

export type ChangeSet = { readonly id: string; readonly what: ChangedWhat; readonly begunAt: string }
export type CutShort = { readonly id: string; readonly state: 'running' | 'undoing' }
export type MadeClient = { readonly clientId: string; readonly head: KnownHead }

export type ChangeSets = {
  /** One durable commit. */
  begin(set: ChangeSet): void
  /** Whom it is about to change; inside the transaction of the caller. */
  noteClients(id: string, clientIds: readonly string[]): void
  /** Whom it made; inside the transaction of the caller. */
  noteMade(id: string, made: readonly MadeClient[]): void
  /** It is done, and can be undone; whom it did not change in the end is forgotten. The oldest of many go. */
  end(id: string, unchanged?: readonly string[]): void
  /** False when there is nothing to undo. */
  startUndo(id: string): boolean
  /** Undone in part: the rest can still be undone. */
  pauseUndo(id: string): void
  /** Undone, or taken back. */
  forget(id: string): void
  /** It goes on being taken back from these clients alone. */
  keepOnly(id: string, clientIds: readonly string[]): void
  listCutShort(): readonly CutShort[]
  /** That can be undone, newest first. */
  listDone(): readonly (ChangeSet & { readonly clients: number })[]
  ids(): ReadonlySet<string>
  listChanged(id: string): readonly string[]
  listMade(id: string): readonly MadeClient[]
}

const mostKept = 20

export const createChangeSets = (database: EncryptedDatabase): ChangeSets => {
  const sql = prepareStatements(database)
  const inOneCommit = (work: () => void): void => database.transaction(work).immediate()
  return {
    begin: ({ id, what, begunAt }) => void sql.begin.run(id, JSON.stringify(what), begunAt),
    noteClients: (id, clientIds) => void sql.noteClients.run(id, JSON.stringify(clientIds)),
    noteMade: (id, made) =>
      made.forEach(({ clientId, head }) => sql.noteMade.run(id, clientId, head.device, head.deviceSeq)),
    end: (id, unchanged = []) =>
      inOneCommit(() => {
        sql.dropUnchanged.run(id, JSON.stringify(unchanged))
        sql.setState.run('done', id)
        sql.dropEmpty.run(id)
        sql.dropOldest.run(mostKept)
      }),
    startUndo: (id) => sql.startUndo.run(id).changes === 1,
    pauseUndo: (id) => void sql.setState.run('done', id),
    forget: (id) => void sql.forget.run(id),
    keepOnly: (id, clientIds) => void sql.keepOnly.run(id, JSON.stringify(clientIds)),
    listCutShort: () => sql.listCutShort.all() as readonly CutShort[],
    listDone: () =>
      (sql.listDone.all() as readonly StoredChangeSet[]).map(({ what, ...rest }) => ({
        ...rest,
        what: JSON.parse(what) as ChangedWhat,
      })),
    ids: () => new Set(sql.listIds.all() as readonly string[]),
    listChanged: (id) => sql.listChanged.all(id) as readonly string[],
    listMade: (id) =>
      (sql.listMade.all(id) as readonly StoredMade[]).map(({ client, device, deviceSeq }) => ({
        clientId: client,
        head: { device, deviceSeq },
      })),
  }
}

type StoredChangeSet = {
  readonly id: string
  readonly what: string
  readonly begunAt: string
  readonly clients: number
}
type StoredMade = { readonly client: string; readonly device: string; readonly deviceSeq: number }

const prepareStatements = (database: EncryptedDatabase) => ({
  begin: database.prepare("INSERT INTO change_set (id, what, begun_at, state) VALUES (?, ?, ?, 'running')"),
  noteClients: database.prepare(
    'INSERT OR IGNORE INTO change_set_client (change_set, client) SELECT ?, value FROM json_each(?)',
  ),
  noteMade: database.prepare(
    'INSERT INTO change_set_client (change_set, client, made_device, made_seq) VALUES (?, ?, ?, ?)',
  ),
  setState: database.prepare('UPDATE change_set SET state = ? WHERE id = ?'),
  dropUnchanged: database.prepare(
    'DELETE FROM change_set_client WHERE change_set = ? AND made_device IS NULL AND client IN (SELECT value FROM json_each(?))',
  ),
  dropEmpty: database.prepare(
    'DELETE FROM change_set WHERE id = ? AND id NOT IN (SELECT change_set FROM change_set_client)',
  ),
  dropOldest: database.prepare(
    "DELETE FROM change_set WHERE place IN (SELECT place FROM change_set WHERE state = 'done' ORDER BY place DESC LIMIT -1 OFFSET ?)",
  ),
  startUndo: database.prepare("UPDATE change_set SET state = 'undoing' WHERE id = ? AND state = 'done'"),
  forget: database.prepare('DELETE FROM change_set WHERE id = ?'),
  keepOnly: database.prepare(
    'DELETE FROM change_set_client WHERE change_set = ? AND client NOT IN (SELECT value FROM json_each(?))',
  ),
  listCutShort: database.prepare("SELECT id, state FROM change_set WHERE state <> 'done' ORDER BY place DESC"),
  listDone: database.prepare(`
    SELECT id, what, begun_at AS begunAt,
      (SELECT count(*) FROM change_set_client WHERE change_set = change_set.id) AS clients
    FROM change_set WHERE state = 'done' ORDER BY place DESC`),
  listIds: database.prepare('SELECT id FROM change_set').pluck(),
  listChanged: database
    .prepare('SELECT client FROM change_set_client WHERE change_set = ? AND made_device IS NULL ORDER BY client')
    .pluck(),
  listMade: database.prepare(`
    SELECT client, made_device AS device, made_seq AS deviceSeq FROM change_set_client
    WHERE change_set = ? AND made_device IS NOT NULL ORDER BY client`),
})
