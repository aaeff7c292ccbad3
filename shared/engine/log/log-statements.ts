/** The prepared statements of the write path: kysely costs 4 times as much here, so it serves reads only. */
import type { Statement } from 'better-sqlite3'
import { columnsOf, type EntityDefinition } from '#domain/entities/entity.ts'
import type { EncryptedDatabase } from '../sqlite/open-encrypted-database.ts'
import { prepareWhenUsed } from '../sqlite/prepare-when-used.ts'

export type LogStatements = ReturnType<typeof prepareLogStatements>

export const prepareLogStatements = (database: EncryptedDatabase, entities: readonly EntityDefinition[]) =>
  prepareWhenUsed({
    begin: () => database.prepare('BEGIN IMMEDIATE'),
    commit: () => database.prepare('COMMIT'),
    rollback: () => database.prepare('ROLLBACK'),
    getMeta: () => database.prepare('SELECT value FROM meta WHERE key = ?').pluck() as Statement<[string], string>,
    setMeta: () => database.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)'),
    removeMeta: () => database.prepare('DELETE FROM meta WHERE key = ?'),
    listChangeMarks: () =>
      database.prepare("SELECT key FROM meta WHERE key GLOB 'change/*'").pluck() as Statement<[], string>,
    getSnapshot: () =>
      database.prepare('SELECT epoch, through_seq AS throughSeq, state FROM doc_snapshot WHERE document = ?'),
    listUpdates: () =>
      database.prepare('SELECT seq, payload FROM doc_update WHERE document = ? AND seq > ? ORDER BY seq'),
    insertUpdate: () =>
      database.prepare('INSERT INTO doc_update (document, seq, epoch, device, payload) VALUES (?, ?, ?, ?, ?)'),
    insertOutbox: () => database.prepare('INSERT OR IGNORE INTO outbox (document, seq) VALUES (?, ?)'),
    insertActivity: () => database.prepare(insertActivity),
    /** A row that is there already (the same push twice) is left alone. */
    takeActivity: () => database.prepare(`${insertActivity} ON CONFLICT DO NOTHING`),
    lastActivity: () =>
      database.prepare(
        'SELECT device_seq AS deviceSeq, at, hash FROM activity WHERE device = ? ORDER BY device_seq DESC LIMIT 1',
      ),
    projections: () => new Map(entities.map((entity) => [entity.name, prepareProjection(database, entity)])),
  })

const insertActivity = `
INSERT INTO activity (device, device_seq, edit, at, member, mutation, document, entity, record, field,
  value_from, value_to, base, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

const prepareProjection = (database: EncryptedDatabase, entity: EntityDefinition) => {
  const { table } = entity
  const columns = columnsOf(entity)
  const assignments = columns.map((column) => `${column} = excluded.${column}`).join(', ')
  const names = ['id', ...columns].join(', ')
  const places = ['id', ...columns].map(() => '?').join(', ')
  return prepareWhenUsed({
    upsert: () =>
      database.prepare(
        `INSERT INTO ${table} (${names}) VALUES (${places}) ON CONFLICT (id) DO UPDATE SET ${assignments}`,
      ),
    remove: () => database.prepare(`DELETE FROM ${table} WHERE id = ?`),
    all: () => database.prepare(`SELECT ${names} FROM ${table} ORDER BY id`).raw(),
  })
}
