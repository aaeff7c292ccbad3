/** One change to many clients, as a job, and the undoing of such a job as one step. */
import { z } from 'zod'
import { clientStatuses } from '#domain/entities/client.ts'
import type { Result } from '#domain/result.ts'
import type { EngineError } from './errors.ts'
import type { JobRef } from './jobs.ts'
import { clientQuerySchema } from './queries.ts'

/** Named ones, or all that a list shows. */
const selectedSchema = z.union([
  z.strictObject({ ids: z.array(z.uuid()).min(1).max(20_000) }),
  z.strictObject({ query: clientQuerySchema, except: z.array(z.uuid()).max(20_000) }),
])
export type SelectedClients = z.infer<typeof selectedSchema>

export const exportQuerySchema = z.strictObject({
  query: clientQuerySchema,
  format: z.enum(['csv', 'xlsx']),
  selected: selectedSchema.optional(),
})
export type ExportQuery = z.infer<typeof exportQuerySchema>

const label = z.string().trim().min(1).max(60)
const bulkChangeSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('assignOwner'), ownerId: z.uuid().nullable() }),
  z.strictObject({ type: z.literal('tag'), label }),
  z.strictObject({ type: z.literal('untag'), label }),
  z.strictObject({ type: z.literal('setStatus'), status: z.enum(clientStatuses) }),
  z.strictObject({ type: z.literal('archive') }),
  z.strictObject({ type: z.literal('restore') }),
])
export type BulkChange = z.infer<typeof bulkChangeSchema>

export type ChangedWhat =
  | BulkChange
  | { readonly type: 'import'; readonly fileName: string }
  | { readonly type: 'reviewEvidence'; readonly decision: 'accept' | 'reject' | 'submit' }

/** A change of many clients that can still be undone as one step. */
export type UndoableChange = {
  /** The job that made it. */
  readonly jobId: string
  readonly what: ChangedWhat
  readonly begunAt: string
  /** Whom it made or changed. */
  readonly clients: number
}

export const bulkSchema = z.strictObject({ clients: selectedSchema, change: bulkChangeSchema })
export type Bulk = z.infer<typeof bulkSchema>

export type KeptClient = { readonly clientId: string; readonly name: string; readonly reason: string }

export type BulkReport = {
  readonly changed: number
  readonly unchanged: number
  /** Each with the reason in words. */
  readonly failed: readonly KeptClient[]
}

export type UndoReport = {
  readonly undone: number
  /** Clients that somebody edited since: they stay as they are. */
  readonly kept: readonly KeptClient[]
}

export type AccountChanges = {
  /** The job's result is a `BulkReport`. */
  start(bulk: Bulk): Result<JobRef, EngineError>
  /** The newest twenty, newest first; a restart keeps them. */
  list(): readonly UndoableChange[]
  /** Undoes what a bulk change or an import did; the job's result is an `UndoReport`. */
  undo(jobId: string): Result<JobRef, EngineError>
}
