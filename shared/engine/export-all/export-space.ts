/** The readable files of one space, a client's or the practice's, all as they were at one moment. */
import * as Y from 'yjs'
import type { EntityDefinition } from '#domain/entities/entity.ts'
import { listFiles, type FileMetadata } from '../files/file-metadata.ts'
import { createGiveWay } from '../jobs/give-way.ts'
import { documentNames, loadDocument } from '../log/log-documents.ts'
import { prepareLogStatements } from '../log/log-statements.ts'
import type { StoredActivity } from '../log/receive-push.ts'
import { openEncryptedDatabase, type EncryptedDatabase } from '../sqlite/open-encrypted-database.ts'
import {
  activityPath,
  documentsPath,
  entityPath,
  filesPath,
  selectRecords,
  type ExportedActivity,
  type ExportedDocument,
} from './export-layout.ts'

export type SpaceSnapshot = {
  /** Paths in the archive with their lines, to be read one after the other. What has no lines is not among them. */
  readonly parts: readonly SpacePart[]
  readonly files: readonly FileMetadata[]
  close(): void
}
export type SpacePart = { readonly path: string; readonly pieces: AsyncIterable<Uint8Array> }

export type SpaceAddress = {
  readonly path: string
  readonly key: Uint8Array
  readonly entities: readonly EntityDefinition[]
  readonly folder: string
  readonly hasFiles: boolean
}

/** A connection of its own with one read transaction, so that edits go on. Throws what SQLite throws. */
export const openSpace = ({ path, key, entities, folder, hasFiles }: SpaceAddress): SpaceSnapshot => {
  const database = openEncryptedDatabase({ path, key, mustExist: true })
  try {
    database.exec('BEGIN')
    const files = hasFiles ? listFiles(database) : []
    const ofEntities = entities.flatMap((entity) =>
      hasRows(database, entity.table) ? [partOf(entityPath(folder, entity), recordsOf(database, entity))] : [],
    )
    return {
      parts: [
        ...ofEntities,
        partOf(activityPath(folder), activityOf(database)),
        partOf(documentsPath(folder), documentsOf(database, entities)),
        ...(files.length === 0 ? [] : [partOf(filesPath(folder), files)]),
      ],
      files,
      close: () => void database.close(),
    }
  } catch (error) {
    database.close()
    throw error
  }
}

const hasRows = (database: EncryptedDatabase, table: string): boolean =>
  database.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get() !== undefined

const partOf = (path: string, values: Iterable<unknown>): SpacePart => ({ path, pieces: linesOf(values) })

/** Bytes that come together before they are handed on. */
const pieceLength = 65_536

async function* linesOf(values: Iterable<unknown>): AsyncGenerator<Uint8Array> {
  const giveWay = createGiveWay()
  let text = ''
  for (const value of values) {
    text += `${JSON.stringify(value)}\n`
    if (text.length >= pieceLength) {
      yield Buffer.from(text)
      text = ''
    }
    await giveWay()
  }
  if (text !== '') yield Buffer.from(text)
}

function* recordsOf(database: EncryptedDatabase, entity: EntityDefinition): Generator<Record<string, unknown>> {
  for (const row of database.prepare(selectRecords(entity)).iterate() as IterableIterator<Record<string, unknown>>) {
    yield Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))
  }
}

function* activityOf(database: EncryptedDatabase): Generator<ExportedActivity> {
  const rows = database.prepare('SELECT * FROM activity ORDER BY device, device_seq').iterate()
  for (const row of rows as IterableIterator<StoredActivity>) {
    const { device, edit, at, member, mutation, document, entity, record, field, base } = row
    yield {
      ...{ device, deviceSeq: row.device_seq, edit, at, serverAt: row.server_at, member, mutation, document },
      ...{ entity, record, field, from: JSON.parse(row.value_from) as ExportedActivity['from'] },
      ...{ to: JSON.parse(row.value_to) as ExportedActivity['to'], base, hash: row.hash.toString('hex') },
    }
  }
}

function* documentsOf(database: EncryptedDatabase, entities: readonly EntityDefinition[]): Generator<ExportedDocument> {
  const statements = prepareLogStatements(database, entities)
  for (const name of documentNames(database)) {
    const { doc, epoch, lastSeq } = loadDocument(statements, name)
    const state = Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64')
    doc.destroy()
    yield { name, epoch, sequence: lastSeq, state }
  }
}
