/** What whoever keeps evidence does with it: add, describe, add a newer file, say what it proves. */
import { z } from 'zod'
import type { DocumentRecord, RecordChange } from '../document/record-change.ts'
import {
  evidenceCauses,
  evidenceControlEntity,
  evidenceDocument,
  evidenceEntity,
  evidenceRequirementEntity,
  evidenceRevisionEntity,
  type Evidence,
} from '../entities/evidence.ts'
import { reference } from '../entities/field.ts'
import type { DomainError } from '../errors.ts'
import { err, ok, type Err, type Result } from '../result.ts'
import { unlessArchived } from './archived-client.ts'
import { fieldsToSet } from './field-schemas.ts'
import { defineMutation, type MutationContext } from './mutation.ts'

const described = ['source', 'note', 'ownerId', 'periodFrom', 'periodTo', 'collectedOn', 'validUntil'] as const
const { title } = evidenceEntity.fields
const tags = z
  .array(
    z
      .string()
      .trim()
      .min(1)
      .max(60)
      .regex(/^[^,\p{Cc}]+$/u, 'Use a label without a comma.'),
  )
  .max(30)
const details = fieldsToSet(evidenceEntity, [...described, 'neverInPacks']).extend({ tags: tags.optional() })

const { fields: ofFile } = evidenceRevisionEntity
const file = z.strictObject({
  sha256: ofFile.sha256.schema,
  size: ofFile.size.schema,
  fileName: ofFile.fileName.schema,
  originalName: ofFile.originalName.schema.nullable(),
  mediaType: ofFile.mediaType.schema,
  executable: ofFile.executable.schema,
})
export type EvidenceFileInput = z.infer<typeof file>

/** A control by its id, or by the id that it has in the control library, as in `IAM-03`. */
const control = z.string().trim().min(1).max(200)
const requirement = z.strictObject({
  libraryId: evidenceRequirementEntity.fields.libraryId.schema,
  requirementId: evidenceRequirementEntity.fields.requirementId.schema,
})
const targets = {
  controls: z.array(control).max(200).optional(),
  requirements: z.array(requirement).max(200).optional(),
}
const evidenceId = reference().schema

export const newEvidenceDetails = details.extend({ title: title.schema.optional(), ...targets })

export const createEvidence = defineMutation({
  space: 'tenant',
  input: newEvidenceDetails.extend({ id: evidenceId, title: title.schema, file, submit: z.boolean().optional() }),
  plan: unlessArchived((context, { id, file: added, submit = false, controls, requirements, ...fields }) => {
    const reversed = reversedPeriod(fields)
    if (reversed !== undefined) return reversed
    return ok([
      change(id, { ...fieldsOf(fields), createdAt: context.now, createdBy: context.memberId }),
      revision(context, { id, number: 1, file: added, submit }),
      ...linkChanges(context, id, { controls, requirements }),
    ])
  }),
})

export const updateEvidence = defineMutation({
  space: 'tenant',
  input: details.extend({ evidenceId, title: title.schema.optional() }),
  plan: unlessArchived((context, { evidenceId: id, ...fields }) => {
    const found = findEvidence(context, id)
    if (!found.ok) return found
    return reversedPeriod(after(found.value, fields)) ?? ok([change(id, fieldsOf(fields))])
  }),
})

export const addEvidenceRevision = defineMutation({
  space: 'tenant',
  input: z.strictObject({ evidenceId, file }),
  plan: unlessArchived((context, { evidenceId: id, file: added }) => {
    const found = findEvidence(context, id)
    if (!found.ok) return found
    const highest = Math.max(0, ...revisionsOf(context, id).map(({ number }) => Number(number ?? 0)))
    return ok([revision(context, { id, number: highest + 1, file: added, submit: false })])
  }),
})

export const linkEvidence = defineMutation({
  space: 'tenant',
  input: z.strictObject({ evidenceId, ...targets }),
  plan: unlessArchived((context, { evidenceId: id, ...wanted }) => {
    const found = findEvidence(context, id)
    return found.ok ? ok(linkChanges(context, id, wanted)) : found
  }),
})

export const unlinkEvidence = defineMutation({
  space: 'tenant',
  input: z.strictObject({ evidenceId, ...targets }),
  plan: unlessArchived((context, { evidenceId: id, ...wanted }) => {
    const found = findEvidence(context, id)
    if (!found.ok) return found
    const linked = linkChanges(context, id, wanted).filter(({ document, entity, id: link }) =>
      isLinked(context.find(document, entity, link)),
    )
    return ok(linked.map((link) => ({ ...link, fields: { unlinkedAt: context.now } })))
  }),
})

