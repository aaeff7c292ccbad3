/** What can happen to a note's record. Its text changes by updates of Yjs, which the engine takes in. */
import { z } from 'zod'
import { noteAudiences, noteDocument, noteEntity, noteEntityOf, type Note, type NoteRef } from '../entities/note.ts'
import { reference } from '../entities/field.ts'
import type { RecordChange } from '../document/record-change.ts'
import type { DomainError } from '../errors.ts'
import { err, ok, type Result } from '../result.ts'
import { unlessArchived } from './archived-client.ts'
import { defineMutation, type MutationContext } from './mutation.ts'

const audience = z.enum(noteAudiences)
const title = noteEntity.fields.title.schema

export const createNote = defineMutation({
  space: 'tenant',
  input: z.strictObject({ audience, title: title.optional() }),
  plan: unlessArchived((context, { audience: readers, title: named }) =>
    ok([noteChange({ id: context.freshId(), audience: readers }, { title: named, createdAt: context.now })]),
  ),
})

export const renameNote = defineMutation({
  space: 'tenant',
  input: z.strictObject({ id: reference().schema, audience, title: title.nullable() }),
  plan: unlessArchived((context, { title: named, ...ref }) => {
    const note = findNote(context, ref)
    return note.ok ? ok([noteChange(ref, { title: named })]) : note
  }),
})

/** A note that is there and not in the trash. */
export const findNote = (context: Pick<MutationContext, 'find'>, ref: NoteRef): Result<Note, DomainError> => {
  const note: Note | undefined = context.find(noteDocument(ref), noteEntityOf(ref.audience).name, ref.id)
  if (note === undefined) return err({ type: 'RecordNotFound', entity: 'note', id: ref.id })
  return (note.deletedAt ?? null) === null ? ok(note) : err({ type: 'RecordInTrash', entity: 'note', id: ref.id })
}

export const noteChange = (ref: NoteRef, fields: RecordChange['fields']): RecordChange => ({
  document: noteDocument(ref),
  entity: noteEntityOf(ref.audience).name,
  id: ref.id,
  fields,
})
