/** Which clients of a table can be taken and why the others cannot: new ones alone, as the command line imports. */
import type { ColumnMap } from '#domain/catalog/client-columns.ts'
import type { ClientDraft } from '#domain/catalog/read-client-row.ts'
import { ok, type Result } from '#domain/result.ts'

import type { ExistingClient } from './known-clients.ts'
import { planImportRows } from './plan-import-rows.ts'
import type { Table } from './table.ts'

export type ClientImportPlan = {
  readonly accepted: readonly { readonly line: number; readonly draft: ClientDraft }[]
  readonly refused: readonly RefusedRow[]
}

export type RefusedRow = { readonly line: number; readonly reason: string }

export type PlanOptions = {
  /** Names of fields to columns; see `mapClientColumns`. */
  readonly columns: ColumnMap
  readonly existing: readonly ExistingClient[]
  /** Called after each slice with the number of rows decided so far. */
  readonly onProgress?: (rows: number) => void
  readonly signal?: AbortSignal
}

export const planClientImport = async (
  table: Table,
  options: PlanOptions,
): Promise<Result<ClientImportPlan, { readonly type: 'Cancelled' }>> => {
  const planned = await planImportRows(table, { ...options, duplicates: 'skip' })
  if (!planned.ok) return planned
  const accepted: { line: number; draft: ClientDraft }[] = []
  const refused: RefusedRow[] = []
  for (const { line, draft, fate, reason = '' } of planned.value) {
    if (fate === 'add' && draft !== undefined) accepted.push({ line, draft })
    else refused.push({ line, reason })
  }
  return ok({ accepted, refused })
}
