/** Deleting is a field too, so an edit that races with it shows in merge review and a deleted record can come back. */
import { z } from 'zod'
import { contactEntity, clientTagEntity } from '../entities/client.ts'
import type { EntityDefinition } from '../entities/entity.ts'
import { evidenceDocument, evidenceEntity, isEvidenceDocument } from '../entities/evidence.ts'
import { internalNoteEntity, noteEntity } from '../entities/note.ts'
import { reference } from '../entities/field.ts'
import type { DocumentName } from '../document/document-name.ts'
import type { RecordChange } from '../document/record-change.ts'
import type { DomainError } from '../errors.ts'
import { err, ok, type Result } from '../result.ts'
import { unlessArchived } from './archived-client.ts'
import { defineMutation, type MutationContext } from './mutation.ts'

/** Days that a deleted record can be restored. */
export const trashDays = 30

const deletable = {
  contact: contactEntity,
  clientTag: clientTagEntity,
  note: noteEntity,
  internalNote: internalNoteEntity,
  evidence: evidenceEntity,
} as const satisfies Record<string, EntityDefinition>
const deletableNames = ['contact', 'clientTag', 'note', 'internalNote', 'evidence'] as const
export type DeletableName = (typeof deletableNames)[number]
const recordInput = z.strictObject({ entity: z.enum(deletableNames), id: reference().schema })
type RecordInput = z.infer<typeof recordInput>

export const deleteRecord = defineMutation({
  space: 'tenant',
  input: recordInput,
  plan: unlessArchived((context, input) => {
    const deletedAt = findDeletedAt(context, input)
    if (!deletedAt.ok) return deletedAt
    return ok(deletedAt.value === null ? [setDeletedAt(input, context.now)] : [])
  }),
})

export const restoreRecord = defineMutation({
  space: 'tenant',
  input: recordInput,
  plan: unlessArchived((context, input) => {
    const deletedAt = findDeletedAt(context, input)
    return deletedAt.ok ? ok([setDeletedAt(input, null)]) : deletedAt
  }),
})

/** Clears every field of the records whose time in the trash is over: nothing of them is shown or kept as a record. */
export const purgeTrash = defineMutation({
  space: 'tenant',
  input: z.strictObject({}),
  plan: (context) =>
    ok(
      Object.values<EntityDefinition>(deletable).flatMap((entity) =>
        documentsOf(context, entity).flatMap((document) =>
          context
            .list(document, entity.name)
            .filter((record) => isOverdue(context, record['deletedAt']))
            .map(({ id }) => ({ document, entity: entity.name, id, fields: cleared(entity), ...withoutText(entity) })),
        ),
      ),
    ),
})

/** A note has a document of its own. */
const hasOwnDocument = ({ kind }: EntityDefinition): boolean => kind === 'note' || kind === 'internal'

const documentOf = ({ entity, id }: RecordInput): DocumentName => {
  if (entity === 'evidence') return evidenceDocument(id)
  return hasOwnDocument(deletable[entity]) ? `${deletable[entity].kind}/${id}` : deletable[entity].kind
}

const documentsOf = (context: MutationContext, entity: EntityDefinition): readonly DocumentName[] => {
  if (entity === evidenceEntity) return context.documents(entity.kind).filter(isEvidenceDocument)
  return hasOwnDocument(entity) ? context.documents(entity.kind) : [entity.kind]
}

const withoutText = (entity: EntityDefinition): Pick<RecordChange, 'text'> =>
  hasOwnDocument(entity) ? { text: 'erase' } : {}

/** A record that was never there and one whose time is over are the same to people. */
const findDeletedAt = (context: MutationContext, input: RecordInput): Result<string | null, DomainError> => {
  const record = context.find(documentOf(input), input.entity, input.id)
  const deletedAt = record?.['deletedAt'] ?? null
  if (record === undefined || isOverdue(context, deletedAt)) return err({ type: 'RecordNotFound', ...input })
  return ok(typeof deletedAt === 'string' ? deletedAt : null)
}

const isOverdue = (context: MutationContext, deletedAt: unknown): boolean =>
  typeof deletedAt === 'string' && deletedAt < context.daysAgo(trashDays)

const setDeletedAt = ({ entity, id }: RecordInput, deletedAt: string | null): RecordChange => ({
  document: documentOf({ entity, id }),
  entity,
  id,
  fields: { deletedAt },
})

const cleared = ({ fields }: EntityDefinition): RecordChange['fields'] =>
  Object.fromEntries(Object.keys(fields).map((name) => [name, null]))
