/** The ids of all clients that a list shows, whatever page of it is looked at. */
import type { ClientQuery } from '#api/queries.ts'
import type { EncryptedDatabase } from '../sqlite/open-encrypted-database.ts'
import { compileClientIds } from './client-list-sql.ts'

export const listClientIds = (database: EncryptedDatabase, query: ClientQuery): readonly string[] => {
  const { sql, parameters } = compileClientIds(query)
  return database
    .prepare(sql)
    .pluck()
    .all(...parameters) as readonly string[]
}
