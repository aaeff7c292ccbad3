/**
 * A client's part of a change of many, noted in its own file by the commit that made it: after a kill the file itself
 * says whether its part was done, and which edits those were.
 */
import type { EditMark } from './edit.ts'
import type { Log } from './open-log.ts'
import type { EditRef } from './undo-edit.ts'

const keyOf = (changeSet: string): string => `change/${changeSet}`

/** Inside the transaction of its edit. Marks of changes that nobody can undo any more go with the next one. */
export const writeChangeMark = (log: Log, mark: EditMark, ref: EditRef): void => {
  const { statements } = log
  if (mark.type === 'clear') {
    statements.removeMeta.run(keyOf(mark.changeSet))
    return
  }
  if (ref.rows === 0) return
  const kept = new Set([...mark.kept].map(keyOf))
  for (const key of statements.listChangeMarks.all()) if (!kept.has(key)) statements.removeMeta.run(key)
  statements.setMeta.run(keyOf(mark.changeSet), JSON.stringify([...findChangeMarks(log, mark.changeSet), ref]))
}

/** Its edits of this file, oldest first; none where the change did nothing, or was undone. */
export const findChangeMarks = ({ statements }: Log, changeSet: string): readonly EditRef[] => {
  const noted = statements.getMeta.get(keyOf(changeSet))
  return noted === undefined ? [] : (JSON.parse(noted) as readonly EditRef[])
}
