/** The client list as a CSV or XLSX file, in the words of the screen. */
import type { ExportQuery } from '#api/client-changes.ts'
import { attentionReasons } from '#domain/attention/attention-reasons.ts'
import type { ClientRow } from '#domain/projection/client-row.ts'
import { csvText } from '../exports/write-csv.ts'
import { xlsxBytes } from '../exports/write-xlsx.ts'
import { listClients } from '../portfolio/list-clients.ts'
import type { EncryptedDatabase } from '../sqlite/open-encrypted-database.ts'

export const exportClients = async (
  database: EncryptedDatabase,
  { query, format, selected }: ExportQuery,
): Promise<Uint8Array> => {
  const { items } = listClients(database, { ...query, limit: mostRows, offset: 0 })
  const rows = items.filter(isSelected(selected)).map((row) => exportedColumns.map(({ value }) => value(row) ?? ''))
  const headings = exportedColumns.map(({ heading }) => heading)
  if (format === 'csv') return new TextEncoder().encode(csvText(headings, rows))
  return xlsxBytes({ sheetName: 'Clients', headings, rows })
}

const isSelected = (selected: ExportQuery['selected']): ((row: ClientRow) => boolean) => {
  if (selected === undefined) return () => true
  const named = new Set('ids' in selected ? selected.ids : selected.except)
  return 'ids' in selected ? ({ id }) => named.has(id) : ({ id }) => !named.has(id)
}

const mostRows = 1_000_000

const exportedColumns: readonly {
  readonly heading: string
  readonly value: (row: ClientRow) => string | number | null
}[] = [
  { heading: 'Client', value: ({ name }) => name },
  { heading: 'External ID', value: ({ externalId }) => externalId },
  { heading: 'Status', value: ({ status }) => status },
  { heading: 'Industry', value: ({ industry }) => industry },
  { heading: 'Sub-industry', value: ({ subIndustry }) => subIndustry },
  { heading: 'Employees', value: ({ employees }) => employees },
  { heading: 'Location', value: ({ location }) => location },
  { heading: 'Country', value: ({ country }) => country },
  { heading: 'Tags', value: ({ tags }) => tags.join('; ') },
  { heading: 'Risk', value: ({ band }) => band },
  { heading: 'Score', value: ({ score }) => score },
  { heading: 'Needs attention', value: ({ attention }) => attention.map(({ reason }) => labelOf(reason)).join('; ') },
  { heading: 'Next audit', value: ({ nextAuditOn }) => nextAuditOn },
  { heading: 'Archived', value: ({ archivedAt }) => archivedAt },
  { heading: 'Last activity', value: ({ lastActivityAt }) => lastActivityAt },
  { heading: 'ID', value: ({ id }) => id },
]

const labelOf = (reason: string): string => attentionReasons.find(({ id }) => id === reason)?.label ?? reason
