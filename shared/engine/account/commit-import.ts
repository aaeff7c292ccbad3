/**
 * Carries a planned import out: clients that are there are updated first, then all new ones are made, and one commit of
 * the portfolio decides that it is done. Until then a cancel, or the start after a kill, takes its updates back.
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
import { editFromMutation, editOfSeveral, type Actor, type Edit, type EditMark } from '../log/edit.ts'
import type { Log } from '../log/open-log.ts'
import { listContacts } from '../tenant/list-contacts.ts'
import { beginChangeSet, type NewChangeSet } from './begin-change-set.ts'
import { changeMany, type ChangeManyParts } from './change-many.ts'
import { createTenants, type TenantDraft } from './create-tenants.ts'
import { editsOfDraft, wordsOfEditError } from './import-clients.ts'
import { hasChanged, orTakeBack } from './undo-changes.ts'

export type ImportParts = {
  readonly open: ChangeManyParts
  readonly batches: OneAtATime
  readonly changeSet: NewChangeSet
}

export const commitImport = (
  options: ImportParts,
  rows: readonly PlannedRow[],
  control: JobControl,
): Promise<Result<ImportOutcome, EngineError>> =>
  orTakeBack(options.open, options.changeSet.id, () => importRows(options, rows, control))

const importRows = async (
  { open, batches, changeSet }: ImportParts,
  rows: readonly PlannedRow[],
  control: JobControl,
): Promise<Result<ImportOutcome, EngineError>> => {
  const fresh = await draftsOf(open, rows)
  const mark = beginChangeSet(open.parts, changeSet)
  const updates = await updateClients(open, { rows, mark }, control)
  const { id } = changeSet
  const { signal, report } = control
  const created = signal.aborted
    ? err({ type: 'Cancelled' } as const)
    : await batches.run(() =>
        createTenants(open.parts, fresh.drafts, { signal, report, changeSet: { id, unchanged: updates.unchanged } }),
      )
  if (!created.ok) return created
  const refused = [...refusedOf(rows), ...fresh.refused, ...updates.refused]
  return ok({
    added: fresh.drafts.length,
    updated: updates.changed,
    unchanged: countOf(rows, 'unchanged') + updates.unchanged.length - updates.refused.length,
    skipped: countOf(rows, 'skip'),
    refused: refused.toSorted((a, b) => a.line - b.line),
  })
}

type RefusedLine = ImportOutcome['refused'][number]

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
  readonly changed: number
  /** Those that were refused, too. */
  readonly unchanged: readonly string[]
  readonly refused: readonly RefusedLine[]
}

const updateClients = async (
  open: ChangeManyParts,
  { rows, mark }: { readonly rows: readonly PlannedRow[]; readonly mark: EditMark },
  control: JobControl,
): Promise<Updates> => {
  const actor = open.parts.actor()
  const planned = rows.flatMap(({ fate, clientId, draft, line }) =>
    fate === 'update' && clientId !== undefined && draft !== undefined ? [{ clientId, draft, line }] : [],
  )
  const changes = planned.map(({ clientId, draft }) => ({
    clientId,
    edit: (log: Log) => ({ ...updateOf(draft, log, actor), mark }),
  }))
  const note = (ids: readonly string[]): void => open.parts.changeSets.noteClients(mark.changeSet, ids)
  const outcomes = await changeMany(open, { changes, note }, control)
  const changed = outcomes.filter(hasChanged)
  const refused = outcomes.flatMap(({ result }, index) =>
    result.ok ? [] : [{ line: planned[index]?.line ?? 0, reason: describeError(result.error).message }],
  )
  const unchanged = outcomes.flatMap((outcome) => (hasChanged(outcome) ? [] : [outcome.clientId]))
  return { changed: changed.length, refused, unchanged }
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
