/** What the same disk, cipher and pragmas do without an engine: the yardstick of the edit benches. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { openEncryptedDatabase, type EncryptedDatabase } from '#engine/sqlite/open-encrypted-database.ts'

export const openRawFile = (folder: string): EncryptedDatabase =>
  openEncryptedDatabase({ path: join(folder, 'raw.sqlite'), key: randomBytes(32) })

/** One row of 200 bytes, inserted and committed. */
export const rawInsert = (folder: string): (() => void) => {
  const database = openRawFile(folder)
  database.exec('CREATE TABLE entry (id INTEGER PRIMARY KEY, payload BLOB NOT NULL)')
  const insert = database.prepare('INSERT INTO entry (payload) VALUES (?)')
  const payload = randomBytes(200)
  return () => void insert.run(payload)
}
