/** Writes a space of an export into a new file: documents, history, and the rows that follow from them. */
import * as Y from 'yjs'
import { documentKind, documentSpace } from '#domain/document/document-name.ts'
import { insertFile } from '../files/file-metadata.ts'
import { createGiveWay } from '../jobs/give-way.ts'
import { activityValues } from '../log/commit-edits.ts'
import type { Log } from '../log/open-log.ts'
import { rebuildRows } from '../log/verify-log.ts'
import { activityPath, activitySchema, documentSchema, documentsPath, fileSchema, filesPath } from './export-layout.ts'
import { ArchiveFailure, type OpenArchive } from './open-archive.ts'
import { readLines } from './read-lines.ts'

/** The file has its tables and nothing in them. Throws an `ArchiveFailure`, or what SQLite throws. */
export const importSpace = async (log: Log, archive: OpenArchive, folder: string): Promise<void> => {
  const { database, statements } = log
  const giveWay = createGiveWay()
  const insertDocument = database.prepare(
    'INSERT INTO doc_snapshot (document, epoch, through_seq, state) VALUES (?, ?, ?, ?)',
  )
  database.exec('BEGIN')
  for await (const { name, epoch, sequence, state } of readLines(archive, documentsPath(folder), documentSchema)) {
    insertDocument.run(name, epoch, sequence, readState(name, log, Buffer.from(state, 'base64')))
    // No server has it: whichever comes first is offered the whole of it.
    statements.insertOutbox.run(name, 0)
    await giveWay()
  }
  const setServerTime = database.prepare('UPDATE activity SET server_at = ? WHERE device = ? AND device_seq = ?')
  for await (const { hash, serverAt, ...row } of readLines(archive, activityPath(folder), activitySchema)) {
    statements.insertActivity.run(...activityValues(row, Buffer.from(hash, 'hex')))
    if (serverAt !== null) setServerTime.run(serverAt, row.device, row.deviceSeq)
    await giveWay()
  }
  if (log.space === 'tenant') {
    for await (const file of readLines(archive, filesPath(folder), fileSchema)) insertFile(database, file)
  }
  for (const [entity, rows] of rebuildRows(log)) {
    for (const row of rows.values()) {
      statements.projections.get(entity)?.upsert.run(...row)
      await giveWay()
    }
  }
  database.exec('COMMIT')
}

/** Only documents that belong into such a file, and only what Yjs can read. */
const readState = (name: string, { space }: Log, state: Buffer): Buffer => {
  const kind = documentKind(name)
  if (kind === undefined || documentSpace(kind) !== space)
    throw new ArchiveFailure(`${name} is no document of a ${space}`)
  const doc = new Y.Doc()
  try {
    Y.applyUpdate(doc, state)
  } catch {
    throw new ArchiveFailure(`the document ${name} cannot be read`)
  } finally {
    doc.destroy()
  }
  return state
}
