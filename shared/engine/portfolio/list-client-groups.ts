/** The groups of the Clients list, counted over the read model. */
import type { ClientGroup, ClientGroupsQuery } from '#api/queries.ts'
import { attentionTiers } from '#domain/attention/attention-reasons.ts'
import type { EncryptedDatabase } from '../sqlite/open-encrypted-database.ts'
import { compileClientGroups } from './client-list-sql.ts'

export const listClientGroups = (database: EncryptedDatabase, query: ClientGroupsQuery): readonly ClientGroup[] => {
  const { sql, parameters } = compileClientGroups(query)
  const groups = database.prepare(sql).all(...parameters) as readonly StoredGroup[]
  return groups.map(({ value, ...rest }) => ({ ...rest, value: query.groupBy === 'attention' ? tierOf(value) : value }))
}

type StoredGroup = Omit<ClientGroup, 'value'> & { readonly value: string | null }

const tierOf = (rank: string | null): string => attentionTiers[Number(rank)] ?? 'none'
