/** The portfolio's figures over all clients that are not archived. */
import type { PortfolioCounts } from '#api/engine.ts'
import { attentionTiers } from '#domain/attention/attention-reasons.ts'
import type { EncryptedDatabase } from '../sqlite/open-encrypted-database.ts'

export const countClients = (database: EncryptedDatabase): PortfolioCounts => {
  const rows = database.prepare(countByGroup).all() as readonly Group[]
  const sum = (matches: (group: Group) => boolean): number =>
    rows.reduce((total, group) => total + (matches(group) ? group.count : 0), 0)
  const active = (group: Group): boolean => group.archived === 0
  const clients = (group: Group): boolean => active(group) && group.status === 'client'
  const reasons = database.prepare(countByReason).all() as readonly { reason: string; count: number }[]
  return {
    clients: sum(clients),
    prospects: sum((group) => active(group) && group.status === 'prospect'),
    archived: sum((group) => group.archived === 1),
    byBand: {
      critical: sum((group) => clients(group) && group.band === 'critical'),
      high: sum((group) => clients(group) && group.band === 'high'),
      moderate: sum((group) => clients(group) && group.band === 'moderate'),
      low: sum((group) => clients(group) && group.band === 'low'),
      unknown: sum((group) => clients(group) && group.band === 'unknown'),
    },
    byAttention: {
      now: sum((group) => clients(group) && group.rank === 0),
      soon: sum((group) => clients(group) && group.rank === 1),
      watch: sum((group) => clients(group) && group.rank === 2),
      none: sum((group) => clients(group) && group.rank === attentionTiers.length),
    },
    byReason: Object.fromEntries(reasons.map(({ reason, count }) => [reason, count])),
    healthy: sum((group) => clients(group) && group.band === 'low' && group.rank === attentionTiers.length),
  }
}

type Group = {
  readonly archived: 0 | 1
  readonly status: string
  readonly band: string
  readonly rank: number
  readonly count: number
}

const countByGroup = `
SELECT archived_at IS NOT NULL AS archived, status, band, attention_rank AS rank, count(*) AS count
FROM client_row GROUP BY 1, 2, 3, 4`
const countByReason = `
SELECT json_extract(one.value, '$.reason') AS reason, count(*) AS count
FROM client_row, json_each(client_row.attention) AS one
WHERE archived_at IS NULL AND status = 'client' GROUP BY 1 ORDER BY 1`
