/** What this device knows of its backups: a row for each in the portfolio, the schedule and its last failure in `meta`. */
import { z } from 'zod'
import { backupIntervals, type Backup, type BackupSchedule, type BackupStatus } from '#api/backups.ts'
import type { EngineError } from '#api/errors.ts'
import type { Log } from '../log/open-log.ts'
import type { MadeBackup } from './make-backup.ts'

export type BackupRow = Omit<Backup, 'isThere'>

export type BackupRecords = {
  /** Newest first. */
  list(): readonly BackupRow[]
  holding(clientId: string): readonly BackupRow[]
  /** A backup that replaced another file replaces its row. */
  add(id: string, made: MadeBackup, scheduled: boolean): BackupRow
  remove(id: string): void
  schedule(): BackupSchedule | null
  setSchedule(schedule: BackupSchedule | null): void
  failure(): BackupStatus['failure']
  setFailure(failure: BackupStatus['failure']): void
}

const scheduleKey = 'backupSchedule'
const failureKey = 'backupFailure'
/** Rows of `meta` that belong to this device's own schedule. */
export const scheduleKeys = [scheduleKey, failureKey] as const

const scheduleSchema = z.object({ folder: z.string(), every: z.enum(backupIntervals), keep: z.int().min(1) })

export const createBackupRecords = ({ database, statements }: Log): BackupRecords => {
  const select = 'SELECT id, path, made_at AS at, bytes, client_count AS clients, troubled, scheduled FROM backup'
  const listAll = database.prepare(`${select} ORDER BY made_at DESC, id DESC`)
  const listHolding = database.prepare(`${select} WHERE instr(client_ids, ?) > 0 ORDER BY made_at DESC, id DESC`)
  const insert = database.prepare(
    `INSERT INTO backup (id, path, made_at, bytes, client_count, client_ids, troubled, scheduled)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const removePath = database.prepare('DELETE FROM backup WHERE path = ?')
  const removeId = database.prepare('DELETE FROM backup WHERE id = ?')
  const save = database.transaction((row: BackupRow, clientIds: string) => {
    removePath.run(row.path)
    const { id, path, at, bytes, clients, troubled, scheduled } = row
    insert.run(id, path, at, bytes, clients, clientIds, troubled, scheduled ? 1 : 0)
  })
  const removeMeta = database.prepare('DELETE FROM meta WHERE key = ?')
  const setMeta = (key: string, value: unknown): void =>
    void (value === null ? removeMeta.run(key) : statements.setMeta.run(key, JSON.stringify(value)))
  return {
    list: () => (listAll.all() as readonly StoredRow[]).map(toRow),
    holding: (clientId) => (listHolding.all(clientId) as readonly StoredRow[]).map(toRow),
    add(id, { path, at, bytes, clientIds, troubled }, scheduled) {
      const row = { id, path, at, bytes, clients: clientIds.length, troubled: troubled.length, scheduled }
      save.immediate(row, clientIds.join(' '))
      return row
    },
    remove: (id) => void removeId.run(id),
    schedule() {
      const parsed = scheduleSchema.safeParse(JSON.parse(statements.getMeta.get(scheduleKey) ?? 'null'))
      return parsed.success ? parsed.data : null
    },
    setSchedule: (schedule) => setMeta(scheduleKey, schedule),
    failure: () =>
      JSON.parse(statements.getMeta.get(failureKey) ?? 'null') as { at: string; error: EngineError } | null,
    setFailure: (failure) => setMeta(failureKey, failure),
  }
}

type StoredRow = Omit<BackupRow, 'scheduled'> & { readonly scheduled: number }

const toRow = ({ scheduled, ...row }: StoredRow): BackupRow => ({ ...row, scheduled: scheduled === 1 })
