/** Notes of an unlocked account: their list, and the text as pages write it, side by side when several do. */
import * as Y from 'yjs'
import type { AccountNotes, NoteMessage, NoteReader } from '#api/notes.ts'
import type { EngineError } from '#api/errors.ts'
import { noteDocument, noteEntityOf, type NoteRef } from '#domain/entities/note.ts'
import { findNote } from '#domain/mutations/note-mutations.ts'
import { readRecord, requireEntity } from '#domain/document/record-change.ts'
import { can } from '#domain/permissions/can.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { editFromMutation } from '../log/edit.ts'
import type { Log } from '../log/open-log.ts'
import { editThatWrites } from '../log/writing-sessions.ts'
import { listNotes } from '../tenant/list-notes.ts'
import { commitTenantEdit, readTenant } from './tenant-access.ts'
import type { AccountParts } from './account-parts.ts'
import type { NoteFeed, Written } from './note-feed.ts'
import type { TenantHandles } from './tenant-handles.ts'

export type AccountNotesOptions = {
  readonly parts: AccountParts
  readonly handles: TenantHandles
  readonly feed: NoteFeed
}

export const createAccountNotes = ({ parts, handles, feed }: AccountNotesOptions): AccountNotes => {
  const tellListsOf = createSlowBell((clientId) =>
    parts.emit({ type: 'noteChanged', accountId: parts.accountId, clientId }),
  )
  const mayRead = ({ audience }: NoteRef): Result<void, EngineError> => {
    const { role } = parts.actor()
    const { kind } = noteEntityOf(audience)
    return can(role, { read: kind }) ? ok(undefined) : err({ type: 'NotPermitted', role, what: kind })
  }
  return {
    list: (clientId) => readTenant(handles, clientId, (log) => listNotes(log, parts.actor().role)),
    async create(clientId, note) {
      const edit = editFromMutation('note.create', note, parts.actor())
      if (!edit.ok) return edit
      // Not an edit that can be undone: what has been written in it by then would go with it.
      const created = await commitTenantEdit(handles, clientId, () => edit.value)
      if (!created.ok) return created
      return ok({ id: created.value.changes[0]?.id ?? '', audience: note.audience })
    },
    async write(clientId, { note, update, page }) {
      const actor = parts.actor()
      const written = await commitTenantEdit(handles, clientId, (log) => editThatWrites(log, { note, update }, actor))
      if (!written.ok) return written
      feed.publish(topicOf(clientId, note), { update, page })
      tellListsOf(clientId)
      return ok({ at: written.value.at })
    },
    open(clientId, reader) {
      const allowed = mayRead(reader.note)
      if (!allowed.ok) return allowed
      const state = readTenant(handles, clientId, (log) => readState(log, reader))
      if (!state.ok) return state
      if (!state.value.ok) return state.value
      const changes = feed.follow(topicOf(clientId, reader.note), reader.signal)
      return ok(messages(state.value.value, changes, reader.page))
    },
  }
}

const topicOf = (clientId: string, note: NoteRef): string => `${clientId} ${noteDocument(note)}`

const readState = (log: Log, { note, stateVector }: NoteReader): Result<NoteMessage, EngineError> => {
  const found = findNote(
    { find: (document, entity, id) => readRecord(log.documents.load(document).doc, requireEntity(entity), id) },
    note,
  )
  if (!found.ok) return found
  const { doc } = log.documents.load(noteDocument(note))
  try {
    const update = Y.encodeStateAsUpdate(doc, stateVector)
    return ok({ type: 'state', update, stateVector: Y.encodeStateVector(doc) })
  } catch {
    return err({ type: 'NoteUpdateUnreadable' })
  }
}

async function* messages(
  state: NoteMessage,
  changes: AsyncIterable<Written>,
  page: string,
): AsyncGenerator<NoteMessage> {
  yield state
  for await (const written of changes) if (written.page !== page) yield { type: 'update', update: written.update }
}

/** Milliseconds: lists show the beginning of a text, which need not follow every key. */
const listDelay = 400

const createSlowBell = (ring: (clientId: string) => void): ((clientId: string) => void) => {
  const waiting = new Set<string>()
  return (clientId) => {
    if (waiting.has(clientId)) return
    waiting.add(clientId)
    const timer = setTimeout(() => {
      waiting.delete(clientId)
      ring(clientId)
    }, listDelay)
    timer.unref()
  }
}
