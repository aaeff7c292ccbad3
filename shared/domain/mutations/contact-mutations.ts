/** The people to talk to at a client. */
import { contactEntity } from '../entities/client.ts'
import { reference } from '../entities/field.ts'
import { err, ok } from '../result.ts'
import { unlessArchived } from './archived-client.ts'
import { fieldsToSet } from './field-schemas.ts'
import { defineMutation } from './mutation.ts'

const details = ['title', 'email', 'phone'] as const

export const addContact = defineMutation({
  space: 'tenant',
  input: fieldsToSet(contactEntity, details).extend({ name: contactEntity.fields.name.schema }),
  plan: unlessArchived((context, fields) =>
    ok([
      {
        document: 'profile',
        entity: 'contact',
        id: context.freshId(),
        fields: { ...fields, createdAt: context.now },
      },
    ]),
  ),
})

export const updateContact = defineMutation({
  space: 'tenant',
  input: fieldsToSet(contactEntity, details).extend({
    id: reference().schema,
    name: contactEntity.fields.name.schema.optional(),
  }),
  plan: unlessArchived((context, { id, ...fields }) => {
    const contact = context.find('profile', 'contact', id)
    if (contact === undefined) return err({ type: 'RecordNotFound', entity: 'contact', id })
    if ((contact['deletedAt'] ?? null) !== null) return err({ type: 'RecordInTrash', entity: 'contact', id })
    return ok([{ document: 'profile', entity: 'contact', id, fields }])
  }),
})
