/** Takes a file back to an older version of its tables, as if that version had written it: what came later is dropped, and every trigger. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Migration } from '#engine/sqlite/migrations.ts'
import { openEncryptedDatabase, type EncryptedDatabase } from '#engine/sqlite/open-encrypted-database.ts'
import { quickFolder } from './temporary-folder.ts'

type Tables = ReadonlyMap<string, readonly string[]>

export const stepBack = (database: EncryptedDatabase, migrations: readonly Migration[], version: number): void => {
  const then = tablesAt(migrations, version)
  for (const name of triggersOf(database)) database.exec(`DROP TRIGGER "${name}"`)
  for (const [table, columns] of tablesOf(database)) {
    const known = then.get(table)
    if (known === undefined) database.exec(`DROP TABLE "${table}"`)
    else
      for (const column of columns.filter((name) => !known.includes(name)))
        database.exec(`ALTER TABLE "${table}" DROP COLUMN "${column}"`)
  }
  database.pragma(`user_version = ${version}`)
}

const tablesAt = (migrations: readonly Migration[], version: number): Tables => {
  const database = openEncryptedDatabase({ path: join(quickFolder(), 'then.sqlite'), key: randomBytes(32) })
  for (const { sql } of migrations.slice(0, version)) database.exec(sql)
  const tables = tablesOf(database)
  database.close()
  return tables
}

const tablesOf = (database: EncryptedDatabase): Tables => {
  const names = database
    // The tables behind a virtual one come and go with it.
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type <> 'shadow' AND name NOT LIKE 'sqlite_%'",
    )
    .pluck()
    .all() as readonly string[]
  return new Map(
    names.map((name) => [
      name,
      database.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(name) as readonly string[],
    ]),
  )
}

const triggersOf = (database: EncryptedDatabase): readonly string[] =>
  database.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").pluck().all() as readonly string[]
