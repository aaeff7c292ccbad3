/**
 * Activity, newest first. Rows are clustered by device, so each device's chain is read backwards from its own place and
 * the chains are merged by time: no index is written on the edit path and no list reads the whole table.
 */
import type { ActivityEntry, ActivityPage } from '#api/engine.ts'
import type { ActivityQuery } from '#api/queries.ts'
import type { EncryptedDatabase } from '../sqlite/open-encrypted-database.ts'
import { toActivityRow, type StoredActivity } from './receive-push.ts'

const defaultLimit = 100
/** Rows looked at in one call at most, so that a rare filter on a long history cannot hold up the engine. */
const mostScanned = 20_000

export const listActivity = (database: EncryptedDatabase, query: ActivityQuery): ActivityPage => {
  const limit = query.limit ?? defaultLimit
  const heads = query.cursor === undefined ? newestHeads(database) : parseCursor(query.cursor)
  const chains = heads
    .filter(({ device }) => query.device === undefined || device === query.device)
    .map((head) => openChain(database, head))
  const items: ActivityEntry[] = []
  for (let scanned = 0; scanned < mostScanned && items.length < limit; scanned++) {
    const newest = newestChain(chains)
    const row = newest?.peek()
    if (newest === undefined || row === undefined) return { items, nextCursor: null }
    newest.advance()
    if (matches(row, query)) items.push({ ...toActivityRow(row), serverAt: row.server_at })
  }
  return { items, nextCursor: toCursor(chains.map(({ head }) => head())) }
}

/** The next row to read of a device: `deviceSeq` and older. */
export type ActivityHead = { readonly device: string; readonly deviceSeq: number }
type Chain = { peek(): StoredActivity | undefined; advance(): void; head(): ActivityHead }

/** The last row of each device. */
export const newestHeads = (database: EncryptedDatabase): readonly ActivityHead[] =>
  database.prepare(selectHeads).all() as readonly ActivityHead[]

const selectHeads = `
WITH RECURSIVE device(id) AS (
  SELECT min(device) FROM activity
  UNION ALL SELECT (SELECT min(device) FROM activity WHERE device > id) FROM device WHERE id IS NOT NULL
)
SELECT id AS device, (SELECT max(device_seq) FROM activity WHERE device = id) AS deviceSeq FROM device WHERE id IS NOT NULL`

const rowsAtOnce = 200

const openChain = (database: EncryptedDatabase, from: ActivityHead): Chain => {
  const select = database.prepare(
    'SELECT * FROM activity WHERE device = ? AND device_seq <= ? ORDER BY device_seq DESC LIMIT ?',
  )
  let deviceSeq = from.deviceSeq
  let rows: readonly StoredActivity[] = []
  let index = 0
  let ended = false
  const peek = (): StoredActivity | undefined => {
    if (index >= rows.length && !ended) {
      rows = select.all(from.device, deviceSeq, rowsAtOnce) as readonly StoredActivity[]
      index = 0
      ended = rows.length === 0
    }
    return rows[index]
  }
  return {
    peek,
    advance() {
      deviceSeq = (peek()?.device_seq ?? 1) - 1
      index++
    },
    head: () => ({ device: from.device, deviceSeq }),
  }
}

const newestChain = (chains: readonly Chain[]): Chain | undefined => {
  let newest: Chain | undefined
  for (const chain of chains) {
    const row = chain.peek()
    if (row !== undefined && (newest === undefined || row.at > (newest.peek()?.at ?? ''))) newest = chain
  }
  return newest
}

const matches = (row: StoredActivity, query: ActivityQuery): boolean =>
  (query.entity === undefined || row.entity === query.entity) &&
  (query.record === undefined || row.record === query.record) &&
  (query.field === undefined || row.field === query.field) &&
  (query.member === undefined || row.member === query.member)

const toCursor = (heads: readonly ActivityHead[]): string =>
  heads.map(({ device, deviceSeq }) => `${device}:${deviceSeq}`).join(',')

const parseCursor = (cursor: string): readonly ActivityHead[] =>
  cursor.split(',').flatMap((part) => {
    const [device, sequence] = part.split(':')
    const deviceSeq = Number(sequence)
    return device === undefined || device === '' || !Number.isSafeInteger(deviceSeq) ? [] : [{ device, deviceSeq }]
  })
