/** Takes in what another device of the team wrote: updates and the activity rows that travel with them. */
import * as Y from 'yjs'
import type { ActivityRow } from '#domain/document/activity-row.ts'
import { appendUpdate, chainHash, insertActivity, projectTouched } from './commit-edits.ts'
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
    for (const { document, payload } of push.updates) {
      const loaded = log.documents.load(document)
      const captured = loaded.capture(() => Y.applyUpdate(loaded.doc, payload, 'remote'))
      appendUpdate(log, loaded, payload, push.device)
      projectTouched(log, loaded, captured)
    }
    for (const { row, hash } of push.activity) insertActivity(log.statements, row, hash)
    commit.run()
  } catch (error) {
    if (log.database.inTransaction) rollback.run()
    log.reload()
    throw error
  }
}

/** What this device wrote in this file, as a push: for a server, a hand-over, or another device in a test. */
export const ownPush = (log: Log, afterDeviceSeq = 0): Push => ({
  device: log.head.device,
  updates: log.database
    .prepare('SELECT document, payload FROM doc_update WHERE device = ? ORDER BY document, seq')
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
