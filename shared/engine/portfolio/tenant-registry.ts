/**
 * Which tenants this device holds, which of their rows may be behind, and how their files looked when they were last
 * closed. The portfolio cannot commit together with a tenant file, so a tenant is marked dirty, durably, before its
 * first edit, and the mark goes with the transaction that writes its refreshed row, or in a later one.
 */
import type { ClientRow } from '#domain/projection/client-row.ts'
import type { EvidenceRow } from '#domain/evidence/evidence-row.ts'
import type { SearchItem } from '#domain/search/searched-entities.ts'
import { createEvidenceRows, type EvidenceRows } from '../evidence/evidence-row-table.ts'
import { createSearchIndex, type SearchIndex } from '../search/search-index.ts'
import type { KnownHead } from '../log/open-log.ts'
import type { EncryptedDatabase } from '../sqlite/open-encrypted-database.ts'
import { clientRowValues, toClientRow, upsertClientRow, type StoredClientRow } from './client-row-table.ts'

export type FileStamp = { readonly size: number; readonly changedAt: number }
export type RegisteredTenant = {
  readonly id: string
  readonly head: KnownHead | undefined
  readonly stamp: FileStamp | undefined
}

/** What the portfolio holds of a tenant, as its file says. */
export type RefreshedTenant = {
  readonly row: ClientRow
  readonly head: KnownHead
  readonly items: readonly SearchItem[]
  readonly evidence: readonly EvidenceRow[]
}

export type StagedTenant = RefreshedTenant & { readonly stamp: FileStamp }

export type TenantRegistry = {
  listTenants(): readonly RegisteredTenant[]
  findTenant(id: string): RegisteredTenant | undefined
  isDirty(id: string): boolean
  listDirty(): readonly string[]
  /** One durable commit, unless the mark is there. */
  markDirty(id: string): void
  /** One durable commit for all that are not marked yet, and for what is noted with them. */
  markManyDirty(ids: readonly string[], note?: () => void): void
  /** The refreshed row and the end of the dirty mark, in one transaction. */
  saveRow(refreshed: RefreshedTenant): void
  /** As `saveRow`, for many in one commit. */
  saveRows(refreshed: readonly RefreshedTenant[]): void
  /** The refreshed row alone: the mark stays for edits to come. */
  refreshRow(refreshed: RefreshedTenant): void
  /** What is found in a tenant, where its row is right. */
  saveSearch(id: string, items: readonly SearchItem[]): void
  readonly search: Pick<SearchIndex, 'list' | 'listBehind' | 'isCurrent' | 'findTorn' | 'mendWords'>
  readonly evidence: Pick<EvidenceRows, 'list'>
  /** Of tenants whose rows are right. */
  clearDirty(ids: readonly string[]): void
  /** A row while its tenant stays dirty or was never opened: a damaged or missing file. */
  saveRowOnly(row: ClientRow): void
  findRow(id: string): ClientRow | undefined
  /** Tenants whose file was in trouble when it was last looked at. */
  listTroubled(): readonly string[]
  saveStamp(id: string, stamp: FileStamp): void
  /** In one commit. */
  saveStamps(stamps: readonly (readonly [id: string, stamp: FileStamp])[]): void
  registerNew(ids: readonly string[]): void
  listUnfinished(): readonly string[]
  stageRows(staged: readonly StagedTenant[], note?: () => void): void
  /** One commit decides that the staged tenants, and what is noted with it, are there; `publishSome` makes them visible. */
  decideToPublish(note?: () => void): void
  /** Makes the next few visible, in one commit; false when no decision is left to carry out. */
  publishSome(): boolean
  forgetUnfinished(ids: readonly string[]): void
  /** Takes clients out of every list, in one commit: what is left of them counts as unfinished. */
  unpublish(ids: readonly string[]): void
  /** Tenants of this device that were deleted for good, here or elsewhere, and are still registered. */
  listDeleted(): readonly string[]
  isRegistered(id: string): boolean
  isDeleted(id: string): boolean
  /** Makes one registered tenant visible whose file came from elsewhere; its row follows. */
  admit(id: string): void
}

