/** Bringing clients in from a list, step by step: read the file once, try mappings on it, then commit one of them. */
import { z } from 'zod'
import { clientFields, type ClientField } from '#domain/catalog/client-columns.ts'
import type { Result } from '#domain/result.ts'
import type { EngineError } from './errors.ts'
import type { JobRef } from './jobs.ts'

/** What becomes of a row whose client is there already. */
export const duplicateChoices = ['skip', 'update', 'add'] as const
export type DuplicateChoice = (typeof duplicateChoices)[number]

export const rowFates = ['add', 'update', 'unchanged', 'skip', 'refuse'] as const
export type RowFate = (typeof rowFates)[number]

const column = z.int().min(0).max(20_000)
const mappingSchema = z.strictObject(
  Object.fromEntries(clientFields.map((field) => [field, column.optional()])) as Record<
    ClientField,
    z.ZodOptional<typeof column>
  >,
)
/** Field → column, counted from 0. */
export type ImportMapping = z.infer<typeof mappingSchema>

export const importPlanSchema = z.strictObject({
  importId: z.uuid(),
  mapping: mappingSchema,
  duplicates: z.enum(duplicateChoices),
})
export type ImportPlanQuery = z.infer<typeof importPlanSchema>

export const importRowsSchema = importPlanSchema.extend({
  fates: z.array(z.enum(rowFates)).max(rowFates.length),
  offset: z.int().min(0),
  limit: z.int().min(1).max(1000),
})
export type ImportRowsQuery = z.infer<typeof importRowsSchema>

export type ReadFile = {
  readonly fileName: string
  readonly bytes: Uint8Array
  /** False when the first row is a client already. */
  readonly header?: boolean | undefined
}

/** A file that was read, and is kept for this session until it is dropped. */
export type ReadImport = {
  readonly importId: string
  readonly fileName: string
  readonly kind: 'csv' | 'xlsx'
  /** The sheet of a workbook that was read. */
  readonly sheet: string | null
  readonly header: boolean
  readonly rows: number
  readonly columns: readonly ImportColumn[]
  /** By the headings, or as a file with the same headings was mapped before. */
  readonly mapping: ImportMapping
  readonly isRemembered: boolean
}
export type ImportColumn = { readonly heading: string; readonly examples: readonly string[] }

export type ImportPreview = { readonly counts: Readonly<Record<RowFate, number>> }

export type ImportRow = {
  readonly line: number
  readonly name: string
  readonly fate: RowFate
  /** In words, for a row that is refused or left out. */
  readonly reason: string | null
  /** What an update sets. */
  readonly fields: readonly ClientField[]
}
export type ImportRowsPage = { readonly items: readonly ImportRow[]; readonly total: number }

export type ImportOutcome = {
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  readonly skipped: number
  readonly refused: readonly { readonly line: number; readonly reason: string }[]
}

export type AccountImports = {
  read(file: ReadFile, signal?: AbortSignal): Promise<Result<ReadImport, EngineError>>
  preview(query: ImportPlanQuery): Promise<Result<ImportPreview, EngineError>>
  rows(query: ImportRowsQuery): Promise<Result<ImportRowsPage, EngineError>>
  /** The refused rows as they stand in the file, each with its line and reason, as CSV. */
  refusedRows(query: ImportPlanQuery): Promise<Result<Uint8Array, EngineError>>
  /** The job's result is an `ImportOutcome`; it can be undone with `changes.undo`. */
  commit(query: ImportPlanQuery): Result<JobRef, EngineError>
  drop(importId: string): void
}
