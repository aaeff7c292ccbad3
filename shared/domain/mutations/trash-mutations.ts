/** Deleting is a field too, so an edit that races with it shows in merge review and a deleted record can come back. */
import { z } from 'zod'
import { contactEntity, clientTagEntity } from '../entities/client.ts'
import type { EntityDefinition } from '../entities/entity.ts'
import { reference } from '../entities/field.ts'
import type { FieldValue } from '../entities/field.ts'
import type { RecordChange } from '../document/record-change.ts'
import type { DomainError } from '../errors.ts'
import { err, ok, type Result } from '../result.ts'
import { defineMutation, type MutationContext } from './mutation.ts'

/** Days that a deleted record can be restored. */
export const trashDays = 30

const deletable = { contact: contactEntity, clientTag: clientTagEntity } as const satisfies Record<string, EntityDefinition>
const recordInput = z.strictObject({ entity: z.enum(['contact', 'clientTag']), id: reference().schema })

export const deleteRecord = defineMutation({
  space: 'tenant',
  input: recordInput,
  plan: (context, input) => setDeletedAt(context, input, context.now),
})

export const restoreRecord = defineMutation({
  space: 'tenant',
  input: recordInput,
  plan: (context, input) => setDeletedAt(context, input, null),
})

const setDeletedAt = (
  context: MutationContext,
  input: z.infer<typeof recordInput>,
  deletedAt: FieldValue,
): Result<readonly RecordChange[], DomainError> => {
  const document = deletable[input.entity].kind
  if (context.find(document, input.entity, input.id) === undefined) return err({ type: 'RecordNotFound', ...input })
  return ok([{ document, ...input, fields: { deletedAt } }])
}
