/** The notes of a client that are not in the trash. */
import type { NoteSummary } from '#api/notes.ts'
import { noteAudiences, noteEntityOf } from '#domain/entities/note.ts'
import { can } from '#domain/permissions/can.ts'
import type { Role } from '#domain/permissions/roles.ts'
import type { Log } from '../log/open-log.ts'

/** The one edited last first; notes whose kind the role may not read are left out. */
export const listNotes = (log: Log, role: Role): readonly NoteSummary[] => {
  const selects = noteAudiences.flatMap((audience) => {
    const { kind, table } = noteEntityOf(audience)
    return can(role, { read: kind })
      ? [`SELECT '${audience}' AS audience, ${columns} FROM ${table} WHERE deleted_at IS NULL`]
      : []
  })
  if (selects.length === 0) return []
  return log.database
    .prepare(`${selects.join(' UNION ALL ')} ORDER BY editedAt DESC, id DESC`)
    .all() as readonly NoteSummary[]
}

const columns = `id, title, excerpt, created_at AS createdAt, coalesce(edited_at, created_at) AS editedAt, edited_by AS editedBy`
