/** Clients from a list, step by step: the table is held while mappings are tried on it; one of them is committed. */
import type { AccountImports, ImportPlanQuery, ReadFile, ReadImport } from '#api/client-import.ts'
import type { EngineError } from '#api/errors.ts'
import { guessColumns } from '#domain/catalog/client-columns.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { createHeldTables, type HeldTable } from '../imports/held-tables.ts'
import { countFates, importRowsPage } from '../imports/import-preview.ts'
import type { PlannedRow } from '../imports/plan-import-rows.ts'
import { readTable } from '../imports/read-table.ts'
import { refusedRowsCsv } from '../imports/refused-rows-csv.ts'
import type { Table } from '../imports/table.ts'
import type { JobBoard } from '../jobs/job-board.ts'
import type { OneAtATime } from '../jobs/one-at-a-time.ts'
import type { ChangeManyParts } from './change-many.ts'
import { commitImport } from './commit-import.ts'
import { canImportClients } from './import-clients.ts'
import { createMappingMemory } from './mapping-memory.ts'
import { createKeptPlan } from './plan-against-clients.ts'

export type AccountImportsOptions = {
  readonly open: ChangeManyParts
  readonly jobs: JobBoard
  readonly batches: OneAtATime
}

export const createAccountImports = ({ open, jobs, batches }: AccountImportsOptions): AccountImports => {
  const { parts } = open
  const held = createHeldTables(parts.ports.random)
  const memory = createMappingMemory(parts.portfolio)
  const plans = createKeptPlan(open)

  const findHeld = (query: ImportPlanQuery): Result<HeldTable, EngineError> => {
    const allowed = canImportClients(parts.actor())
    if (!allowed.ok) return allowed
    const found = held.find(query.importId)
    return found === undefined ? err({ type: 'ImportGone' }) : ok(found)
  }
  const plan = async (query: ImportPlanQuery): Promise<Result<PlannedTable, EngineError>> => {
    const found = findHeld(query)
    if (!found.ok) return found
    const rows = await plans.of(found.value, query)
    return rows.ok ? ok({ table: found.value.table, rows: rows.value }) : rows
  }
  return {
    async read(file, signal) {
      const allowed = canImportClients(parts.actor())
      if (!allowed.ok) return allowed
      const table = await readFileOf(file, signal)
      if (!table.ok) return table
      const { fileName, header = true } = file
      const kept = held.hold({ fileName, header, table: table.value })
      const remembered = memory.find(table.value.headings)
      const mapping = remembered ?? (header ? guessColumns(table.value.headings) : {})
      return ok({ ...describeTable(kept), mapping, isRemembered: remembered !== undefined })
    },
    async preview(query) {
      const planned = await plan(query)
      return planned.ok ? ok({ counts: countFates(planned.value.rows) }) : planned
    },
    async rows(query) {
      const { fates, offset, limit, ...rest } = query
      const planned = await plan(rest)
      if (!planned.ok) return planned
      const { table, rows } = planned.value
      return ok(importRowsPage(table, rows, { fates, offset, limit, nameColumn: query.mapping.name ?? 0 }))
    },
    async refusedRows(query) {
      const planned = await plan(query)
      return planned.ok ? ok(refusedRowsCsv(planned.value.table, planned.value.rows)) : planned
    },
    commit(query) {
      const found = findHeld(query)
      if (!found.ok) return found
      const { table, fileName } = found.value
      return ok(
        jobs.start('importClients', async (control, jobId) => {
          const planned = await plan(query)
          if (!planned.ok) return planned
          const changeSet = { id: jobId, what: { type: 'import', fileName } } as const
          const committed = await commitImport({ open, batches, changeSet }, planned.value.rows, control)
          if (!committed.ok) return committed
          plans.forget()
          held.drop(query.importId)
          memory.remember(table.headings, query.mapping)
          return committed
        }),
      )
    },
    drop(importId) {
      plans.forget()
      held.drop(importId)
    },
  }
}

type PlannedTable = { readonly table: Table; readonly rows: readonly PlannedRow[] }

const readFileOf = async (
  { bytes, header = true }: ReadFile,
  signal: AbortSignal | undefined,
): Promise<Result<Table, EngineError>> => {
  const table = await readTable({ bytes, header, ...(signal && { signal }) })
  if (table.ok) return table
  return err(
    table.error.type === 'Cancelled' ? { type: 'Cancelled' } : { type: 'ImportRefused', reason: table.error.message },
  )
}

const describeTable = ({
  importId,
  fileName,
  header,
  table,
}: HeldTable): Omit<ReadImport, 'mapping' | 'isRemembered'> => ({
  importId,
  fileName,
  kind: table.kind,
  sheet: table.sheet ?? null,
  header,
  rows: table.rows.length,
  columns: table.headings.map((heading, column) => ({ heading, examples: examplesOf(table, column) })),
})

const mostExamples = 3
const longestExample = 80
const rowsLookedAt = 200

/** The first different values of a column. */
const examplesOf = ({ rows }: Table, column: number): readonly string[] => {
  const values = rows.slice(0, rowsLookedAt).flatMap(({ cells }) => cells[column] ?? [])
  return [...new Set(values.filter((value) => value !== ''))]
    .slice(0, mostExamples)
    .map((value) => value.replaceAll(/\s+/gu, ' ').slice(0, longestExample))
}
