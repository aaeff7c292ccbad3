/** What can happen to a client's profile. */
import { z } from 'zod'
import type { RecordChange } from '../document/record-change.ts'
import { clientEntity, clientTagEntity, tagCause } from '../entities/client.ts'
import { reference } from '../entities/field.ts'
import { appetiteSettings, defaultSettings } from '../defaults/default-settings.ts'
import type { DomainError } from '../errors.ts'
import { can } from '../permissions/can.ts'
import { err, ok, type Err } from '../result.ts'
import { unlessArchived } from './archived-client.ts'
import { fieldsToSet } from './field-schemas.ts'
import { defineMutation, type MutationContext } from './mutation.ts'

const profileFields = [
  'externalId',
  'industry',
  'subIndustry',
  'employees',
  'location',
  'country',
  'website',
  'annualRevenue',
  'itRevenuePercent',
  'recordsHeld',
  'downtimeHourCost',
  'insuranceLimit',
  'insuranceRetention',
  'insuranceExpiresOn',
  'nextAuditOn',
  'summary',
  ...defaultSettings,
] as const
const tagLabel = clientTagEntity.fields.label.schema

const newClient = fieldsToSet(clientEntity, profileFields).extend({
  name: clientEntity.fields.name.schema,
  status: clientEntity.fields.status.schema,
  ownerId: reference().schema.optional(),
  tags: z.array(tagLabel).max(50).optional(),
})

export const createClient = defineMutation({
  space: 'tenant',
  action: 'client.add',
  input: newClient,
  plan: (context, { tags = [], ...fields }) =>
    unlessAppetite(context, fields) ??
    ok([change(context, { ...fields, createdAt: context.now }), ...tags.map((label) => tagChange(context, label))]),
})

export const updateClient = defineMutation({
  space: 'tenant',
  input: fieldsToSet(clientEntity, profileFields).extend({
    name: clientEntity.fields.name.schema.optional(),
    status: clientEntity.fields.status.schema.optional(),
  }),
  plan: unlessArchived((context, fields) => unlessAppetite(context, fields) ?? ok([change(context, fields)])),
})

export const assignClientOwner = defineMutation({
  space: 'tenant',
  action: 'client.assignOwner',
  input: z.strictObject({ ownerId: reference().schema.nullable() }),
  plan: unlessArchived((context, fields) => ok([change(context, fields)])),
})

export const archiveClient = defineMutation({
  space: 'tenant',
  action: 'client.archive',
  input: z.strictObject({}),
  plan: unlessArchived((context) => ok([change(context, { archivedAt: context.now })])),
})

export const restoreClient = defineMutation({
  space: 'tenant',
  action: 'client.archive',
  input: z.strictObject({}),
  plan: (context) => ok([change(context, { archivedAt: null })]),
})

export const tagClient = defineMutation({
  space: 'tenant',
  input: z.strictObject({ label: tagLabel }),
  plan: unlessArchived((context, { label }) => ok([tagChange(context, label)])),
})

export const untagClient = defineMutation({
  space: 'tenant',
  input: z.strictObject({ label: tagLabel }),
  plan: unlessArchived((context, { label }) => {
    const id = tagId(context, label)
    const tag = context.find('profile', 'clientTag', id)
    if (tag === undefined || (tag['deletedAt'] ?? null) !== null) return ok([])
    return ok([{ document: 'profile', entity: 'clientTag', id, fields: { deletedAt: context.now } }])
  }),
})

const change = ({ spaceId }: MutationContext, fields: RecordChange['fields']): RecordChange => ({
  ...clientRecord(spaceId),
  fields,
})

/** Whoever could raise the appetite of a client could accept any of its risks alone. */
const unlessAppetite = ({ role }: MutationContext, fields: RecordChange['fields']): Err<DomainError> | undefined =>
  appetiteSettings.every((name) => fields[name] === undefined) || can(role, { action: 'client.setAppetite' })
    ? undefined
    : err({ type: 'NotPermitted', role, what: 'client.setAppetite' })

const clientRecord = (tenantId: string) => ({ document: 'profile', entity: 'client', id: tenantId }) as const

const tagChange = (context: MutationContext, label: string): RecordChange => {
  const id = tagId(context, label)
  const isNew = context.find('profile', 'clientTag', id) === undefined
  const created = isNew ? { createdAt: context.now } : { deletedAt: null }
  return { document: 'profile', entity: 'clientTag', id, fields: { label, ...created } }
}

const tagId = (context: MutationContext, label: string): string => context.derivedId(tagCause(label))
