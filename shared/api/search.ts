/** Search across the clients of an account: what can be asked, and what is found. */
import { z } from 'zod'
import type { ClientRow } from '#domain/projection/client-row.ts'
import type { Member } from '#domain/entities/practice.ts'

export const searchQuerySchema = z.strictObject({
  /** Beginnings of words, in any order, case and accents aside. Empty: the clients opened last. */
  text: z.string().max(200),
  /** Records of this client alone. */
  clientId: z.uuid().optional(),
  /** Contacts and members alone. */
  people: z.boolean().optional(),
  /** Of each kind; 20 unless told. */
  limit: z.int().min(1).max(100).optional(),
})
export type SearchQuery = z.infer<typeof searchQuerySchema>

export type SearchAnswer = {
  /** By name or external id, a letter left out or in the wrong place forgiven; archived ones last. */
  readonly clients: readonly ClientHit[]
  /** Best first, those of archived clients last; only what the acting member may read. */
  readonly records: readonly RecordHit[]
  readonly members: readonly Pick<Member, 'id' | 'name' | 'email' | 'role'>[]
  /** False while the index of an older account is still being filled. */
  readonly isComplete: boolean
}

export type ClientHit = Pick<ClientRow, 'id' | 'name' | 'industry' | 'externalId' | 'archivedAt'>

export type RecordHit = {
  readonly entity: string
  readonly id: string
  readonly clientId: string
  readonly clientName: string
  readonly isArchived: boolean
  readonly isPerson: boolean
  readonly title: string
  readonly detail: string
}
