/** What can happen to the practice itself and to its members. */
import { z } from 'zod'
import { reference } from '../entities/field.ts'
import { memberEntity, practiceEntity, type Member } from '../entities/practice.ts'
import type { RecordChange } from '../document/record-change.ts'
import type { DomainError } from '../errors.ts'
import { can } from '../permissions/can.ts'
import { err, ok, type Err, type Result } from '../result.ts'
import { fieldsToSet } from './field-schemas.ts'
import { defineMutation, type MutationContext } from './mutation.ts'

const practice = practiceEntity.fields
/** What may be left to the standard: cleared, it is the standard again. */
const choices = [
  'currency',
  'scoreBands',
  'evidenceValidityDays',
  'evidenceWarningDays',
  'reviewCadenceMonths',
  'riskAppetite',
  'toleratedLossPercent',
] as const
const member = memberEntity.fields

export const createPractice = defineMutation({
  space: 'practice',
  input: fieldsToSet(practiceEntity, choices).extend({
    name: practice.name.schema,
    contactEmail: practice.contactEmail.schema,
    timezone: practice.timezone.schema,
    mode: practice.mode.schema,
    owner: z.strictObject({ id: reference().schema, name: member.name.schema, email: member.email.schema }),
  }),
  plan: (context, { owner: { id, ...owner }, ...fields }) =>
    ok([
      { document: 'practice', entity: 'practice', id: context.spaceId, fields: { ...fields, createdAt: context.now } },
      { document: 'practice', entity: 'member', id, fields: { ...owner, role: 'owner', createdAt: context.now } },
    ]),
})

export const updatePractice = defineMutation({
  space: 'practice',
  action: 'practice.update',
  input: fieldsToSet(practiceEntity, [...choices, 'logo']).extend({
    name: practice.name.schema.optional(),
    contactEmail: practice.contactEmail.schema.optional(),
    timezone: practice.timezone.schema.optional(),
    mode: practice.mode.schema.optional(),
  }),
  plan: (context, fields) => ok([{ document: 'practice', entity: 'practice', id: context.spaceId, fields }]),
})

export const addMember = defineMutation({
  space: 'practice',
  action: 'member.manage',
  input: z.strictObject({ name: member.name.schema, email: member.email.schema, role: member.role.schema }),
  plan: (context, fields) =>
    unlessForOwners(context, fields.role === 'owner') ??
    ok([memberChange(context.freshId(), { ...fields, createdAt: context.now })]),
})

export const updateMember = defineMutation({
  space: 'practice',
  action: 'member.manage',
  input: z.strictObject({
    id: reference().schema,
    name: member.name.schema.optional(),
    email: member.email.schema.optional(),
    role: member.role.schema.optional(),
  }),
  plan: (context, { id, ...fields }) => {
    const known = findMember(context, id)
    if (!known.ok) return known
    const isOwner = known.value.role === 'owner'
    const forOwners = isOwner || fields.role === 'owner'
    if (isOwner && fields.role !== undefined && fields.role !== 'owner' && isLastOwner(context, id)) {
      return err({ type: 'LastOwner' })
    }
    return unlessForOwners(context, forOwners) ?? ok([memberChange(id, fields)])
  },
})

export const removeMember = defineMutation({
  space: 'practice',
  action: 'member.manage',
  input: z.strictObject({ id: reference().schema }),
  plan: (context, { id }) => {
    const known = findMember(context, id)
    if (!known.ok) return known
    if (isLastOwner(context, id)) return err({ type: 'LastOwner' })
    return unlessForOwners(context, known.value.role === 'owner') ?? ok([memberChange(id, { deletedAt: context.now })])
  },
})

const memberChange = (id: string, fields: RecordChange['fields']): RecordChange => ({
  document: 'practice',
  entity: 'member',
  id,
  fields,
})

const findMember = (context: MutationContext, id: string): Result<Member, DomainError> => {
  const found: Member | undefined = context.find('practice', 'member', id)
  if (found === undefined) return err({ type: 'RecordNotFound', entity: 'member', id })
  return (found.deletedAt ?? null) === null ? ok(found) : err({ type: 'RecordInTrash', entity: 'member', id })
}

/** Whoever could make himself an owner would be one. */
const unlessForOwners = (context: MutationContext, isForOwners: boolean): Err<DomainError> | undefined =>
  !isForOwners || can(context.role, { action: 'owner.manage' })
    ? undefined
    : err({ type: 'NotPermitted', role: context.role, what: 'owner.manage' })

/** A practice always keeps somebody who may do everything. */
const isLastOwner = (context: MutationContext, id: string): boolean => {
  const owners = context
    .list('practice', 'member')
    .filter((one) => one['role'] === 'owner' && (one['deletedAt'] ?? null) === null)
  return owners.length === 1 && owners[0]?.id === id
}
