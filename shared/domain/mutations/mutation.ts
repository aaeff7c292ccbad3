/** The shape of a mutation: the only way that a record changes. It reads documents, and returns the changes it wants. */
import type { z } from 'zod'
import type { DocumentKind, DocumentName } from '../document/document-name.ts'
import type { DocumentRecord, RecordChange } from '../document/record-change.ts'
import type { DomainError } from '../errors.ts'
import type { Action } from '../permissions/can.ts'
import type { Role } from '../permissions/roles.ts'
import type { Result } from '../result.ts'

export type MutationContext = {
  /** UTC instant of the edit. */
  readonly now: string
  /** The tenant's id, or the account's for the practice's own documents. */
  readonly spaceId: string
  /** Of whoever makes the edit. */
  readonly role: Role
  readonly memberId: string
  /** The instant so many days before `now`. */
  daysAgo(days: number): string
  freshId(): string
  /** The same id on every device for the same cause: UUIDv5 of this space and the text. */
  derivedId(cause: string): string
  find(document: DocumentName, entity: string, id: string): DocumentRecord | undefined
  /** Names of the documents of a kind that the file holds. */
  documents(kind: DocumentKind): readonly DocumentName[]
  list(document: DocumentName, entity: string): readonly DocumentRecord[]
}

export type Mutation<Schema extends z.ZodType = z.ZodType> = {
  readonly space: 'tenant' | 'practice'
  /** A right beyond writing the documents that it changes. */
  readonly action?: Action
  readonly input: Schema
  readonly plan: (context: MutationContext, input: z.infer<Schema>) => Result<readonly RecordChange[], DomainError>
}

export const defineMutation = <Schema extends z.ZodType>(mutation: Mutation<Schema>): Mutation<Schema> => mutation
