/** Writing in a note as edits: what people write in one go is one row of the activity, however often it is saved. */
import * as Y from 'yjs'
import { findNote, noteChange } from '#domain/mutations/note-mutations.ts'
import { isArchived } from '#domain/mutations/archived-client.ts'
import type { RecordChange } from '#domain/document/record-change.ts'
import { noteDocument, type NoteRef } from '#domain/entities/note.ts'
import { err, ok, type Err } from '#domain/result.ts'
import type { NoteError } from '#api/errors/note-errors.ts'
import type { Actor, Edit } from './edit.ts'
import type { Log } from './open-log.ts'

/** Minutes without a change after which writing on is a new session. */
const sessionMinutes = 10
const minuteMs = 60_000

const noteLimits = { update: 1024 * 1024, document: 8 * 1024 * 1024 } as const

export type TextUpdate = { readonly note: NoteRef; readonly update: Uint8Array }

/** The name that stands in the activity. */
const writeNote = 'note.write'

export const editThatWrites = (log: Log, { note, update }: TextUpdate, actor: Actor): Edit => ({
  name: writeNote,
  actor,
  plan: (context) => {
    if (isArchived(context)) return err({ type: 'ClientArchived' })
    const found = findNote(context, note)
    if (!found.ok) return found
    const full = findFull(log, { note, update })
    if (full !== undefined) return full
    const { now } = context
    const session = currentSession(log, note, { actor, now })
    const isStampOld = session === undefined || now >= minutesAfter(session.stampedAt, 1)
    const stamp = isStampOld ? { editedAt: now, editedBy: actor.memberId } : {}
    return ok([{ ...noteChange(note, {}), text: { update, stamp, row: session?.row } }])
  },
})

const currentSession = (log: Log, note: NoteRef, { actor, now }: { readonly actor: Actor; readonly now: string }) => {
  const session = log.writing.get(noteDocument(note))
  const goesOn = session?.memberId === actor.memberId && now < minutesAfter(session.changedAt, sessionMinutes)
  return goesOn ? session : undefined
}

const minutesAfter = (at: string, minutes: number): string =>
  new Date(new Date(at).getTime() + minutes * minuteMs).toISOString()

/** What only deletes is always taken, else a full note could never become smaller. */
const findFull = (log: Log, { note, update }: TextUpdate): Err<NoteError> | undefined => {
  if (update.length > noteLimits.update) return err({ type: 'NoteUpdateTooLarge', limit: noteLimits.update })
  const loaded = log.documents.load(noteDocument(note))
  if (loaded.bytes + update.length <= noteLimits.document) return undefined
  loaded.bytes = Y.encodeStateAsUpdate(loaded.doc).length
  if (loaded.bytes + update.length <= noteLimits.document || onlyDeletes(update)) return undefined
  return err({ type: 'NoteFull', limit: noteLimits.document })
}

const onlyDeletes = (update: Uint8Array): boolean => {
  try {
    return Y.decodeUpdate(update).structs.length === 0
  } catch {
    return false
  }
}

type Written = { readonly change: RecordChange; readonly at: string; readonly row: string }

/** After a change was applied, in its transaction: the next one may belong to the same session. */
export const rememberWriting = (log: Log, { actor }: Edit, { change: { document, text }, at, row }: Written): void => {
  if (text === undefined || text === 'erase') return
  const before = text.row === undefined ? undefined : log.writing.get(document)
  const isStamped = Object.keys(text.stamp).length > 0
  log.writing.set(document, {
    memberId: actor.memberId,
    row: text.row ?? row,
    changedAt: at,
    stampedAt: isStamped ? at : (before?.stampedAt ?? at),
  })
}
