/** The Yjs documents of one file, loaded from snapshot and log when they are needed to edit or merge. */
import * as Y from 'yjs'
import { noteText, textKeyOf } from '#domain/document/note-text.ts'
import { recordCells } from '#domain/document/record-cells.ts'
import type { LogStatements } from './log-statements.ts'

export type LoadedDocument = {
  readonly name: string
  readonly doc: Y.Doc
  readonly epoch: number
  /** Sequence of the newest update in the log. */
  lastSeq: number
  /** Updates and bytes behind the snapshot: what compaction would fold. */
  tailRows: number
  tailBytes: number
  /** No more than the document takes: what has been overwritten since it was loaded counts too. */
  bytes: number
  /** Runs a change and returns what it did: the update that Yjs made (none for a change without effect) and the touched keys. */
  capture(change: () => void): Captured
  /** Inside `capture`: the document must stay as it is, whatever else is loaded. */
  isChanging(): boolean
}

export type Captured = { readonly update: Uint8Array | undefined; readonly changedKeys: ReadonlySet<string> }

export type LogDocuments = {
  load(name: string): LoadedDocument
  /** After a failed commit memory is ahead of the disk: forget, and load again when needed. */
  forget(): void
  loaded(): readonly LoadedDocument[]
}

/** Loaded documents kept per file: 50–100 KB each. */
const mostLoaded = 32

export const createLogDocuments = (statements: LogStatements): LogDocuments => {
  const byName = new Map<string, LoadedDocument>()
  return {
    load(name) {
      const known = byName.get(name)
      if (known !== undefined) {
        byName.delete(name)
        byName.set(name, known)
        return known
      }
      const loaded = loadDocument(statements, name)
      byName.set(name, loaded)
      const oldest = byName.size > mostLoaded ? [...byName.values()].find((one) => !one.isChanging()) : undefined
      if (oldest !== undefined && oldest !== loaded) dropDocument(byName, oldest.name)
      return loaded
    },
    forget() {
      for (const name of [...byName.keys()]) dropDocument(byName, name)
    },
    loaded: () => [...byName.values()],
  }
}

/** A document as the log has it, on its own: a rebuild reads from here, never from what an edit holds in memory. */
export const loadDocument = (statements: LogStatements, name: string): LoadedDocument => {
  const snapshot = statements.getSnapshot.get(name) as SnapshotRow | undefined
  const updates = statements.listUpdates.all(name, snapshot?.throughSeq ?? 0) as readonly UpdateRow[]
  const doc = new Y.Doc()
  doc.transact(() => {
    if (snapshot !== undefined) Y.applyUpdate(doc, snapshot.state)
    for (const { payload } of updates) Y.applyUpdate(doc, payload)
  }, 'load')
  return {
    name,
    doc,
    epoch: snapshot?.epoch ?? 1,
    lastSeq: updates.at(-1)?.seq ?? snapshot?.throughSeq ?? 0,
    tailRows: updates.length,
    tailBytes: updates.reduce((bytes, { payload }) => bytes + payload.length, 0),
    bytes: (snapshot?.state.length ?? 0) + updates.reduce((bytes, { payload }) => bytes + payload.length, 0),
    ...captureOn(name, doc),
  }
}

/** Names of all documents that the log holds. */
export const documentNames = (database: {
  prepare(sql: string): { pluck(): { all(): unknown[] } }
}): readonly string[] =>
  database
    .prepare('SELECT document FROM doc_snapshot UNION SELECT DISTINCT document FROM doc_update ORDER BY document')
    .pluck()
    .all() as string[]

const captureOn = (name: string, doc: Y.Doc): Pick<LoadedDocument, 'capture' | 'isChanging'> => {
  let updates: Uint8Array[] = []
  let changedKeys = new Set<string>()
  let changing = false
  doc.on('update', (update: Uint8Array) => updates.push(update))
  recordCells(doc).observe((event) => (event.keysChanged as ReadonlySet<string>).forEach((key) => changedKeys.add(key)))
  const textKey = textKeyOf(name)
  if (textKey !== undefined) noteText(doc).observeDeep(() => changedKeys.add(textKey))
  return {
    capture(change) {
      updates = []
      changedKeys = new Set()
      changing = true
      try {
        change()
      } finally {
        changing = false
      }
      return { update: updates.length > 1 ? Y.mergeUpdates(updates) : updates[0], changedKeys }
    },
    isChanging: () => changing,
  }
}

const dropDocument = (byName: Map<string, LoadedDocument>, name: string): void => {
  byName.get(name)?.doc.destroy()
  byName.delete(name)
}

type SnapshotRow = { readonly epoch: number; readonly throughSeq: number; readonly state: Uint8Array }
type UpdateRow = { readonly seq: number; readonly payload: Uint8Array }
