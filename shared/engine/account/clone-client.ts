/** A new client with the structure of another one: what each entity declares as such, and nothing else of it. */
import type { CloneOptions } from '#api/leaving-clients.ts'
import type { EngineError } from '#api/errors.ts'
import { readRecord, requireEntity, type RecordChange } from '#domain/document/record-change.ts'
import type { DocumentName } from '#domain/document/document-name.ts'
import type { FieldValue } from '#domain/entities/field.ts'
import type { MutationContext } from '#domain/mutations/mutation.ts'
import { recordsOf } from '#domain/projection/project-record.ts'
import { ok, type Result } from '#domain/result.ts'
import { editFromMutation, type Actor, type Edit } from '../log/edit.ts'
import { documentNames } from '../log/log-documents.ts'
import type { Log } from '../log/open-log.ts'

/** The edits that begin the copy; `source` is read now. */
export const editsThatClone = (
  source: Log,
  { name, status }: CloneOptions,
  actor: Actor,
): Result<readonly Edit[], EngineError> => {
  const created = editFromMutation('client.create', { name, status }, actor)
  if (!created.ok) return created
  const structure = structureOf(source)
  const plan: Edit['plan'] = (context) => ok(structure.map((record) => copyOf(record, context, source.spaceId)))
  return ok([created.value, { name: 'client.clone', actor, plan }])
}

type StructureRecord = {
  readonly document: DocumentName
  readonly entity: string
  readonly id: string
  readonly fields: Readonly<Record<string, FieldValue>>
}

/** Records that lie in the trash are no structure. */
const structureOf = (log: Log): readonly StructureRecord[] =>
  documentNames(log.database).flatMap((document) => {
    const { doc } = log.documents.load(document)
    return recordsOf(document, doc).flatMap(({ entity, id }) => {
      const { structure } = requireEntity(entity)
      const record = structure === undefined ? undefined : readRecord(doc, requireEntity(entity), id)
      if (structure === undefined || record === undefined || (record['deletedAt'] ?? null) !== null) return []
      const fields = structure.fields.flatMap((field) => {
        const value = record[field] ?? null
        return value === null ? [] : [[field, value] as const]
      })
      return [{ document: document as DocumentName, entity, id, fields: Object.fromEntries(fields) }]
    })
  })

/** The client's own record bears the tenant's id; every other one an id that derives from what it copies. */
const copyOf = (record: StructureRecord, context: MutationContext, sourceId: string): RecordChange => {
  const { document, entity, id, fields } = record
  if (id === sourceId) return { document, entity, id: context.spaceId, fields }
  const definition = requireEntity(entity)
  const cause = definition.structure?.cause?.(fields) ?? `clone ${entity} ${id}`
  const createdAt = 'createdAt' in definition.fields ? { createdAt: context.now } : {}
  return { document, entity, id: context.derivedId(cause), fields: { ...fields, ...createdAt } }
}
