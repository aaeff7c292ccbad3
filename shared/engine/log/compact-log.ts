/** Folds a long tail of updates into the snapshot, in a worker, so that opening a document stays quick. */
import type { Result } from '#domain/result.ts'
import type { LoadedDocument } from './log-documents.ts'
import type { Log } from './open-log.ts'

/** Done in a worker. Refused when the updates do not add up to a whole document; then the log stays as it is. */
export type CompactDocument = (log: {
  readonly snapshot?: Uint8Array
  readonly updates: readonly Uint8Array[]
}) => Promise<Result<{ readonly state: Uint8Array }, { readonly type: string }>>

/** Updates or bytes behind the snapshot from which a document is compacted. */
export const longTail = { rows: 500, bytes: 262_144 }

const underWay = new WeakMap<Log, Set<string>>()
/** Rows that a document's tail must have before the next try, after one that failed. */
const patience = new WeakMap<LoadedDocument, number>()

/** Compacts every loaded document of the file whose tail has grown long. One that fails keeps its log and is tried again later. */
export const compactLongTails = async (log: Log, compact: CompactDocument): Promise<void> => {
  const busy = underWay.get(log) ?? new Set<string>()
  underWay.set(log, busy)
  const isLong = (loaded: LoadedDocument): boolean =>
    !busy.has(loaded.name) &&
    (loaded.tailRows >= longTail.rows || loaded.tailBytes >= longTail.bytes) &&
    loaded.tailRows >= (patience.get(loaded) ?? 0)
  const long = log.documents.loaded().filter(isLong)
  for (const loaded of long) {
    busy.add(loaded.name)
    try {
      await compactDocument(log, loaded, compact)
    } catch {
      // The log is whole without the snapshot, whatever failed (a full disk, a closed file): tried again when as much has come.
      patience.set(loaded, loaded.tailRows + longTail.rows)
    } finally {
      busy.delete(loaded.name)
    }
  }
}

export const compactDocument = async (log: Log, loaded: LoadedDocument, compact: CompactDocument): Promise<void> => {
  const { name, lastSeq: throughSeq, epoch } = loaded
  const snapshot = log.statements.getSnapshot.get(name) as
    | { readonly throughSeq: number; readonly state: Uint8Array }
    | undefined
  const updates = log.statements.listUpdates.all(name, snapshot?.throughSeq ?? 0) as readonly {
    readonly payload: Uint8Array
  }[]
  const compacted = await compact({
    ...(snapshot && { snapshot: snapshot.state }),
    updates: updates.map(({ payload }) => payload),
  })
  if (!compacted.ok) throw new Error(`the document ${name} cannot be compacted: ${compacted.error.type}`)
  if (!log.database.open) return
  saveSnapshot(log, { name, epoch, throughSeq, state: compacted.value.state })
  forgetTail(log, name, updates)
}

/** On the document as it is loaded by now, which may be another object than before. */
const forgetTail = (log: Log, name: string, updates: readonly { readonly payload: Uint8Array }[]): void => {
  const loaded = log.documents.loaded().find((one) => one.name === name)
  if (loaded === undefined) return
  loaded.tailRows -= updates.length
  loaded.tailBytes -= updates.reduce((bytes, { payload }) => bytes + payload.length, 0)
}

type Snapshot = {
  readonly name: string
  readonly epoch: number
  readonly throughSeq: number
  readonly state: Uint8Array
}

/** Updates that no server has seen are sent by state vector from now on: sequence 0 in the outbox. */
const saveSnapshot = ({ database, statements }: Log, { name, epoch, throughSeq, state }: Snapshot): void => {
  database
    .transaction(() => {
      database
        .prepare('INSERT OR REPLACE INTO doc_snapshot (document, epoch, through_seq, state) VALUES (?, ?, ?, ?)')
        .run(name, epoch, throughSeq, state)
      database.prepare('DELETE FROM doc_update WHERE document = ? AND seq <= ?').run(name, throughSeq)
      const unsent = database.prepare('DELETE FROM outbox WHERE document = ? AND seq <= ?').run(name, throughSeq)
      if (unsent.changes > 0) statements.insertOutbox.run(name, 0)
    })
    .immediate()
}
