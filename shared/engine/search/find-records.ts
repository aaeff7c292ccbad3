/** Records by the beginnings of their words: the word index ranks them, and only the best are looked up. */
import type { RecordHit } from '#api/search.ts'
import { tenantDocumentKinds } from '#domain/document/document-name.ts'
import { can } from '#domain/permissions/can.ts'
import type { Role } from '#domain/permissions/roles.ts'
import { isPersonEntity, peopleEntities } from '#domain/search/searched-entities.ts'
import type { EncryptedDatabase } from '../sqlite/open-encrypted-database.ts'
import type { KnownClients } from './known-clients.ts'
import { scopeWords } from './search-index.ts'

export type RecordQuery = {
  /** Folded. */
  readonly text: string
  readonly role: Role
  readonly clientId: string | undefined
  readonly people: boolean
  readonly limit: number
}

/** Of very common words only the newest records are ranked: it bounds the time, whatever the practice holds. */
const mostRanked = 5000
/** Looked up, so that those of archived clients can go to the end. */
const mostLookedUp = 400

export const prepareRecordSearch = (database: EncryptedDatabase, clients: () => KnownClients) => {
  const select = database.prepare(selectBest)
  return (query: RecordQuery): readonly RecordHit[] => {
    const match = matchOf(query)
    if (match === undefined) return []
    const { byId } = clients()
    const stored = select.all({ match, mostRanked, mostLookedUp }) as readonly StoredHit[]
    return stored
      .flatMap((hit): readonly RecordHit[] => {
        const client = byId.get(hit.clientId)
        if (client === undefined) return []
        const isArchived = client.archivedAt !== null
        return [{ ...hit, clientName: client.name, isArchived, isPerson: isPersonEntity(hit.entity) }]
      })
      .toSorted((a, b) => Number(a.isArchived) - Number(b.isArchived))
      .slice(0, query.limit)
  }
}

type StoredHit = Pick<RecordHit, 'entity' | 'id' | 'clientId' | 'title' | 'detail'>

/** A word of the title weighs four of the rest; the scope weighs nothing. */
const selectBest = `
WITH ranked AS MATERIALIZED (
  SELECT rowid AS id, bm25(search_words, 4.0, 1.0, 0.0) AS rank FROM search_words
  WHERE search_words MATCH :match ORDER BY rowid DESC LIMIT :mostRanked
), best AS MATERIALIZED (SELECT id, rank FROM ranked ORDER BY rank, id DESC LIMIT :mostLookedUp)
SELECT item.entity, item.record_id AS id, item.tenant_id AS clientId, item.title, item.detail
FROM best CROSS JOIN search_item AS item ON item.id = best.id ORDER BY best.rank, best.id DESC`

/** In the language of FTS5, of words that hold letters and digits alone. */
const matchOf = ({ text, role, clientId, people }: RecordQuery): string | undefined => {
  const words = text.match(/[\p{L}\p{N}]+/gu)?.slice(0, mostWords) ?? []
  if (words.join('').length < fewestLetters) return undefined
  const readable = tenantDocumentKinds.filter((kind) => can(role, { read: kind }))
  return [
    `{title body} : (${words.map((word) => `"${word}" *`).join(' AND ')})`,
    ...(readable.length === tenantDocumentKinds.length ? [] : [oneOf(readable.map(scopeWords.kind))]),
    ...(people ? [oneOf(peopleEntities.map(scopeWords.entity))] : []),
    ...(clientId === undefined ? [] : [oneOf([scopeWords.tenant(clientId)])]),
  ].join(' AND ')
}

const oneOf = (words: readonly string[]): string => `scope : (${words.map((word) => `"${word}"`).join(' OR ')})`

/** One letter alone would find nearly everything. */
const fewestLetters = 2
const mostWords = 10
