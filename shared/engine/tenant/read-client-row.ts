/** Works out a client's portfolio row from its open file. */
import { clientRow, type ClientRow } from '#domain/projection/client-row.ts'
import type { BandThresholds } from '#domain/scoring/band-thresholds.ts'
import type { Log } from '../log/open-log.ts'
import { readClient } from './read-client.ts'

export const readClientRow = (log: Log, thresholds: BandThresholds): ClientRow => {
  const client = readClient(log)
  const tags = log.database.prepare(selectTags).pluck().all() as readonly string[]
  const lastActivityAt = log.database.prepare(selectLastActivity).pluck().get() as string | null
  return clientRow({ client, tags, lastActivityAt, thresholds })
}

const selectTags = 'SELECT label FROM client_tag WHERE deleted_at IS NULL AND label IS NOT NULL'
/** A look at the end of each device's chain, which is a lookup in the primary key: no scan. */
const selectLastActivity = `
WITH RECURSIVE device(id) AS (
  SELECT min(device) FROM activity
  UNION ALL SELECT (SELECT min(device) FROM activity WHERE device > id) FROM device WHERE id IS NOT NULL
)
SELECT max((SELECT at FROM activity WHERE device = id ORDER BY device_seq DESC LIMIT 1)) FROM device WHERE id IS NOT NULL`