export const createTenantRegistry = (database: EncryptedDatabase): TenantRegistry => {
  const sql = prepareStatements(database)
  const dirty = new Set(sql.listDirty.all() as readonly string[])
  const search = createSearchIndex(database)
  const evidenceRows = createEvidenceRows(database)
  const saveRow = database.transaction((refreshed: RefreshedTenant) => {
    writeRow(refreshed)
    sql.clearDirty.run(refreshed.row.id)
  })
  const writeRow = ({ row, head, items, evidence }: RefreshedTenant): void => {
    sql.upsertRow.run(...clientRowValues(row))
    sql.setHead.run(head.device, head.deviceSeq, row.id)
    search.replace(row.id, items)
    evidenceRows.replace(row.id, evidence)
  }
  const markMany = database.transaction((ids: readonly string[], note: (() => void) | undefined) => {
    ids.forEach((id) => sql.markDirty.run(id))
    note?.()
  })
  const refreshRow = database.transaction(writeRow)
  const clearDirty = database.transaction((ids: readonly string[]) => ids.forEach((id) => sql.clearDirty.run(id)))
  return {
    listTenants: () => (sql.listTenants.all() as readonly TenantRecord[]).map(toRegisteredTenant),
    findTenant: (id) => {
      const found = sql.findTenant.get(id) as TenantRecord | undefined
      return found === undefined ? undefined : toRegisteredTenant(found)
    },
    isDirty: (id) => dirty.has(id),
    listDirty: () => [...dirty],
    markDirty(id) {
      if (dirty.has(id)) return
      sql.markDirty.run(id)
      dirty.add(id)
    },
    markManyDirty(ids, note) {
      const fresh = ids.filter((id) => !dirty.has(id))
      if (fresh.length === 0 && note === undefined) return
      markMany.immediate(fresh, note)
      fresh.forEach((id) => dirty.add(id))
    },
    saveRow(refreshed) {
      saveRow.immediate(refreshed)
      dirty.delete(refreshed.row.id)
    },
    saveRows(refreshed) {
      database.transaction(() => refreshed.forEach((one) => saveRow(one))).immediate()
      refreshed.forEach(({ row }) => dirty.delete(row.id))
    },
    refreshRow: (refreshed) => refreshRow.immediate(refreshed),
    saveSearch: (id, items) => database.transaction(() => search.replace(id, items)).immediate(),
    search,
    evidence: evidenceRows,
    clearDirty(ids) {
      clearDirty.immediate(ids)
      ids.forEach((id) => dirty.delete(id))
    },
    saveRowOnly: (row) => void sql.upsertRow.run(...clientRowValues(row)),
    findRow: (id) => {
      const found = sql.findRow.get(id) as StoredClientRow | undefined
      return found === undefined ? undefined : toClientRow(found)
    },
    listTroubled: () => sql.listTroubled.all() as readonly string[],
    saveStamp: (id, { size, changedAt }) => void sql.setStamp.run(size, changedAt, id),
    saveStamps: (stamps) =>
      database
        .transaction(() => stamps.forEach(([id, { size, changedAt }]) => sql.setStamp.run(size, changedAt, id)))
        .immediate(),
    registerNew: (ids) =>
      database
        .transaction(() => {
          // Left by a batch that failed so badly (a full disk) that it could not be undone: never part of this one.
          sql.clearStaged.run()
          ids.forEach((id) => sql.insertTenant.run(id))
        })
        .immediate(),
    listUnfinished: () => sql.listUnfinished.all() as readonly string[],
    stageRows: (staged, note) =>
      database
        .transaction(() => {
          for (const { row, head, items, evidence, stamp } of staged) {
            sql.stageRow.run(...clientRowValues(row))
            sql.setHead.run(head.device, head.deviceSeq, row.id)
            // Nobody finds them before their client's row is published.
            search.replace(row.id, items)
            evidenceRows.replace(row.id, evidence)
            sql.setStamp.run(stamp.size, stamp.changedAt, row.id)
          }
          note?.()
        })
        .immediate(),
    decideToPublish: (note) =>
      database
        .transaction(() => {
          sql.decide.run()
          note?.()
        })
        .immediate(),
    publishSome: () =>
      database
        .transaction(() => {
          if (sql.isDecided.get() === undefined) return false
          const ids = JSON.stringify(sql.nextStaged.all(publishedAtOnce))
          sql.publishTenants.run(ids)
          sql.publishRows.run(ids)
          sql.unstage.run(ids)
          if (sql.nextStaged.get(1) !== undefined) return true
          sql.endDecision.run()
          return false
        })
        .immediate(),
    forgetUnfinished: (ids) =>
      database
        .transaction(() => {
          ids.forEach((id) => {
            sql.removeUnfinished.run(id)
            sql.unstageOne.run(id)
            search.forget(id)
            evidenceRows.forget(id)
          })
        })
        .immediate(),
    unpublish(ids) {
      database
        .transaction(() =>
          ids.forEach((id) => {
            sql.unpublishTenant.run(id)
            sql.removeRow.run(id)
            sql.clearDirty.run(id)
          }),
        )
        .immediate()
      ids.forEach((id) => dirty.delete(id))
    },
    listDeleted: () => sql.listDeleted.all() as readonly string[],
    isRegistered: (id) => sql.isRegistered.get(id) !== undefined,
    isDeleted: (id) => sql.isDeleted.get(id) !== undefined,
    admit: (id) => void sql.admit.run(id),
  }
}

