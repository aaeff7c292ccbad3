/** One file's log in use: its database, statements, documents, this device's place in the activity chain, and who it belongs to. */
import type { EntityDefinition } from '#domain/entities/entity.ts'
import { chainStart } from '#domain/document/activity-row.ts'
import type { Clock, Random } from '../ports.ts'
import type { EncryptedDatabase } from '../sqlite/open-encrypted-database.ts'
import { createLogDocuments, type LogDocuments } from './log-documents.ts'
import { prepareLogStatements, type LogStatements } from './log-statements.ts'

export type Log = {
  readonly database: EncryptedDatabase
  readonly statements: LogStatements
  readonly documents: LogDocuments
  readonly entities: readonly EntityDefinition[]
  /** Tenant id, or account id for the practice's own file. */
  readonly spaceId: string
  readonly space: 'tenant' | 'practice'
  readonly clock: Clock
  readonly random: Random
  readonly head: ChainHead
  /** Who is writing in which note, by document: one activity row speaks for all that one writes in one go. */
  readonly writing: Map<string, WritingSession>
  /** Drops everything that memory knows beyond the disk. */
  reload(): void
}

export type WritingSession = {
  readonly memberId: string
  /** Activity row of its first change. */
  readonly row: string
  readonly changedAt: string
  /** When the note's record last got the time of the text. */
  readonly stampedAt: string
}

/** This device's last activity row in this file. */
export type ChainHead = { device: string; deviceSeq: number; hash: string; at: string }

/** Where the portfolio last saw this device's chain in this file; a file behind it, or of another device, is a copy. */
export type KnownHead = { readonly device: string; readonly deviceSeq: number }

export type OpenLogOptions = {
  readonly database: EncryptedDatabase
  readonly entities: readonly EntityDefinition[]
  readonly spaceId: string
  readonly space: 'tenant' | 'practice'
  readonly clock: Clock
  readonly random: Random
  readonly knownHead?: KnownHead | undefined
}

/** Opens the log of a migrated file. A copied or restored file gets a new device id, so that no two chains share a name. */
export const openLog = (options: OpenLogOptions): Log => {
  const { database, entities, knownHead, random, ...rest } = options
  const statements = prepareLogStatements(database, entities)
  const documents = createLogDocuments(statements)
  const head: ChainHead = { device: statements.getMeta.get('device') ?? '', deviceSeq: 0, hash: chainStart, at: '' }
  const writing = new Map<string, WritingSession>()
  readHead(statements, head)
  if (head.device === '' || isCopy(head, knownHead)) {
    head.device = newDeviceId(random)
    statements.setMeta.run('device', head.device)
    readHead(statements, head)
  }
  return {
    ...rest,
    database,
    statements,
    documents,
    entities,
    random,
    head,
    writing,
    reload() {
      documents.forget()
      writing.clear()
      readHead(statements, head)
    },
  }
}

const readHead = (statements: LogStatements, head: ChainHead): void => {
  const last = statements.lastActivity.get(head.device) as { deviceSeq: number; at: string; hash: Buffer } | undefined
  head.deviceSeq = last?.deviceSeq ?? 0
  head.hash = last?.hash.toString('hex') ?? chainStart
  head.at = last?.at ?? ''
}

const isCopy = (head: ChainHead, known: KnownHead | undefined): boolean =>
  known !== undefined && (known.device !== head.device || known.deviceSeq > head.deviceSeq)

/** 60 random bits in base 32: short, because it stands in every cell. */
const newDeviceId = (random: Random): string =>
  [...random.bytes(12)].map((byte) => '0123456789abcdefghjkmnpqrstvwxyz'.charAt(byte & 31)).join('')
