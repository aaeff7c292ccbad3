/** The read model's columns as kysely sees them. */
import type { StoredClientRow } from './client-row-table.ts'

export type PortfolioSchema = {
  client_row: StoredClientRow & { readonly name_key: string; readonly attention_rank: number }
}