/** Evidence that is there and not in the trash. */
export const findEvidence = (context: Pick<MutationContext, 'find'>, id: string): Result<Evidence, DomainError> => {
  const evidence: Evidence | undefined = context.find(evidenceDocument(id), 'evidence', id)
  if (evidence === undefined) return err({ type: 'RecordNotFound', entity: 'evidence', id })
  return (evidence.deletedAt ?? null) === null ? ok(evidence) : err({ type: 'RecordInTrash', entity: 'evidence', id })
}

export const revisionsOf = (context: Pick<MutationContext, 'list'>, id: string): readonly DocumentRecord[] =>
  context.list(evidenceDocument(id), 'evidenceRevision').filter((one) => one['evidenceId'] === id)

/** What the id of a control of this client derives from. */
const controlCause = (libraryControlId: string): string => `control ${libraryControlId}`

const isReference = (text: string): boolean => reference().schema.safeParse(text).success
const isLinked = (link: DocumentRecord | undefined): boolean =>
  link !== undefined && (link['unlinkedAt'] ?? null) === null

const change = (id: string, fields: RecordChange['fields']): RecordChange => ({
  document: evidenceDocument(id),
  entity: 'evidence',
  id,
  fields,
})

type Details = Partial<z.infer<typeof details>> & { readonly title?: string | undefined }

/** Labels are one field: once each, with a comma between. */
const fieldsOf = ({ tags: labels, ...fields }: Details): RecordChange['fields'] => ({
  ...fields,
  ...(labels !== undefined && { tags: labels.length === 0 ? null : [...new Set(labels)].join(', ') }),
})

/** What the period is once the fields are set; a field that is not named stays. */
const after = (before: Evidence, { periodFrom = before.periodFrom, periodTo = before.periodTo }: Period): Period => ({
  periodFrom,
  periodTo,
})

type Period = { readonly periodFrom?: string | null | undefined; readonly periodTo?: string | null | undefined }

const reversedPeriod = ({ periodFrom, periodTo }: Period): Err<DomainError> | undefined =>
  typeof periodFrom === 'string' && typeof periodTo === 'string' && periodFrom > periodTo
    ? err({ type: 'EvidencePeriodReversed', from: periodFrom, to: periodTo })
    : undefined

type NewRevision = {
  readonly id: string
  readonly number: number
  readonly file: EvidenceFileInput
  /** At once, in the same edit. */
  readonly submit: boolean
}

const revision = ({ now, memberId, freshId }: MutationContext, added: NewRevision): RecordChange => ({
  document: evidenceDocument(added.id),
  entity: 'evidenceRevision',
  id: freshId(),
  fields: {
    evidenceId: added.id,
    number: added.number,
    ...added.file,
    addedAt: now,
    addedBy: memberId,
    ...(added.submit && { submittedAt: now, submittedBy: memberId, submission: 1 }),
  },
})

type Targets = {
  readonly controls?: readonly string[] | undefined
  readonly requirements?: readonly z.infer<typeof requirement>[] | undefined
}

const linkChanges = (context: MutationContext, id: string, targetsOf: Targets): readonly RecordChange[] => {
  const { controls = [], requirements = [] } = targetsOf
  const link = (entity: string, linkId: string, fields: RecordChange['fields']): RecordChange => {
    const document = evidenceDocument(id)
    const known = context.find(document, entity, linkId)
    const state = isLinked(known) ? {} : { linkedAt: context.now, ...(known !== undefined && { unlinkedAt: null }) }
    return { document, entity, id: linkId, fields: { evidenceId: id, ...fields, ...state } }
  }
  return [
    ...controls.map((named) => {
      const controlId = isReference(named) ? named : context.derivedId(controlCause(named))
      const linkId = context.derivedId(evidenceCauses.control(id, controlId))
      return link(evidenceControlEntity.name, linkId, { controlId })
    }),
    ...requirements.map(({ libraryId, requirementId }) => {
      const linkId = context.derivedId(evidenceCauses.requirement(id, libraryId, requirementId))
      return link(evidenceRequirementEntity.name, linkId, { libraryId, requirementId })
    }),
  ]
}
