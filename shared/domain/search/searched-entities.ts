/**
 * What of which records the search across clients looks through: one line for each entity. A change here makes every
 * account fill its index anew at the next start.
 */
import type { DocumentKind } from '../document/document-name.ts'
import { contactEntity } from '../entities/client.ts'
import { evidenceEntity } from '../entities/evidence.ts'
import { internalNoteEntity, noteEntity } from '../entities/note.ts'
import { columnName, type EntityDefinition } from '../entities/entity.ts'

export type SearchedEntity = {
  readonly entity: EntityDefinition
  /** The field by which a hit is called; a record without it is not found. */
  readonly title: string
  /** The field that stands beside it. */
  readonly detail?: string
  /** Fields that are searched without being shown. */
  readonly also?: readonly string[]
  /** Found by `@` too. */
  readonly isPerson?: true
}

/** A row of the entity's table. */
export type StoredRecord = Readonly<Record<string, string | number | null>>

export const searchedEntities: readonly SearchedEntity[] = [
  { entity: contactEntity, title: 'name', detail: 'title', also: ['email', 'phone'], isPerson: true },
  { entity: noteEntity, title: 'title', also: ['excerpt'] },
  { entity: evidenceEntity, title: 'title', detail: 'source', also: ['tags', 'note'] },
  { entity: internalNoteEntity, title: 'title', also: ['excerpt'] },
]

/** A record as the index holds it. */
export type SearchItem = {
  readonly entity: string
  readonly recordId: string
  /** Decides who may find it. */
  readonly kind: DocumentKind
  readonly title: string
  readonly detail: string
  readonly text: string
}

/** Undefined for a record in the trash or without a name. */
export const searchItem = (searched: SearchedEntity, record: StoredRecord): SearchItem | undefined => {
  const { entity, title, detail, also = [] } = searched
  const text = (field: string): string => String(record[columnName(field)] ?? '')
  if ((record['deleted_at'] ?? null) !== null || text(title) === '') return undefined
  return {
    entity: entity.name,
    recordId: text('id'),
    kind: entity.kind,
    title: text(title),
    detail: detail === undefined ? '' : text(detail),
    text: also
      .map(text)
      .filter((part) => part !== '')
      .join('\n'),
  }
}

const people: ReadonlySet<string> = new Set(
  searchedEntities.flatMap(({ entity, isPerson }) => (isPerson === true ? [entity.name] : [])),
)
export const peopleEntities: readonly string[] = [...people]
export const isPersonEntity = (entity: string): boolean => people.has(entity)
