/** The table's sort as the engine takes it: columns that can be sorted bear the engine's sort keys. */
import type { ClientSortKey } from '#api/queries.ts'
import type { SortRule } from '#renderer/components/table/table-columns.ts'
import type { ClientFilter } from './clients-query.ts'

export const sortOfRules = (rules: readonly SortRule[]): NonNullable<ClientFilter['sort']> =>
  rules.map(({ id, direction }) => ({ by: id as ClientSortKey, direction }))
