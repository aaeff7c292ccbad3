/** Deleted records that can still be restored, newest first. */
import type { TrashItem } from '#api/engine.ts'
import { trashDays, type DeletableName } from '#domain/mutations/trash-mutations.ts'
import { daysBefore } from '../log/days-before.ts'
import type { Log } from '../log/open-log.ts'

export const hasOverdueTrash = (log: Log): boolean =>
  log.database
    .prepare(
      `${tables.map(({ table }) => `SELECT 1 FROM ${table} WHERE deleted_at < :oldest`).join(' UNION ALL ')} LIMIT 1`,
    )
    .get({ oldest: oldestInTrash(log) }) !== undefined

export const listTrash = (log: Log): readonly TrashItem[] => {
  const rows = log.database
    .prepare(`${tables.map(selectDeleted).join(' UNION ALL ')} ORDER BY deletedAt DESC, id`)
    .all({ oldest: oldestInTrash(log) }) as readonly (Omit<TrashItem, 'until' | 'name'> & {
    readonly name: string | null
  })[]
  return rows.map(({ name, ...row }) => ({
    ...row,
    name: name ?? '',
    until: daysBefore(row.deletedAt, -trashDays),
  }))
}

type DeletableTable = { readonly entity: DeletableName; readonly table: string; readonly name: string }

const tables: readonly DeletableTable[] = [
  { entity: 'contact', table: 'contact', name: 'name' },
  { entity: 'clientTag', table: 'client_tag', name: 'label' },
  { entity: 'note', table: 'note', name: 'coalesce(title, excerpt)' },
  { entity: 'evidence', table: 'evidence', name: 'title' },
  { entity: 'internalNote', table: 'internal_note', name: 'coalesce(title, excerpt)' },
]

const selectDeleted = ({ entity, table, name }: DeletableTable): string =>
  `SELECT '${entity}' AS entity, id, ${name} AS name, deleted_at AS deletedAt FROM ${table} WHERE deleted_at >= :oldest`

const oldestInTrash = ({ clock }: Log): string => daysBefore(new Date(clock.now()).toISOString(), trashDays)
