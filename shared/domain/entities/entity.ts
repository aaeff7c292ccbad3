/** The shape of an entity: which document kind holds its records, and the fields a record may have. */
import type { z } from 'zod'
import type { DocumentKind } from '../document/document-name.ts'
import type { Field } from './field.ts'

export type EntityDefinition<Fields extends Readonly<Record<string, Field>> = Readonly<Record<string, Field>>> = {
  /** Name in keys, activity and the API: `clientTag`. */
  readonly name: string
  /** Table of its projection: `client_tag`. */
  readonly table: string
  readonly kind: DocumentKind
  readonly fields: Fields
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

/** `nextAuditOn` → `next_audit_on`. */
export const columnName = (fieldName: string): string =>
  fieldName.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
