/** Every entity, by name and by the file that holds it. A new entity is one line here plus its table in a migration. */
import { clientEntity, clientTagEntity, contactEntity } from './client.ts'
import {
  evidenceControlEntity,
  evidenceEntity,
  evidenceRequirementEntity,
  evidenceReviewEntity,
  evidenceRevisionEntity,
} from './evidence.ts'
import { internalNoteEntity, noteEntity } from './note.ts'
import { deletedClientEntity } from './deleted-client.ts'
import type { EntityDefinition } from './entity.ts'
import { memberEntity, practiceEntity } from './practice.ts'

/** Entities of a tenant file. */
export const tenantEntities: readonly EntityDefinition[] = [
  clientEntity,
  contactEntity,
  clientTagEntity,
  noteEntity,
  internalNoteEntity,
  evidenceEntity,
  evidenceRevisionEntity,
  evidenceControlEntity,
  evidenceRequirementEntity,
  evidenceReviewEntity,
]
/** Entities of the practice, in the portfolio file. */
export const practiceEntities: readonly EntityDefinition[] = [practiceEntity, memberEntity, deletedClientEntity]

const byName: ReadonlyMap<string, EntityDefinition> = new Map(
  [...tenantEntities, ...practiceEntities].map((entity) => [entity.name, entity]),
)

export const findEntity = (name: string): EntityDefinition | undefined => byName.get(name)

/** A record of such an entity can be deleted to the trash and restored. */
export const isDeletable = (entity: EntityDefinition): boolean => 'deletedAt' in entity.fields
