import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { EntityDefinition } from '#domain/entities/entity.ts'
import { practiceEntities, tenantEntities } from '#domain/entities/entity-registry.ts'
import { projectedColumns } from '#domain/projection/project-record.ts'
import { quickFolder } from '#testing/temporary-folder.ts'
import { portfolioMigrations } from '../portfolio/portfolio-migrations.ts'
import { tenantMigrations } from '../tenant/tenant-migrations.ts'
import { copyDatabase, fileVersion, migrateDatabase, type Migration } from './migrations.ts'
import { openEncryptedDatabase, type EncryptedDatabase } from './open-encrypted-database.ts'

const steps: readonly Migration[] = [
  { version: 1, sql: 'CREATE TABLE note (text TEXT)' },
  { version: 2, sql: "ALTER TABLE note ADD COLUMN colour TEXT; UPDATE note SET colour = 'blue'" },
  { version: 3, sql: 'CREATE TABLE tag (label TEXT); CREATE INDEX note_by_colour ON note (colour)' },
]
const failing: Migration = { version: 3, sql: 'CREATE TABLE tag (label TEXT); INSERT INTO missing VALUES (1)' }

const openFile = (path: string, key: Buffer): EncryptedDatabase => {
  const database = openEncryptedDatabase({ path, key })
  onTestFinished(() => void database.close())
  return database
}

/** A file of version 1 with something in it. */
const oldFile = () => {
  const path = join(quickFolder(), 'a.sqlite')
  const key = randomBytes(32)
  const database = openFile(path, key)
  migrateDatabase(database, steps.slice(0, 1))
  database.exec("INSERT INTO note VALUES ('a well known sentence')")
  return { path, key, database, backupPath: `${path}.before-upgrade` }
}

test('[STORE-10] a new file gets every step, an old one those it lacks, and its version says so', () => {
  const fresh = openFile(join(quickFolder(), 'new.sqlite'), randomBytes(32))
  expect(migrateDatabase(fresh, steps)).toEqual({ ok: true, value: undefined })
  const { database, backupPath } = oldFile()
  expect(migrateDatabase(database, steps, backupPath)).toEqual({ ok: true, value: undefined })
  expect([fileVersion(fresh), fileVersion(database)]).toEqual([3, 3])
  expect(database.prepare('SELECT * FROM note').all()).toEqual([{ text: 'a well known sentence', colour: 'blue' }])
  expect(existsSync(backupPath)).toBe(false)
})

test('[STORE-10] a file of the newest version is left alone', () => {
  const { database, backupPath } = oldFile()
  const changes = database.prepare('SELECT total_changes()').pluck()
  const before = changes.get()
  expect(migrateDatabase(database, steps.slice(0, 1), backupPath).ok).toBe(true)
  expect(changes.get()).toBe(before)
  expect(existsSync(backupPath)).toBe(false)
})

test('[STORE-12] a step that fails leaves the file as it was, with the copy of it beside', () => {
  const { database, key, backupPath } = oldFile()
  expect(() => migrateDatabase(database, [...steps.slice(0, 2), failing], backupPath)).toThrow('no such table')
  expect(fileVersion(database)).toBe(1)
  expect(database.prepare('SELECT * FROM note').all()).toEqual([{ text: 'a well known sentence' }])
  expect(openFile(backupPath, key).prepare('SELECT * FROM note').all()).toHaveLength(1)
  expect(migrateDatabase(database, steps, backupPath).ok).toBe(true)
  expect(existsSync(backupPath)).toBe(false)
})

test('[STORE-11] the copy is encrypted under the same key', () => {
  const { database, key, path } = oldFile()
  const copy = `${path}.copy`
  copyDatabase(database, copy)
  copyDatabase(database, copy)
  const bytes = readFileSync(copy)
  expect(bytes.includes('well known')).toBe(false)
  expect(bytes.includes('SQLite format 3')).toBe(false)
  expect(() => openFile(copy, randomBytes(32))).toThrow('not a database')
  expect(openFile(copy, key).prepare('SELECT text FROM note').pluck().all()).toEqual(['a well known sentence'])
})

test.skipIf(process.platform === 'win32')('[STORE-5] the copy is readable for its owner alone', () => {
  const { database, path } = oldFile()
  copyDatabase(database, `${path}.copy`)
  expect(statSync(`${path}.copy`).mode & 0o777).toBe(0o600)
})

test('[STORE-13] a file of a newer version is refused and not one byte of it changes', () => {
  const { database, path, key, backupPath } = oldFile()
  migrateDatabase(database, steps)
  database.close()
  const before = readFileSync(path)
  const again = openFile(path, key)
  expect(migrateDatabase(again, steps.slice(0, 2), backupPath)).toEqual({
    ok: false,
    error: { type: 'NewerVersion', found: 3, supported: 2 },
  })
  again.close()
  expect(readFileSync(path).equals(before)).toBe(true)
  expect(existsSync(backupPath)).toBe(false)
})

const files: readonly (readonly [string, readonly Migration[], readonly EntityDefinition[]])[] = [
  ['tenant', tenantMigrations, tenantEntities],
  ['portfolio', portfolioMigrations, practiceEntities],
]

test.each(files)(
  '[STORE-14] the tables of a %s file have the columns that its entities declare',
  (_, migrations, entities) => {
    const database = openFile(join(quickFolder(), 'a.sqlite'), randomBytes(32))
    migrateDatabase(database, migrations)
    expect(entities.length).toBeGreaterThan(0)
    for (const entity of entities) {
      const columns = database.pragma(`table_info(${entity.table})`) as readonly { name: string; type: string }[]
      expect(columns.map(({ name }) => name)).toEqual(projectedColumns(entity))
      expect(columns.map(({ type }) => type)).toEqual([
        'TEXT',
        ...Object.values(entity.fields).map(({ column }) => column),
        ...Object.values(entity.derived ?? {}).map(({ column }) => column),
      ])
    }
  },
)

test.each(files)('[STORE-10] the steps of a %s file are numbered from 1 without a gap', (_, migrations) => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_step, index) => index + 1))
})
