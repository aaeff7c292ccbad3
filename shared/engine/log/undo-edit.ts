/** Undo as an edit like any other: it sets back what one edit changed, where nobody has changed it since. */
import type { ActivityRow } from '#domain/document/activity-row.ts'
import type { DocumentName } from '#domain/document/document-name.ts'
import { readCell, recordCells } from '#domain/document/record-cells.ts'
import { recordKey } from '#domain/document/record-key.ts'
import type { RecordChange } from '#domain/document/record-change.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Actor, Edit, EditError } from './edit.ts'
import type { Log } from './open-log.ts'
import { toActivityRow, type StoredActivity } from './receive-push.ts'

/** An edit of this device: its rows are `rows` many from device sequence `edit` on. */
export type EditRef = { readonly device: string; readonly edit: number; readonly rows: number }

export type Revert = {
  readonly name: 'undo' | 'redo'
  readonly actor: Actor
  /** What was changed since stays, and the rest is set back: for an edit that should not have been. */
  readonly keepChanged?: boolean
}

/**
 * `name` is `undo` or `redo` (a redo undoes the undo). Refused as a whole with ChangedSince when one of the fields
 * holds another value by now: half an undo would be a surprise. Values are compared, not rows, because undoing two
 * edits of one field in turn leaves the undo's own row in the cell.
 */
export const editThatReverts = (log: Log, ref: EditRef, { name, actor, keepChanged = false }: Revert): Edit => ({
  name,
  actor,
  plan: () => planRevert(log, ref, keepChanged),
})

const planRevert = (
  log: Log,
  { device, edit, rows }: EditRef,
  keepChanged: boolean,
): Result<readonly RecordChange[], EditError> => {
  const stored = log.database
    .prepare('SELECT * FROM activity WHERE device = ? AND device_seq >= ? AND device_seq < ? ORDER BY device_seq DESC')
    .all(device, edit, edit + rows) as readonly StoredActivity[]
  const changed = [...Map.groupBy(stored.map(toActivityRow), fieldOf).values()].flatMap(wholeChange)
  const isChangedSince = (row: ActivityRow): boolean => {
    const cell = readCell(
      recordCells(log.documents.load(row.document).doc),
      recordKey(row.entity, row.record, row.field),
    )
    return (cell?.value ?? null) !== row.to
  }
  const changedSince = new Set(changed.filter(isChangedSince))
  if (changedSince.size > 0 && !keepChanged)
    return err({ type: 'ChangedSince', fields: [...changedSince].map(({ field }) => field) })
  const reverted = changed.filter((row) => !changedSince.has(row))
  return ok(
    reverted.map(({ document, entity, record, field, from }) => ({
      document: document as DocumentName,
      entity,
      id: record,
      fields: { [field]: from },
    })),
  )
}

const fieldOf = ({ document, entity, record, field }: ActivityRow): string =>
  `${document} ${recordKey(entity, record, field)}`

/** One edit may set a field twice: it is set back from the last value to what stood before the first. Newest first. */
const wholeChange = (rows: readonly ActivityRow[]): readonly ActivityRow[] => {
  const [last, first] = [rows[0], rows.at(-1)]
  return last === undefined || first === undefined ? [] : [{ ...last, from: first.from }]
}
