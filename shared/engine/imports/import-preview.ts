/** A plan as the screen shows it: how many rows of each fate, and a page of rows. */
import type { ImportRow, ImportRowsPage, ImportRowsQuery, RowFate } from '#api/client-import.ts'
import type { PlannedRow } from './plan-import-rows.ts'
import type { Table } from './table.ts'

export const countFates = (rows: readonly PlannedRow[]): Readonly<Record<RowFate, number>> => {
  const counts = { add: 0, update: 0, unchanged: 0, skip: 0, refuse: 0 }
  for (const { fate } of rows) counts[fate] += 1
  return counts
}

export type RowsPageQuery = Pick<ImportRowsQuery, 'fates' | 'offset' | 'limit'> & { readonly nameColumn: number }

export const importRowsPage = (table: Table, rows: readonly PlannedRow[], query: RowsPageQuery): ImportRowsPage => {
  const wanted = new Set(query.fates)
  const items: ImportRow[] = []
  let total = 0
  rows.forEach((row, index) => {
    if (!wanted.has(row.fate)) return
    if (total >= query.offset && items.length < query.limit) {
      items.push(rowOnScreen(row, table.rows[index]?.cells[query.nameColumn] ?? ''))
    }
    total += 1
  })
  return { items, total }
}

const longestName = 200

const rowOnScreen = ({ line, fate, draft, reason, fields }: PlannedRow, cell: string): ImportRow => ({
  line,
  fate,
  name: (draft?.name ?? cell).slice(0, longestName),
  reason: reason ?? null,
  fields: fields ?? [],
})
