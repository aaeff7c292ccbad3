/** Looks for acknowledged edits in the file that they were made in, and says which of them are not there. */
import { activityRowId, type ActivityRow } from '#domain/document/activity-row.ts'
import type { FieldChange } from '#domain/document/record-change.ts'
import { readCell, recordCells } from '#domain/document/record-cells.ts'
import { recordKey } from '#domain/document/record-key.ts'
import type { Log } from '#engine/log/open-log.ts'
import { toActivityRow, type StoredActivity } from '#engine/log/receive-push.ts'
import type { AcknowledgedEdit } from './fault-lines.ts'

export type LostEdit = { readonly edit: AcknowledgedEdit; readonly reason: string }

/**
 * An edit is there when each of its changes has its activity row and the field holds what was set last: by this edit,
 * or by a later row of the same chain. `base` makes the search exact: no two changes of a field share one.
 */
export const findLostEdits = (log: Log, edits: readonly AcknowledgedEdit[]): readonly LostEdit[] => {
  const rows = readRows(log)
  const placeByChange = new Map(rows.map((row, place) => [changeKey({ ...row, id: row.record }, row), place]))
  const lastPlaceByCell = new Map(rows.map((row, place) => [cellKey({ ...row, id: row.record }), place]))
  return edits.flatMap((edit) => {
    for (const change of edit.changes) {
      if (!placeByChange.has(changeKey(change, edit))) return [{ edit, reason: 'has no activity row' }]
      const last = rows[lastPlaceByCell.get(cellKey(change)) ?? -1]
      const held = last === undefined ? 'has no last row' : compareWithCell(log, change, last)
      if (held !== undefined) return [{ edit, reason: held }]
    }
    return []
  })
}

const readRows = ({ database }: Log): readonly ActivityRow[] =>
  (database.prepare('SELECT * FROM activity ORDER BY at, device, device_seq').all() as readonly StoredActivity[]).map(
    toActivityRow,
  )

type Change = Omit<FieldChange, 'document'> & { readonly document: string }

const changeKey = (change: Change, edit: { readonly mutation: string; readonly at: string }): string =>
  JSON.stringify([cellKey(change), change.from, change.to, change.base, edit.mutation, edit.at])

const cellKey = ({ document, entity, id, field }: Pick<Change, 'document' | 'entity' | 'id' | 'field'>): string =>
  `${document} ${entity} ${id} ${field}`

/** The document is what counts: that the tables agree with it is another check. */
const compareWithCell = (log: Log, { document, entity, id, field }: Change, last: ActivityRow): string | undefined => {
  const cell = readCell(recordCells(log.documents.load(document).doc), recordKey(entity, id, field))
  if (cell?.setBy !== activityRowId(last.device, last.deviceSeq))
    return `its field was set by ${cell?.setBy ?? 'nobody'}`
  return cell.value === last.to ? undefined : 'its field holds another value'
}
