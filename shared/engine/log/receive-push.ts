/** Takes in what another device of the team wrote: updates and the activity rows that travel with them. */
import * as Y from 'yjs'
import type { ActivityRow } from '#domain/document/activity-row.ts'
import { activityValues, appendUpdate, chainHash, projectTouched, type Update } from './commit-edits.ts'
import type { LoadedDocument } from './log-documents.ts'
import type { Log } from './open-log.ts'

export type Push = {
  readonly device: string
  readonly updates: readonly { readonly document: string; readonly payload: Uint8Array }[]
  readonly activity: readonly { readonly row: ActivityRow; readonly hash: Uint8Array }[]
}

/** One transaction; the same push twice changes nothing. Throws what SQLite throws, and then nothing was taken. */
export const receivePush = (log: Log, push: Push): void => {
  const { begin, commit, rollback } = log.statements
  begin.run()
  try {
    for (const { document, payload } of push.updates)
      takeUpdate(log, log.documents.load(document), { payload, device: push.device })
    for (const { row, hash } of push.activity) takeActivity(log, row, hash)
    commit.run()
  } catch (error) {
    if (log.database.inTransaction) rollback.run()
    log.reload()
    throw error
  }
}

/** An update that waits for one that has not arrived yet changes nothing to see, but must be kept like any other. */
const takeUpdate = (log: Log, loaded: LoadedDocument, update: Update): void => {
  const waitingBefore = waitingParts(loaded.doc)
  const captured = loaded.capture(() => Y.applyUpdate(loaded.doc, update.payload, 'remote'))
  const isKnown = captured.update === undefined && isSame(waitingBefore, waitingParts(loaded.doc))
  if (isKnown) return
  appendUpdate(log, loaded, update)
  projectTouched(log, loaded, captured.changedKeys)
}

const waitingParts = ({ store }: Y.Doc): readonly (Uint8Array | undefined)[] => [
  store.pendingStructs?.update,
  store.pendingDs ?? undefined,
]

const isSame = (before: readonly (Uint8Array | undefined)[], after: readonly (Uint8Array | undefined)[]): boolean =>
  before.every((part, index) => Buffer.compare(part ?? noBytes, after[index] ?? noBytes) === 0)

const noBytes = new Uint8Array()

/** Nobody else speaks for this device: a row under its name would take the place of its own next one. */
const takeActivity = ({ head, statements }: Log, row: ActivityRow, hash: Uint8Array): void => {
  if (row.device !== head.device) statements.takeActivity.run(...activityValues(row, hash))
}

/**
 * What this device wrote in this file, as a push: for a server, a hand-over, or another device in a test. Updates that
 * compaction has folded travel inside the document's snapshot, with what others wrote.
 */
export const ownPush = (log: Log, afterDeviceSeq = 0): Push => ({
  device: log.head.device,
  updates: log.database
    .prepare(
      `SELECT document, state AS payload, 0 AS seq FROM doc_snapshot
       UNION ALL SELECT document, payload, seq FROM doc_update WHERE device = ? ORDER BY document, seq`,
    )
    .all(log.head.device) as Push['updates'],
  activity: (
    log.database
      .prepare('SELECT * FROM activity WHERE device = ? AND device_seq > ? ORDER BY device_seq')
      .all(log.head.device, afterDeviceSeq) as readonly StoredActivity[]
  ).map((stored) => ({ row: toActivityRow(stored), hash: stored.hash })),
})

export type StoredActivity = {
  readonly device: string
  readonly device_seq: number
  readonly edit: number
  readonly at: string
  readonly server_at: string | null
  readonly member: string
  readonly mutation: string
  readonly document: string
  readonly entity: string
  readonly record: string
  readonly field: string
  readonly value_from: string
  readonly value_to: string
  readonly base: string | null
  readonly hash: Buffer
}

export const toActivityRow = (stored: StoredActivity): ActivityRow => ({
  device: stored.device,
  deviceSeq: stored.device_seq,
  edit: stored.edit,
  at: stored.at,
  member: stored.member,
  mutation: stored.mutation,
  document: stored.document,
  entity: stored.entity,
  record: stored.record,
  field: stored.field,
  from: JSON.parse(stored.value_from) as ActivityRow['from'],
  to: JSON.parse(stored.value_to) as ActivityRow['to'],
  base: stored.base,
})

/** True when the row's stored hash follows from the hash before it. */
export const followsInChain = (previousHash: string, stored: StoredActivity): boolean =>
  chainHash(previousHash, toActivityRow(stored)).equals(stored.hash)
