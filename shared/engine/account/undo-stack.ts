/** The edits of this session that can be undone, newest last. In memory: a new session begins with an empty one. */
import type { EditAck } from '../log/commit-edits.ts'
import type { EditRef } from '../log/undo-edit.ts'

export type UndoEntry = { readonly spaceId: string; readonly ref: EditRef }

export type UndoStack = {
  /** A new edit ends what could be redone. */
  recordEdit(spaceId: string, ack: EditAck): void
  recordUndone(entry: UndoEntry, ack: EditAck): void
  recordRedone(entry: UndoEntry, ack: EditAck): void
  newestEdit(): UndoEntry | undefined
  newestUndone(): UndoEntry | undefined
  /** Takes the entry away without doing it: somebody changed the value since. */
  drop(entry: UndoEntry): void
  /** Of a client that is gone. */
  dropSpace(spaceId: string): void
}

const deepest = 200

export const createUndoStack = (): UndoStack => {
  let done: UndoEntry[] = []
  let undone: UndoEntry[] = []
  const drop = (entry: UndoEntry): void => {
    done = done.filter((one) => one !== entry)
    undone = undone.filter((one) => one !== entry)
  }
  return {
    recordEdit(spaceId, ack) {
      if (ack.rows === 0) return
      done.push({ spaceId, ref: ack })
      if (done.length > deepest) done.shift()
      undone = []
    },
    recordUndone(entry, ack) {
      drop(entry)
      if (ack.rows > 0) undone = [...undone, { spaceId: entry.spaceId, ref: ack }]
    },
    recordRedone(entry, ack) {
      drop(entry)
      if (ack.rows > 0) done = [...done, { spaceId: entry.spaceId, ref: ack }]
    },
    newestEdit: () => done.at(-1),
    newestUndone: () => undone.at(-1),
    drop,
    dropSpace(spaceId) {
      done = done.filter((one) => one.spaceId !== spaceId)
      undone = undone.filter((one) => one.spaceId !== spaceId)
    },
  }
}
