/** Everything that the portfolio holds of a tenant, worked out from its open file. */
import type { BandThresholds } from '#domain/scoring/band-thresholds.ts'
import type { Log } from '../log/open-log.ts'
import type { RefreshedTenant } from '../portfolio/tenant-registry.ts'
import { readEvidenceRows } from '../evidence/read-evidence.ts'
import { readSearchItems } from '../search/read-search-items.ts'
import { readClientRow } from './read-client-row.ts'

export const readTenant = (log: Log, thresholds: BandThresholds): RefreshedTenant => ({
  row: readClientRow(log, thresholds),
  head: { device: log.head.device, deviceSeq: log.head.deviceSeq },
  items: readSearchItems(log),
  evidence: readEvidenceRows(log),
})
