/**
 * Notes of a client. Each is a document of its own that holds this record and the text beside it. Who may read a note
 * follows from the kind of its document, so a note for the practice and one for the client too are two entities.
 */
import { noteExcerpt } from '../document/note-text.ts'
import { defineEntity, type RecordOf } from './entity.ts'
import { instant, line, reference } from './field.ts'

export { noteTextName } from '../document/note-text.ts'

export const noteAudiences = ['practice', 'client'] as const
/** `practice`: its members only. `client`: shared with the client's own members. */
export type NoteAudience = (typeof noteAudiences)[number]

const fields = {
  title: line(200),
  createdAt: instant(),
  /** Within a minute of the newest change of the text; not there before anything was written. */
  editedAt: instant(),
  editedBy: reference(),
  deletedAt: instant(),
}
const derived = { excerpt: { column: 'TEXT', read: noteExcerpt } } as const

export const noteEntity = defineEntity({ name: 'note', table: 'note', kind: 'note', fields, derived })
export const internalNoteEntity = defineEntity({
  name: 'internalNote',
  table: 'internal_note',
  kind: 'internal',
  fields,
  derived,
})
export type Note = RecordOf<typeof noteEntity>

type NoteEntity = typeof noteEntity

export type NoteRef = { readonly id: string; readonly audience: NoteAudience }

/** As records and the trash name them. */
export const noteEntityNames = { practice: 'internalNote', client: 'note' } as const

export const noteEntityOf = (audience: NoteAudience): NoteEntity =>
  audience === 'client' ? noteEntity : internalNoteEntity

export const noteDocument = ({ id, audience }: NoteRef): `note/${string}` | `internal/${string}` =>
  `${noteEntityOf(audience).kind as 'note' | 'internal'}/${id}`
