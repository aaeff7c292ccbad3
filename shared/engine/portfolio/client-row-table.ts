/** Client rows in and out of the read model. */
import { attentionTiers, type Attention } from '#domain/attention/attention-reasons.ts'
import type { ClientRow } from '#domain/projection/client-row.ts'

/** Sorts as people expect: accents and case aside, by Unicode compatibility form. */
export const nameKey = (name: string): string => name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** 0 = a reason in the first tier … 3 = no reason. */
const attentionRank = (attention: readonly Attention[]): number => {
  const first = attention[0]
  return first === undefined ? attentionTiers.length : attentionTiers.indexOf(first.tier)
}

export const upsertClientRow = `
INSERT OR REPLACE INTO client_row (id, name, name_key, status, archived_at, external_id, industry, sub_industry, employees,
  location, country, owner_id, next_audit_on, tags, overrides, score, band, attention, attention_rank, created_at, last_activity_at, file_state,
  coverage, exposure_low, exposure_mean, exposure_high)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

export const clientRowValues = (row: ClientRow): readonly (string | number | null)[] => [
  row.id,
  row.name,
  nameKey(row.name),
  row.status,
  row.archivedAt,
  row.externalId,
  row.industry,
  row.subIndustry,
  row.employees,
  row.location,
  row.country,
  row.ownerId,
  row.nextAuditOn,
  JSON.stringify(row.tags),
  JSON.stringify(row.overrides),
  row.score,
  row.band,
  JSON.stringify(row.attention),
  attentionRank(row.attention),
  row.createdAt,
  row.lastActivityAt,
  row.fileState,
  row.coverage,
  row.exposure?.low ?? null,
  row.exposure?.mean ?? null,
  row.exposure?.high ?? null,
]

export type StoredClientRow = {
  readonly id: string
  readonly name: string
  readonly status: ClientRow['status']
  readonly archived_at: string | null
  readonly external_id: string | null
  readonly industry: string | null
  readonly sub_industry: string | null
  readonly employees: number | null
  readonly location: string | null
  readonly country: string | null
  readonly owner_id: string | null
  readonly next_audit_on: string | null
  readonly tags: string
  readonly overrides: string
  readonly score: number | null
  readonly band: ClientRow['band']
  readonly attention: string
  readonly created_at: string | null
  readonly last_activity_at: string | null
  readonly file_state: ClientRow['fileState']
  readonly coverage: number | null
  readonly exposure_low: number | null
  readonly exposure_mean: number | null
  readonly exposure_high: number | null
}

export const toClientRow = (stored: StoredClientRow): ClientRow => ({
  id: stored.id,
  name: stored.name,
  status: stored.status,
  archivedAt: stored.archived_at,
  externalId: stored.external_id,
  industry: stored.industry,
  subIndustry: stored.sub_industry,
  employees: stored.employees,
  location: stored.location,
  country: stored.country,
  ownerId: stored.owner_id,
  nextAuditOn: stored.next_audit_on,
  tags: JSON.parse(stored.tags) as ClientRow['tags'],
  overrides: JSON.parse(stored.overrides) as ClientRow['overrides'],
  score: stored.score,
  band: stored.band,
  attention: JSON.parse(stored.attention) as ClientRow['attention'],
  createdAt: stored.created_at,
  lastActivityAt: stored.last_activity_at,
  fileState: stored.file_state,
  coverage: stored.coverage,
  exposure: toExposure(stored),
})

const toExposure = ({ exposure_low, exposure_mean, exposure_high }: StoredClientRow): ClientRow['exposure'] =>
  exposure_low === null || exposure_mean === null || exposure_high === null
    ? null
    : { low: exposure_low, mean: exposure_mean, high: exposure_high }
