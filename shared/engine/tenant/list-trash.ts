/** Deleted records that can still be restored, newest first. */
import type { TrashItem } from '#api/engine.ts'
import { trashDays } from '#domain/mutations/trash-mutations.ts'
import { daysBefore } from '../log/days-before.ts'
import type { Log } from '../log/open-log.ts'

export const hasOverdueTrash = (log: Log): boolean =>
  log.database
    .prepare(
      `SELECT 1 FROM contact WHERE deleted_at < :oldest UNION ALL SELECT 1 FROM client_tag WHERE deleted_at < :oldest LIMIT 1`,
    )
    .get({ oldest: oldestInTrash(log) }) !== undefined

export const listTrash = (log: Log): readonly TrashItem[] => {
  const rows = log.database
    .prepare(
      `SELECT 'contact' AS entity, id, name, deleted_at AS deletedAt FROM contact WHERE deleted_at >= :oldest
       UNION ALL SELECT 'clientTag', id, label, deleted_at FROM client_tag WHERE deleted_at >= :oldest
       ORDER BY deletedAt DESC, id`,
    )
    .all({ oldest: oldestInTrash(log) }) as readonly (Omit<TrashItem, 'until' | 'name'> & {
    readonly name: string | null
  })[]
  return rows.map(({ name, ...row }) => ({
    ...row,
    name: name ?? '',
    until: daysBefore(row.deletedAt, -trashDays),
  }))
}

const oldestInTrash = ({ clock }: Log): string => daysBefore(new Date(clock.now()).toISOString(), trashDays)
