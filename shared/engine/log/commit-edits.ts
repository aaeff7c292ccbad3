/**
 * The write path: plan → Yjs → projection rows → activity rows → outbox, and one COMMIT for all edits of a turn. There
 * is no await between BEGIN and COMMIT.
 */
import { hash } from 'node:crypto'
import { v5 as uuidv5 } from 'uuid'
import { activityRowId, chainText, type ActivityRow } from '#domain/document/activity-row.ts'
import { documentKind, documentSpace, type DocumentName } from '#domain/document/document-name.ts'
import { recordsOf, projectRecord, touchedRecords } from '#domain/projection/project-record.ts'
import {
  applyRecordChanges,
  readRecord,
  requireEntity,
  type FieldChange,
  type RecordChange,
} from '#domain/document/record-change.ts'
import type { MutationContext } from '#domain/mutations/mutation.ts'
import { can } from '#domain/permissions/can.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { writeChangeMark } from './change-marks.ts'
import { daysBefore } from './days-before.ts'
import type { Actor, Edit, EditError } from './edit.ts'
import { documentNames, type LoadedDocument } from './log-documents.ts'
import type { Log } from './open-log.ts'
import { rememberWriting } from './writing-sessions.ts'

export type EditAck = {
  readonly changes: readonly FieldChange[]
  /** The activity rows of this edit; `rows` is 0 when nothing was different. */
  readonly device: string
  readonly edit: number
  readonly rows: number
  readonly at: string
  /** More text in a writing session: it changed no record and has no activity row. */
  readonly quiet: boolean
}

export type EditOutcome = Result<EditAck, EditError>

/** Commits the edits together. Throws what SQLite throws; then nothing of them is in the file or in memory. */
export const commitEdits = (log: Log, edits: readonly Edit[]): readonly EditOutcome[] => {
  const { begin, commit, rollback } = log.statements
  begin.run()
  try {
    const touched: TouchedKeys = new Map()
    const outcomes = applyEdits(log, edits, touched)
    for (const [name, changedKeys] of touched) projectTouched(log, log.documents.load(name), changedKeys)
    commit.run()
    return outcomes
  } catch (error) {
    if (log.database.inTransaction) rollback.run()
    log.reload()
    throw error
  }
}

/** Keys that this transaction changed, by document: a record that fifty edits touched is projected once. */
type TouchedKeys = Map<string, Set<string>>

/**
 * Edits that follow each other in the same documents share one transaction of Yjs and one update a document: the end of
 * a Yjs transaction and the rows of an update cost more than the change itself.
 */
const applyEdits = (log: Log, edits: readonly Edit[], touched: TouchedKeys): readonly EditOutcome[] => {
  const outcomes: EditOutcome[] = []
  const upcoming = edits.values()
  const planNext = (): PlannedEdit | undefined => {
    for (let one = upcoming.next(); one.done !== true; one = upcoming.next()) {
      const planned = planEdit(log, one.value)
      if (planned.ok) return planned.value
      outcomes.push(planned)
    }
    return undefined
  }
  const changeDocuments = ([name, ...others]: readonly string[], work: () => void): void => {
    if (name === undefined) work()
    else changeDocument(log, name, { touched, work: () => changeDocuments(others, work) })
  }
  let planned = planNext()
  while (planned !== undefined) {
    let next: PlannedEdit | undefined = planned
    const documents = documentsOf(planned)
    changeDocuments(documents, () => {
      for (; next !== undefined && isSame(documentsOf(next), documents); next = planNext())
        outcomes.push(applyEdit(log, next))
    })
    planned = next
  }
  return outcomes
}

type PlannedEdit = { readonly edit: Edit; readonly at: string; readonly changes: readonly RecordChange[] }

const planEdit = (log: Log, edit: Edit): Result<PlannedEdit, EditError> => {
  const now = new Date(log.clock.now()).toISOString()
  const at = now > log.head.at ? now : log.head.at
  const planned = edit.plan(mutationContext(log, at, edit.actor))
  if (!planned.ok) return planned
  const refused = planned.value.find(({ document }) => !mayWrite(log, edit, document))
  if (refused !== undefined) return err({ type: 'NotPermitted', role: edit.actor.role, what: refused.document })
  return ok({ edit, at, changes: planned.value })
}

const documentsOf = ({ changes }: PlannedEdit): readonly string[] => [
  ...new Set(changes.map(({ document }) => document)),
]

const isSame = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((name, index) => name === right[index])

/** Throws for a document that does not belong in this file: a bug of the caller. */
const mayWrite = (log: Log, { name, actor }: Edit, document: string): boolean => {
  const kind = documentKind(document)
  if (kind === undefined || documentSpace(kind) !== log.space)
    throw new Error(`${name} writes ${document} in a ${log.space} file`)
  return can(actor.role, { write: kind })
}

