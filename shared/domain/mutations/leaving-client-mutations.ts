/** A client that leaves the practice or comes into it: handed over, taken over, deleted for good. */
import { z } from 'zod'
import type { RecordChange } from '../document/record-change.ts'
import { clientEntity } from '../entities/client.ts'
import { reference } from '../entities/field.ts'
import { ok } from '../result.ts'
import { defineMutation } from './mutation.ts'

/** Also of an archived client: it is often archived because it leaves. */
export const handOverClient = defineMutation({
  space: 'tenant',
  action: 'client.handOver',
  input: z.strictObject({}),
  plan: ({ now, spaceId }) => ok([clientChange(spaceId, { handedOverAt: now })]),
})

/** The members of the other practice do not exist here: nobody leads the work until somebody is chosen. */
export const takeOverClient = defineMutation({
  space: 'tenant',
  action: 'client.takeOver',
  input: z.strictObject({ from: clientEntity.fields.takenOverFrom.schema }),
  plan: ({ now, spaceId, find }, { from }) => {
    const hadOwner = (find('profile', 'client', spaceId)?.['ownerId'] ?? null) !== null
    const fields = { takenOverAt: now, takenOverFrom: from, ...(hadOwner && { ownerId: null }) }
    return ok([clientChange(spaceId, fields)])
  },
})

const clientChange = (id: string, fields: RecordChange['fields']): RecordChange => ({
  document: 'profile',
  entity: 'client',
  id,
  fields,
})

const ofClient = z.strictObject({ id: reference().schema })

/** In the practice's own documents, because the client's are about to be gone. */
export const deleteClient = defineMutation({
  space: 'practice',
  action: 'client.delete',
  input: ofClient,
  plan: ({ now }, { id }) => ok([tombstone(id, now)]),
})

export const readmitClient = defineMutation({
  space: 'practice',
  action: 'client.takeOver',
  input: ofClient,
  plan: (_, { id }) => ok([tombstone(id, null)]),
})

const tombstone = (id: string, destroyedAt: string | null): RecordChange => ({
  document: 'practice',
  entity: 'deletedClient',
  id,
  fields: { destroyedAt },
})
