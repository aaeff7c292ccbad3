/** The index behind the search, in the portfolio file: a client's records are replaced where they differ. */
import { createHash } from 'node:crypto'
import { foldText } from '#domain/search/fuzzy-match.ts'
import { searchedEntities, type SearchItem } from '#domain/search/searched-entities.ts'
import type { EncryptedDatabase } from '../sqlite/open-encrypted-database.ts'

export type SearchIndex = {
  /** Inside the caller's transaction, together with the client's row. */
  replace(tenantId: string, items: readonly SearchItem[]): void
  list(tenantId: string): readonly SearchItem[]
  /** Of a client that never came to be. */
  forget(tenantId: string): void
  /** Clients whose records were never indexed, or by other rules than today's. */
  listBehind(): readonly string[]
  /** False for a client whose records are still to be indexed. */
  isCurrent(tenantId: string): boolean
  /** Numbers of items whose words are missing, or of words without an item. */
  findTorn(): readonly number[]
  /** Writes the words of every item anew. */
  mendWords(): void
}

export const createSearchIndex = (database: EncryptedDatabase): SearchIndex => {
  const sql = prepareStatements(database)
  const writeWords = (id: number | bigint, tenantId: string, { title, detail, text, kind, entity }: SearchItem): void =>
    void sql.insertWords.run(id, foldText(title), foldText(`${detail}\n${text}`), scopeOf({ tenantId, kind, entity }))
  return {
    replace(tenantId, items) {
      const wanted = new Map(items.map((item) => [keyOf(item), item]))
      for (const { id, ...stored } of sql.list.all(tenantId) as readonly StoredItem[]) {
        const item = wanted.get(keyOf(stored))
        if (item !== undefined && isSame(item, stored)) wanted.delete(keyOf(stored))
        else sql.remove.run(id)
      }
      for (const item of wanted.values()) {
        const { entity, recordId, kind, title, detail, text } = item
        const { lastInsertRowid } = sql.insert.run(tenantId, entity, recordId, kind, title, detail, text)
        writeWords(lastInsertRowid, tenantId, item)
      }
      sql.setVersion.run(searchVersion, tenantId, searchVersion)
    },
    list: (tenantId) => sql.listItems.all(tenantId) as readonly SearchItem[],
    forget: (tenantId) => void sql.forget.run(tenantId),
    listBehind: () => sql.listBehind.all(searchVersion) as readonly string[],
    isCurrent: (tenantId) => sql.findVersion.get(tenantId) === searchVersion,
    findTorn: () => sql.findTorn.all() as readonly number[],
    mendWords: () =>
      database
        .transaction(() => {
          sql.removeWords.run()
          for (const item of sql.listAll.all() as readonly ListedItem[]) writeWords(item.id, item.tenantId, item)
        })
        .immediate(),
  }
}

type StoredItem = SearchItem & { readonly id: number }
type ListedItem = StoredItem & { readonly tenantId: string }

/** Words that no text holds, as each begins with what it stands for. */
export const scopeWords = {
  tenant: (tenantId: string): string => `tenant${tenantId.replaceAll('-', '')}`,
  kind: (kind: string): string => `kind${kind.toLowerCase()}`,
  entity: (entity: string): string => `entity${entity.toLowerCase()}`,
} as const

const scopeOf = ({ tenantId, kind, entity }: Pick<ListedItem, 'tenantId' | 'kind' | 'entity'>): string =>
  [scopeWords.tenant(tenantId), scopeWords.kind(kind), scopeWords.entity(entity)].join(' ')

/** Changes with what is searched, so that an index made by older rules is filled anew. */
const searchVersion = createHash('sha256')
  .update(JSON.stringify(searchedEntities.map(({ entity, title, detail, also }) => [entity.name, title, detail, also])))
  .digest('hex')
  .slice(0, 16)

const keyOf = ({ entity, recordId }: SearchItem): string => `${entity}/${recordId}`

const isSame = (a: SearchItem, b: SearchItem): boolean =>
  a.title === b.title && a.detail === b.detail && a.text === b.text && a.kind === b.kind

const columns = 'entity, record_id AS recordId, kind, title, detail, body AS text'

const prepareStatements = (database: EncryptedDatabase) => ({
  list: database.prepare(`SELECT id, ${columns} FROM search_item WHERE tenant_id = ? ORDER BY entity, record_id`),
  listItems: database.prepare(`SELECT ${columns} FROM search_item WHERE tenant_id = ?`),
  listAll: database.prepare(`SELECT id, tenant_id AS tenantId, ${columns} FROM search_item`),
  insert: database.prepare(
    'INSERT INTO search_item (tenant_id, entity, record_id, kind, title, detail, body) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ),
  insertWords: database.prepare('INSERT INTO search_words (rowid, title, body, scope) VALUES (?, ?, ?, ?)'),
  remove: database.prepare('DELETE FROM search_item WHERE id = ?'),
  removeWords: database.prepare("INSERT INTO search_words (search_words) VALUES ('delete-all')"),
  forget: database.prepare('DELETE FROM search_item WHERE tenant_id = ?'),
  setVersion: database.prepare('UPDATE tenant SET search_version = ? WHERE id = ? AND search_version IS NOT ?'),
  findVersion: database.prepare('SELECT search_version FROM tenant WHERE id = ?').pluck(),
  listBehind: database
    .prepare(
      `SELECT tenant.id FROM tenant JOIN client_row USING (id)
       WHERE state = 'live' AND search_version IS NOT ? AND file_state = 'ok' ORDER BY tenant.id`,
    )
    .pluck(),
  findTorn: database
    .prepare(
      `SELECT id FROM search_item WHERE id NOT IN (SELECT id FROM search_words_docsize)
       UNION SELECT id FROM search_words_docsize WHERE id NOT IN (SELECT id FROM search_item) LIMIT 10`,
    )
    .pluck(),
})
