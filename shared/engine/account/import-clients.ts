/** Brings clients in from a table: read, map the columns, decide row by row, then create them all or none. */
import type { ImportFile, ImportReport } from '#api/engine.ts'
import type { EngineError } from '#api/errors.ts'
import { firstRowIsData, mapClientColumns } from '#domain/catalog/client-columns.ts'
import type { ClientDraft } from '#domain/catalog/read-client-row.ts'
import { can } from '#domain/permissions/can.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { planClientImport } from '../imports/plan-client-import.ts'
import { readTable } from '../imports/read-table.ts'
import { tableWithoutHeadings, type Table } from '../imports/table.ts'
import { createGiveWay } from '../jobs/give-way.ts'
import type { JobControl } from '../jobs/job-board.ts'
import { editFromMutation, type Actor, type Edit, type EditError } from '../log/edit.ts'
import type { AccountParts } from './account-parts.ts'
import { createTenants, type TenantDraft } from './create-tenants.ts'
import { listExistingClients } from './plan-against-clients.ts'

export const canImportClients = ({ role }: Actor): Result<void, EngineError> =>
  can(role, { action: 'client.add' }) ? ok(undefined) : err({ type: 'NotPermitted', role, what: 'client.add' })

export const importClients = async (
  parts: AccountParts,
  file: ImportFile,
  control: JobControl,
): Promise<Result<ImportReport, EngineError>> => {
  const { signal } = control
  const table = await readTable({ bytes: file.bytes, header: file.header ?? true, signal })
  if (!table.ok)
    return err(
      table.error.type === 'Cancelled' ? { type: 'Cancelled' } : { type: 'ImportRefused', reason: table.error.message },
    )
  const mapped = mapTable(table.value, file.map)
  if (!mapped.ok) return mapped
  const existing = listExistingClients(parts)
  const plan = await planClientImport(mapped.value.table, { columns: mapped.value.columns, existing, signal })
  if (!plan.ok) return plan
  const refused = [...plan.value.refused]
  const drafts: TenantDraft[] = []
  const giveWay = createGiveWay()
  for (const { line, draft } of plan.value.accepted) {
    const edits = editsOfDraft(draft, parts.actor())
    if (edits.ok) drafts.push({ tenantId: parts.ports.random.id(), edits: edits.value })
    else refused.push({ line, reason: wordsOfEditError(edits.error) })
    await giveWay()
  }
  const created = await createTenants(parts, drafts, control)
  if (!created.ok) return created
  return ok({ accepted: drafts.length, refused: refused.toSorted((a, b) => a.line - b.line) })
}

type MappedTable = { readonly table: Table; readonly columns: Parameters<typeof planClientImport>[1]['columns'] }

const mapTable = (read: Table, map: string | undefined): Result<MappedTable, EngineError> => {
  const table = map !== undefined && firstRowIsData(read.headings, map) ? tableWithoutHeadings(read) : read
  const columns = mapClientColumns(table.headings, map)
  if (!columns.ok) return err({ type: 'ImportRefused', reason: columns.error.message })
  return ok({ table, columns: columns.value })
}

export const editsOfDraft = (draft: ClientDraft, actor: Actor): Result<readonly Edit[], EditError> => {
  const { contactName, contactEmail, status = 'client', tags, ...profile } = draft
  const created = editFromMutation('client.create', { ...profile, status, tags: tags ?? [] }, actor)
  if (!created.ok) return created
  if (contactName === undefined && contactEmail === undefined) return ok([created.value])
  const contact = editFromMutation('contact.add', { name: contactName ?? contactEmail, email: contactEmail }, actor)
  return contact.ok ? ok([created.value, contact.value]) : contact
}

export const wordsOfEditError = (error: EditError): string =>
  error.type === 'InvalidInput' ? error.issues.map(({ field, reason }) => `${field}: ${reason}`).join(' ') : error.type
