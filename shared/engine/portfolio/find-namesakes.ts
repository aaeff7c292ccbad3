/** Clients that bear a name already, however it is written: case, spacing and Unicode form aside. */
import type { Namesake } from '#api/queries.ts'
import { foldName } from '#domain/catalog/fold-name.ts'
import type { EncryptedDatabase } from '../sqlite/open-encrypted-database.ts'

/** Archived ones too. Every name is folded: some 10 ms for 10,000, asked when somebody has typed one. */
export const findNamesakes = (database: EncryptedDatabase, name: string): readonly Namesake[] => {
  const wanted = foldName(name)
  if (wanted === '') return []
  const all = database
    .prepare('SELECT id, name, status, archived_at AS archivedAt FROM client_row ORDER BY name_key, id')
    .all() as readonly Namesake[]
  return all.filter((row) => foldName(row.name) === wanted).slice(0, mostShown)
}

const mostShown = 20
