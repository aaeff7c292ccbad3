/** Of the latest changes, those that say something by themselves: ids, stamps and measures stand in the whole activity. */
import type { ActivityEntry } from '#api/engine.ts'

export const tellingChanges = (rows: readonly ActivityEntry[]): readonly ActivityEntry[] =>
  rows.filter(({ field }) => !isDetail(field))

/** Moments stand beside each change already, and ids name what only its own screen can show. */
const isDetail = (field: string): boolean =>
  details.has(field) || (/(Id|By)$/.test(field) && field !== 'ownerId') || stamps.has(field)

const stamps: ReadonlySet<string> = new Set([
  'createdAt',
  'addedAt',
  'linkedAt',
  'submittedAt',
  'decidedAt',
  'editedAt',
])
const details: ReadonlySet<string> = new Set(['sha256', 'size', 'number', 'submission', 'mediaType', 'executable'])
