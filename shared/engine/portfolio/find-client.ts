/** One client of the read model, by id or by a name that only one client has. */
import type { ClientRow } from '#domain/projection/client-row.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { EngineError } from '#api/errors.ts'
import type { EncryptedDatabase } from '../sqlite/open-encrypted-database.ts'
import { nameKey, toClientRow, type StoredClientRow } from './client-row-table.ts'

export const findClientRow = (database: EncryptedDatabase, idOrName: string): Result<ClientRow, EngineError> => {
  const byId = database.prepare('SELECT * FROM client_row WHERE id = ?').get(idOrName) as StoredClientRow | undefined
  if (byId !== undefined) return ok(toClientRow(byId))
  const named = database
    .prepare('SELECT * FROM client_row WHERE name_key = ? ORDER BY id LIMIT 20')
    .all(nameKey(idOrName.trim())) as readonly StoredClientRow[]
  const [only] = named
  if (only === undefined) return err({ type: 'ClientNotFound', wanted: idOrName })
  if (named.length > 1) return err({ type: 'ClientAmbiguous', wanted: idOrName, ids: named.map(({ id }) => id) })
  return ok(toClientRow(only))
}
