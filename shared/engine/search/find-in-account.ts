/** Finds clients by name, records of all clients by the beginnings of their words, and members of the practice. */
import type { ClientHit, SearchAnswer, SearchQuery } from '#api/search.ts'
import type { Member } from '#domain/entities/practice.ts'
import type { Role } from '#domain/permissions/roles.ts'
import { foldText, matchScore } from '#domain/search/fuzzy-match.ts'
import type { EncryptedDatabase } from '../sqlite/open-encrypted-database.ts'
import { prepareRecordSearch } from './find-records.ts'
import { keepClients, type KnownClient, type KnownClients } from './known-clients.ts'

export type Searched = {
  readonly database: EncryptedDatabase
  readonly role: () => Role
  readonly members: () => readonly Member[]
  /** Ids, newest first. */
  readonly recentClients: () => readonly string[]
  readonly isComplete: () => boolean
}

const defaultLimit = 20

export const createSearch = (searched: Searched): ((query: SearchQuery) => SearchAnswer) => {
  const clients = keepClients(searched.database)
  const findRecords = prepareRecordSearch(searched.database, clients)
  return ({ text, clientId, people = false, limit = defaultLimit }) => {
    const folded = foldText(text.trim())
    const isWide = clientId === undefined
    return {
      clients:
        isWide && !people ? findClients(clients(), folded, searched.recentClients()).slice(0, limit).map(toHit) : [],
      records: findRecords({ text: folded, role: searched.role(), clientId, people, limit }),
      members: isWide ? findMembers(searched.members(), { folded, people }).slice(0, limit) : [],
      isComplete: searched.isComplete(),
    }
  }
}

const toHit = ({ id, name, industry, externalId, archivedAt }: KnownClient): ClientHit => ({
  id,
  name,
  industry,
  externalId,
  archivedAt,
})

const findClients = (known: KnownClients, folded: string, recent: readonly string[]): readonly KnownClient[] =>
  folded === '' ? recentFirst(known, recent) : bestOf(known, folded)

const recentFirst = ({ ordered, byId }: KnownClients, recent: readonly string[]): readonly KnownClient[] => {
  const first = recent.flatMap((id) => byId.get(id) ?? [])
  const seen = new Set(first)
  return [...first, ...ordered.filter((client) => !seen.has(client) && client.archivedAt === null)]
}

/** The order by name is kept among equals. */
const bestOf = ({ ordered }: KnownClients, folded: string): readonly KnownClient[] =>
  ordered
    .map((client) => ({ client, score: scoreOf(client, folded) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => archivedLast(a.client, b.client) || b.score - a.score)
    .map(({ client }) => client)

const archivedLast = (a: ClientHit, b: ClientHit): number =>
  Number(a.archivedAt !== null) - Number(b.archivedAt !== null)

const scoreOf = ({ key, externalId }: KnownClient, folded: string): number =>
  Math.max(matchScore(folded, key), externalId !== null && foldText(externalId).startsWith(folded) ? 400 : 0)

const findMembers = (
  members: readonly Member[],
  { folded, people }: { readonly folded: string; readonly people: boolean },
): SearchAnswer['members'] => {
  if (folded === '' && !people) return []
  return members
    .map((member) => ({ member, score: matchScore(folded, foldText(`${member.name ?? ''} ${member.email ?? ''}`)) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ member: { id, name = null, email = null, role = null } }) => ({ id, name, email, role }))
}
