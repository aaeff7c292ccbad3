/** Compaction without its worker thread: the same sum of updates, in the same turn. */
import * as Y from 'yjs'
import { err, ok } from '#domain/result.ts'
import type { CompactDocument } from '#engine/log/compact-log.ts'

export const plainCompaction: CompactDocument = ({ snapshot, updates }) => {
  const doc = new Y.Doc()
  doc.transact(() => {
    if (snapshot !== undefined) Y.applyUpdate(doc, snapshot)
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  if (doc.store.pendingStructs !== null) return Promise.resolve(err({ type: 'UpdatesMissing' }))
  return Promise.resolve(ok({ state: Y.encodeStateAsUpdate(doc) }))
}
