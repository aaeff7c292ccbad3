/** Plans a held table against the clients that there are; the newest plan is kept until the mapping or a client changes. */
import type { ImportPlanQuery } from '#api/client-import.ts'
import type { EngineError } from '#api/errors.ts'
import type { ClientField, ColumnMap } from '#domain/catalog/client-columns.ts'
import { foldName } from '#domain/catalog/fold-name.ts'
import type { ClientDraft } from '#domain/catalog/read-client-row.ts'
import type { ClientRow } from '#domain/projection/client-row.ts'
import { err, type Result } from '#domain/result.ts'
import type { HeldTable } from '../imports/held-tables.ts'
import type { ExistingClient } from '../imports/known-clients.ts'
import { planImportRows, type PlannedRow } from '../imports/plan-import-rows.ts'
import type { AccountParts } from './account-parts.ts'

export type KeptPlan = {
  of(held: HeldTable, query: ImportPlanQuery): Promise<Result<readonly PlannedRow[], EngineError>>
  forget(): void
}

export const createKeptPlan = ({ parts }: { readonly parts: AccountParts }): KeptPlan => {
  const countChanges = parts.portfolio.database.prepare('SELECT total_changes()').pluck()
  let kept: { readonly key: string; readonly rows: ReturnType<KeptPlan['of']> } | undefined
  return {
    of(held, query) {
      const { name } = query.mapping
      if (name === undefined) return Promise.resolve(err({ type: 'ImportRefused', reason: noName }))
      const key = JSON.stringify([query, countChanges.get()])
      if (kept?.key !== key)
        kept = { key, rows: planAgainstClients(parts, held, { ...query, columns: { ...query.mapping, name } }) }
      return kept.rows
    },
    forget: () => (kept = undefined),
  }
}

const noName = 'No column is the client name yet. Nothing was imported. Say which column holds it.'

const planAgainstClients = (
  parts: AccountParts,
  { table }: HeldTable,
  { columns, duplicates }: Pick<ImportPlanQuery, 'duplicates'> & { readonly columns: ColumnMap },
): Promise<Result<readonly PlannedRow[], EngineError>> =>
  planImportRows(table, {
    columns,
    duplicates,
    existing: listExistingClients(parts),
    differences: (clientId, draft) => {
      const row = parts.tenants.findRow(clientId)
      return row === undefined ? [] : fieldsThatDiffer(draft, row)
    },
  })

export const listExistingClients = ({ portfolio }: AccountParts): readonly ExistingClient[] =>
  (portfolio.database.prepare(selectIdentities).all() as readonly StoredIdentity[]).map(
    ({ externalId, isArchived, ...rest }) => ({
      ...rest,
      isArchived: isArchived === 1,
      ...(externalId === null ? {} : { externalId }),
    }),
  )

const selectIdentities =
  'SELECT id, name, external_id AS externalId, archived_at IS NOT NULL AS isArchived FROM client_row'
type StoredIdentity = {
  readonly id: string
  readonly name: string
  readonly externalId: string | null
  readonly isArchived: 0 | 1
}

const rowFields = [
  'name',
  'externalId',
  'status',
  'industry',
  'subIndustry',
  'employees',
  'location',
  'country',
] as const

/** Website and contact are in the client's file alone: they count as a change until it is opened. Tags are added, none is taken. */
const fieldsThatDiffer = (draft: ClientDraft, row: ClientRow): readonly ClientField[] => {
  const differing: ClientField[] = rowFields.filter(
    (field) => draft[field] !== undefined && draft[field] !== row[field],
  )
  const tags = new Set(row.tags.map(foldName))
  if (draft.tags?.some((tag) => !tags.has(foldName(tag))) === true) differing.push('tags')
  for (const field of ['website', 'contactName', 'contactEmail'] as const) {
    if (draft[field] !== undefined) differing.push(field)
  }
  return differing
}
