/**
 * What changed in a client since somebody last looked at it on this device. A visit is noted by how far each device's
 * activity went, not by its time: what another device did earlier and sent later is new all the same.
 */
import type { ActivityEntry, ClientVisit } from '#api/engine.ts'
import { newestHeads, type ActivityHead } from '../log/list-activity.ts'
import type { Log } from '../log/open-log.ts'
import { toActivityRow, type StoredActivity } from '../log/receive-push.ts'
import type { EncryptedDatabase } from '../sqlite/open-encrypted-database.ts'

/** Newest first, as many at most. */
const mostShown = 50

/** Null where nobody has looked at the client here before: everything would be new. */
export const sinceLastVisit = (
  portfolio: EncryptedDatabase,
  clientId: string,
  { database }: Log,
): ClientVisit | null => {
  const noted = portfolio.prepare('SELECT at, heads FROM client_visit WHERE client_id = ?').get(clientId) as
    | { readonly at: string; readonly heads: string }
    | undefined
  if (noted === undefined) return null
  const seen = new Map(JSON.parse(noted.heads) as readonly (readonly [device: string, deviceSeq: number])[])
  const behind = newestHeads(database)
    .map((head) => ({ ...head, seen: seen.get(head.device) ?? 0 }))
    .filter((head) => head.deviceSeq > head.seen)
  const select = database.prepare(
    'SELECT * FROM activity WHERE device = ? AND device_seq > ? ORDER BY device_seq DESC LIMIT ?',
  )
  const rows = behind.flatMap((head) => select.all(head.device, head.seen, mostShown) as readonly StoredActivity[])
  return {
    at: noted.at,
    count: behind.reduce((sum, head) => sum + head.deviceSeq - head.seen, 0),
    items: rows
      .toSorted((a, b) => (a.at < b.at ? 1 : -1))
      .slice(0, mostShown)
      .map(toEntry),
  }
}

/** What is there now has been seen. */
export const noteVisit = (
  portfolio: EncryptedDatabase,
  clientId: string,
  { log, at }: { readonly log: Log; readonly at: string },
): void => {
  const heads = newestHeads(log.database).map(({ device, deviceSeq }: ActivityHead) => [device, deviceSeq])
  portfolio
    .prepare('INSERT OR REPLACE INTO client_visit (client_id, at, heads) VALUES (?, ?, ?)')
    .run(clientId, at, JSON.stringify(heads))
}

const toEntry = (row: StoredActivity): ActivityEntry => ({ ...toActivityRow(row), serverAt: row.server_at })
