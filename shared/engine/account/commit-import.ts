/**
 * Carries a planned import out: clients that are there are updated first, then all new ones are made, all or none. A
 * cancelled import takes its updates back, so that it is either done or not.
 */
import type { ImportOutcome } from '#api/client-import.ts'
import { describeError, type EngineError } from '#api/errors.ts'
import { foldName } from '#domain/catalog/fold-name.ts'
import type { ClientDraft } from '#domain/catalog/read-client-row.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { PlannedRow } from '../imports/plan-import-rows.ts'
import { createGiveWay } from '../jobs/give-way.ts'
import type { JobControl } from '../jobs/job-board.ts'
import type { OneAtATime } from '../jobs/one-at-a-time.ts'
import { editFromMutation, editOfSeveral, type Actor, type Edit } from '../log/edit.ts'
import type { Log } from '../log/open-log.ts'
import { listContacts } from '../tenant/list-contacts.ts'
import { changeMany, type ChangeManyParts } from './change-many.ts'
import type { ChangeTrace } from './change-traces.ts'
import { createTenants, type TenantDraft } from './create-tenants.ts'
import { editsOfDraft, wordsOfEditError } from './import-clients.ts'
import { undoChanges } from './undo-changes.ts'

export type CommittedImport = { readonly outcome: ImportOutcome; readonly trace: ChangeTrace }

type Batched = { readonly open: ChangeManyParts; readonly batches: OneAtATime }

export const commitImport = async (
  { open, batches }: Batched,
  rows: readonly PlannedRow[],
  control: JobControl,
): Promise<Result<CommittedImport, EngineError>> => {
  const fresh = await draftsOf(open, rows)
  const updates = await updateClients(open, rows, control)
  const created = control.signal.aborted
    ? err({ type: 'Cancelled' } as const)
    : await batches.run(() => createTenants(open.parts, fresh.drafts, control))
  if (!created.ok) {
    await undoChanges(open, { created: [], edited: updates.edited }, neverCancelled)
    return created
  }
  const trace = {
    created: fresh.drafts.flatMap(({ tenantId }) => {
      const head = open.parts.tenants.findTenant(tenantId)?.head
      return head === undefined ? [] : [{ clientId: tenantId, head }]
    }),
    edited: updates.edited,
  }
  const refused = [...refusedOf(rows), ...fresh.refused, ...updates.refused]
  return ok({
    trace,
    outcome: {
      added: fresh.drafts.length,
      updated: updates.edited.length,
      unchanged: countOf(rows, 'unchanged') + updates.unchanged,
      skipped: countOf(rows, 'skip'),
      refused: refused.toSorted((a, b) => a.line - b.line),
    },
  })
}

type RefusedLine = ImportOutcome['refused'][number]

const neverCancelled: JobControl = { signal: new AbortController().signal, report: () => undefined }

const countOf = (rows: readonly PlannedRow[], fate: PlannedRow['fate']): number =>
  rows.reduce((count, row) => count + (row.fate === fate ? 1 : 0), 0)

const refusedOf = (rows: readonly PlannedRow[]): readonly RefusedLine[] =>
  rows.flatMap(({ fate, line, reason = '' }) => (fate === 'refuse' ? [{ line, reason }] : []))

const draftsOf = async (
  { parts }: ChangeManyParts,
  rows: readonly PlannedRow[],
): Promise<{ readonly drafts: readonly TenantDraft[]; readonly refused: readonly RefusedLine[] }> => {
  const drafts: TenantDraft[] = []
  const refused: RefusedLine[] = []
  const giveWay = createGiveWay()
  for (const { fate, draft, line } of rows) {
    if (fate !== 'add' || draft === undefined) continue
    const edits = editsOfDraft(draft, parts.actor())
    if (edits.ok) drafts.push({ tenantId: parts.ports.random.id(), edits: edits.value })
    else refused.push({ line, reason: wordsOfEditError(edits.error) })
    await giveWay()
  }
  return { drafts, refused }
}

type Updates = {
  readonly edited: ChangeTrace['edited']
  readonly unchanged: number
  readonly refused: readonly RefusedLine[]
}

const updateClients = async (
  open: ChangeManyParts,
  rows: readonly PlannedRow[],
  control: JobControl,
): Promise<Updates> => {
  const actor = open.parts.actor()
  const planned = rows.flatMap(({ fate, clientId, draft, line }) =>
    fate === 'update' && clientId !== undefined && draft !== undefined ? [{ clientId, draft, line }] : [],
  )
  const outcomes = await changeMany(
    open,
    planned.map(({ clientId, draft }) => ({ clientId, edit: (log) => updateOf(draft, log, actor) })),
    control,
  )
  const edited = outcomes.flatMap(({ clientId, result }) =>
    result.ok && result.value.rows > 0 ? [{ clientId, ref: result.value }] : [],
  )
  const refused = outcomes.flatMap(({ result }, index) =>
    result.ok ? [] : [{ line: planned[index]?.line ?? 0, reason: describeError(result.error).message }],
  )
  return { edited, refused, unchanged: outcomes.length - edited.length - refused.length }
}

/** What the row gives replaces what is there; tags and the contact are added. One edit, so that it is undone as one. */
const updateOf = (draft: ClientDraft, log: Log, actor: Actor): Edit => {
  const { contactName, contactEmail, tags = [], ...fields } = draft
  const contact = { name: contactName ?? contactEmail, email: contactEmail }
  const edits = [
    editFromMutation('client.update', fields, actor),
    ...tags.map((label) => editFromMutation('client.tag', { label }, actor)),
    ...(contact.name === undefined || hasContact(log, contact)
      ? []
      : [editFromMutation('contact.add', contact, actor)]),
  ]
  return editOfSeveral('client.update', edits, actor)
}

const hasContact = (log: Log, wanted: { readonly name?: string | undefined; readonly email?: string | undefined }) =>
  listContacts(log).some(
    ({ name, email }) =>
      (wanted.email !== undefined && email?.toLowerCase() === wanted.email.toLowerCase()) ||
      (wanted.name !== undefined && foldName(name ?? '') === foldName(wanted.name)),
  )