type Change = { readonly touched: TouchedKeys; readonly work: () => void }

const changeDocument = (log: Log, name: string, { touched, work }: Change): void => {
  const loaded = log.documents.load(name)
  const { update, changedKeys } = loaded.capture(() => loaded.doc.transact(work, 'local'))
  if (update !== undefined) appendUpdate(log, loaded, { payload: update, device: log.head.device })
  touched.set(name, addAll(touched.get(name) ?? new Set(), changedKeys))
}

const addAll = (keys: Set<string>, more: ReadonlySet<string>): Set<string> => {
  for (const key of more) keys.add(key)
  return keys
}

/** Inside the transactions of its documents. */
const applyEdit = (log: Log, { edit, at, changes: wanted }: PlannedEdit): EditOutcome => {
  const edited = log.head.deviceSeq + 1
  let row = log.head.deviceSeq
  const nextRow = () => activityRowId(log.head.device, ++row)
  const changes = [...Map.groupBy(wanted, ({ document }) => document)].flatMap(([name, wantedThere]) =>
    applyRecordChanges(log.documents.load(name).doc, wantedThere, nextRow),
  )
  for (const change of wanted) rememberWriting(log, edit, { change, at, row: activityRowId(log.head.device, edited) })
  for (const change of changes)
    appendOwnActivity(log, { ...change, edit: edited, at, member: edit.actor.memberId, mutation: edit.name })
  if (edit.mark !== undefined)
    writeChangeMark(log, edit.mark, { device: log.head.device, edit: edited, rows: changes.length })
  const quiet = changes.length === 0 && wanted.some(({ text }) => text !== undefined)
  return ok({ changes, device: log.head.device, edit: edited, rows: changes.length, at, quiet })
}

export type Update = { readonly payload: Uint8Array; readonly device: string }

/** Adds an update to the log and, when this device made it, to the outbox. */
export const appendUpdate = (log: Log, loaded: LoadedDocument, { payload, device }: Update): void => {
  loaded.lastSeq += 1
  loaded.tailRows += 1
  loaded.tailBytes += payload.length
  loaded.bytes += payload.length
  log.statements.insertUpdate.run(loaded.name, loaded.lastSeq, loaded.epoch, device, payload)
  if (device === log.head.device) log.statements.insertOutbox.run(loaded.name, loaded.lastSeq)
}

/** Re-reads every touched record from the document: patching fields from events would fail after some merges. */
export const projectTouched = (log: Log, loaded: LoadedDocument, changedKeys: Iterable<string>): void => {
  for (const { entity: name, id } of touchedRecords(loaded.name, changedKeys)) {
    const projection = log.statements.projections.get(name)
    if (projection === undefined) continue
    const row = projectRecord(loaded.doc, requireEntity(name), id)
    if (row === undefined) projection.remove.run(id)
    else projection.upsert.run(...row)
  }
}

type OwnRow = Omit<ActivityRow, 'device' | 'deviceSeq' | 'record'> & { readonly id: string }

const appendOwnActivity = ({ head, statements }: Log, { id, ...fields }: OwnRow): void => {
  const row = { ...fields, record: id, device: head.device, deviceSeq: head.deviceSeq + 1 }
  const digest = chainHash(head.hash, row)
  statements.insertActivity.run(...activityValues(row, digest))
  head.deviceSeq = row.deviceSeq
  head.hash = digest.toString('hex')
  head.at = row.at
}

export const chainHash = (previousHash: string, row: ActivityRow): Buffer =>
  hash('sha256', chainText(previousHash, row), 'buffer')

/** In the order of the statements that insert a row. */
export const activityValues = (row: ActivityRow, digest: Uint8Array): readonly unknown[] => [
  row.device,
  row.deviceSeq,
  row.edit,
  row.at,
  row.member,
  row.mutation,
  row.document,
  row.entity,
  row.record,
  row.field,
  JSON.stringify(row.from),
  JSON.stringify(row.to),
  row.base,
  digest,
]

const mutationContext = (
  { database, documents, random, spaceId }: Log,
  now: string,
  actor: Actor,
): MutationContext => ({
  now,
  spaceId,
  ...actor,
  daysAgo: (days) => daysBefore(now, days),
  freshId: () => random.id(),
  derivedId: (cause) => uuidv5(cause, spaceId),
  find: (document, entity, id) => readRecord(documents.load(document).doc, requireEntity(entity), id),
  documents: (kind) => documentNames(database).filter((name): name is DocumentName => documentKind(name) === kind),
  list: (document, entity) => {
    const { doc } = documents.load(document)
    return recordsOf(document, doc).flatMap((ref) => {
      const record = ref.entity === entity ? readRecord(doc, requireEntity(entity), ref.id) : undefined
      return record === undefined ? [] : [record]
    })
  },
})
