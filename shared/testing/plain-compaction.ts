/** Compaction without its worker thread: the same sum of updates, in the same turn. */
import * as Y from 'yjs'
import type { CompactDocument } from '#engine/log/compact-log.ts'

export const plainCompaction: CompactDocument = ({ snapshot, updates }) => {
  const doc = new Y.Doc()
  doc.transact(() => {
    if (snapshot !== undefined) Y.applyUpdate(doc, snapshot)
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  if (doc.store.pendingStructs !== null) return Promise.reject(new Error('an update is still to come'))
  return Promise.resolve({ state: Y.encodeStateAsUpdate(doc) })
}
