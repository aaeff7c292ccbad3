/** The doctor's look into one file: pages, projection against a rebuild, and the activity chains. Reads only. */
import { chainStart } from '#domain/document/activity-row.ts'
import { requireEntity } from '#domain/document/record-change.ts'
import { projectRecord, recordsOf, type ProjectedRow } from '#domain/projection/project-record.ts'
import { documentNames, loadDocument } from './log-documents.ts'
import type { Log } from './open-log.ts'
import { followsInChain, type StoredActivity } from './receive-push.ts'

export type LogProblem = {
  readonly check: 'pages' | 'projection' | 'activity'
  /** A plain sentence with ids only, never a client's data. */
  readonly detail: string
}

export const verifyLog = (log: Log): readonly LogProblem[] => [
  ...verifyPages(log),
  ...verifyProjection(log),
  ...verifyActivity(log),
]

const verifyPages = ({ database }: Log): readonly LogProblem[] => {
  const answers = database.prepare('PRAGMA integrity_check(10)').pluck().all() as readonly string[]
  return answers.filter((answer) => answer !== 'ok').map((detail) => ({ check: 'pages', detail }))
}

/** Rebuilds every row from the log and compares it with what the tables hold. */
const verifyProjection = (log: Log): readonly LogProblem[] => {
  const rebuilt = rebuildRows(log)
  return log.entities.flatMap((entity) => {
    const expected = rebuilt.get(entity.name) ?? new Map<string, ProjectedRow>()
    const stored = (log.statements.projections.get(entity.name)?.all.all() ?? []) as readonly ProjectedRow[]
    const unlike = stored.filter((row) => JSON.stringify(row) !== JSON.stringify(expected.get(String(row[0]))))
    const missing = [...expected.keys()].filter((id) => !stored.some((row) => row[0] === id))
    return [...unlike.map((row) => String(row[0])), ...missing].map((id) => ({
      check: 'projection' as const,
      detail: `${entity.name} ${id} differs from its rebuild`,
    }))
  })
}

/** Every row as the documents give it, by entity and id. */
export const rebuildRows = (log: Log): ReadonlyMap<string, ReadonlyMap<string, ProjectedRow>> => {
  const rows = new Map<string, Map<string, ProjectedRow>>()
  for (const name of documentNames(log.database)) {
    const { doc } = loadDocument(log.statements, name)
    for (const { entity, id } of recordsOf(name, doc)) {
      const row = projectRecord(doc, requireEntity(entity), id)
      if (row === undefined) continue
      const ofEntity = rows.get(entity) ?? new Map<string, ProjectedRow>()
      ofEntity.set(id, row)
      rows.set(entity, ofEntity)
    }
    doc.destroy()
  }
  return rows
}

/** Each device's rows are numbered without gaps, and each hash follows from the one before. */
export const verifyActivity = ({ database }: Log): readonly LogProblem[] => {
  const problems: LogProblem[] = []
  let device = ''
  let sequence = 0
  let previousHash = chainStart
  const rows = database.prepare('SELECT * FROM activity ORDER BY device, device_seq').iterate()
  for (const stored of rows as IterableIterator<StoredActivity>) {
    if (stored.device !== device) [device, sequence, previousHash] = [stored.device, 0, chainStart]
    const inOrder = stored.device_seq === sequence + 1
    if (!inOrder || !followsInChain(previousHash, stored)) {
      problems.push({
        check: 'activity',
        detail: `row ${stored.device}.${stored.device_seq} does not follow in its chain`,
      })
    }
    sequence = stored.device_seq
    previousHash = stored.hash.toString('hex')
  }
  return problems
}
