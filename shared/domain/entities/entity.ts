/** The shape of an entity: which document kind holds its records, and the fields a record may have. */
import type * as Y from 'yjs'
import type { z } from 'zod'
import type { DocumentKind } from '../document/document-name.ts'
import type { Field, FieldValue } from './field.ts'

export type EntityDefinition<Fields extends Readonly<Record<string, Field>> = Readonly<Record<string, Field>>> = {
  /** Name in keys, activity and the API: `clientTag`. */
  readonly name: string
  /** Table of its projection: `client_tag`. */
  readonly table: string
  readonly kind: DocumentKind
  readonly fields: Fields
  /** Columns that are worked out from the rest of the document: the beginning of a text. */
  readonly derived?: Readonly<Record<string, DerivedColumn>>
  /** What a clone of the client takes over from such a record; without it, nothing. */
  readonly structure?: ClonedStructure
}

export type DerivedColumn = {
  readonly column: Field['column']
  readonly read: (document: Y.Doc) => string | number | null
}

/** Structure only: never people, answers, evidence, notes or history. */
export type ClonedStructure = {
  readonly fields: readonly string[]
  /** What the id of the copy derives from, where ids are derived; else it derives from the id of the record itself. */
  readonly cause?: (record: Readonly<Record<string, FieldValue>>) => string
}

/** A record as its document holds it: every field may be missing, because each is set on its own. */
export type RecordOf<Definition extends EntityDefinition> = {
  readonly id: string
} & {
  readonly [Name in keyof Definition['fields']]?: z.infer<Definition['fields'][Name]['schema']> | null
}

export const defineEntity = <const Fields extends Readonly<Record<string, Field>>>(
  definition: EntityDefinition<Fields>,
): EntityDefinition<Fields> => definition

/** Columns of the projection after `id`, in the order of a projected row. */
export const columnsOf = ({ fields, derived = {} }: EntityDefinition): readonly string[] =>
  [...Object.keys(fields), ...Object.keys(derived)].map(columnName)

/** `nextAuditOn` → `next_audit_on`. */
export const columnName = (fieldName: string): string =>
  fieldName.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