/** Rows of one commit while somebody may be waiting: a few milliseconds. */
const publishedAtOnce = 200

type TenantRecord = {
  readonly id: string
  readonly device: string | null
  readonly device_seq: number | null
  readonly file_size: number | null
  readonly file_changed_at: number | null
}

const toRegisteredTenant = (record: TenantRecord): RegisteredTenant => ({
  id: record.id,
  head: record.device === null ? undefined : { device: record.device, deviceSeq: record.device_seq ?? 0 },
  stamp: record.file_size === null ? undefined : { size: record.file_size, changedAt: record.file_changed_at ?? 0 },
})

const prepareStatements = (database: EncryptedDatabase) => ({
  listTenants: database.prepare("SELECT * FROM tenant WHERE state = 'live' ORDER BY id"),
  findTenant: database.prepare("SELECT * FROM tenant WHERE state = 'live' AND id = ?"),
  listUnfinished: database.prepare("SELECT id FROM tenant WHERE state = 'creating' ORDER BY id").pluck(),
  insertTenant: database.prepare("INSERT INTO tenant (id, state) VALUES (?, 'creating')"),
  removeUnfinished: database.prepare("DELETE FROM tenant WHERE id = ? AND state = 'creating'"),
  unpublishTenant: database.prepare("UPDATE tenant SET state = 'creating' WHERE id = ?"),
  removeRow: database.prepare('DELETE FROM client_row WHERE id = ?'),
  setHead: database.prepare('UPDATE tenant SET device = ?, device_seq = ? WHERE id = ?'),
  setStamp: database.prepare('UPDATE tenant SET file_size = ?, file_changed_at = ? WHERE id = ?'),
  listDirty: database.prepare('SELECT id FROM dirty_tenant').pluck(),
  markDirty: database.prepare('INSERT OR IGNORE INTO dirty_tenant (id) VALUES (?)'),
  clearDirty: database.prepare('DELETE FROM dirty_tenant WHERE id = ?'),
  upsertRow: database.prepare(upsertClientRow),
  findRow: database.prepare('SELECT * FROM client_row WHERE id = ?'),
  listTroubled: database.prepare("SELECT id FROM client_row WHERE file_state <> 'ok'").pluck(),
  stageRow: database.prepare(upsertClientRow.replace('INTO client_row', 'INTO client_row_staged')),
  decide: database.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('publishing', 'decided')"),
  isDecided: database.prepare("SELECT 1 FROM meta WHERE key = 'publishing'"),
  endDecision: database.prepare("DELETE FROM meta WHERE key = 'publishing'"),
  nextStaged: database.prepare('SELECT id FROM client_row_staged ORDER BY id LIMIT ?').pluck(),
  publishTenants: database.prepare("UPDATE tenant SET state = 'live' WHERE id IN (SELECT value FROM json_each(?))"),
  publishRows: database.prepare(
    'INSERT INTO client_row SELECT * FROM client_row_staged WHERE id IN (SELECT value FROM json_each(?))',
  ),
  unstageOne: database.prepare('DELETE FROM client_row_staged WHERE id = ?'),
  unstage: database.prepare('DELETE FROM client_row_staged WHERE id IN (SELECT value FROM json_each(?))'),
  admit: database.prepare("UPDATE tenant SET state = 'live' WHERE id = ? AND state = 'creating'"),
  clearStaged: database.prepare('DELETE FROM client_row_staged'),
  listDeleted: database
    .prepare(
      "SELECT id FROM tenant WHERE state = 'live' AND id IN (SELECT id FROM deleted_client WHERE destroyed_at IS NOT NULL)",
    )
    .pluck(),
  isRegistered: database.prepare('SELECT 1 FROM tenant WHERE id = ?'),
  isDeleted: database.prepare('SELECT 1 FROM deleted_client WHERE id = ? AND destroyed_at IS NOT NULL'),
})
