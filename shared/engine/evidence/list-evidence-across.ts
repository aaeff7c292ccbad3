/** Evidence across clients from the read model: one page, the total, and the counts of every view. */
import type { Statement } from 'better-sqlite3'
import type {
  EvidenceAcrossItem,
  EvidenceAcrossPage,
  EvidenceAcrossQuery,
  EvidenceCounts,
} from '#api/evidence-across.ts'
import { addDays } from '#domain/evidence/calendar-days.ts'
import type { EvidenceStanding } from '#domain/evidence/evidence-counts.ts'
import { nameKey } from '../portfolio/client-row-table.ts'
import type { EncryptedDatabase } from '../sqlite/open-encrypted-database.ts'
import { evidenceRowColumns, toEvidenceRow, type StoredEvidenceRow } from './evidence-row-table.ts'

const defaultLimit = 100

export const listEvidenceAcross = (
  database: EncryptedDatabase,
  query: EvidenceAcrossQuery,
  day: string,
): EvidenceAcrossPage => {
  const { page, total, values } = compileEvidenceList(query, day)
  const { limit, offset, ...shared } = values
  const rows = prepared(database, page).all({ ...shared, limit, offset }) as readonly StoredAcross[]
  return {
    items: rows.map((row) => toItem(row, day)),
    total: (prepared(database, total).get(shared) as { readonly total: number }).total,
  }
}

export type CompiledList = {
  readonly page: string
  readonly total: string
  /** `limit` and `offset` belong to the page alone. */
  readonly values: Readonly<Record<string, string | number | null>> & {
    readonly limit: number
    readonly offset: number
  }
}

export const compileEvidenceList = (query: EvidenceAcrossQuery, day: string): CompiledList => {
  const { where, values } = conditionsOf(query, day)
  const { offset = 0, limit = defaultLimit } = query
  const from = `FROM evidence_row AS evidence JOIN client_row AS client ON client.id = evidence.client_id ${where}`
  return {
    page: `SELECT ${evidenceRowColumns}, client_id AS clientId, client.name AS clientName, last_valid_on AS lastValidOn
      ${from} ORDER BY ${orderOf(query)} LIMIT :limit OFFSET :offset`,
    total: `SELECT count(*) AS total ${from}`,
    values: { ...values, limit, offset },
  }
}

export const countEvidence = (database: EncryptedDatabase, day: string): EvidenceCounts => {
  const { sql, values } = compileEvidenceCounts(day)
  const { days30, days60, days90, ...counts } = prepared(database, sql).get(values) as Counted
  return { ...counts, expiring: { days30, days60, days90 } }
}

export const compileEvidenceCounts = (
  day: string,
): { readonly sql: string; readonly values: Readonly<Record<string, string>> } => ({
  sql: countAll,
  values: { day, in30: addDays(day, 30), in60: addDays(day, 60), in90: addDays(day, 90) },
})

/** Few texts, because what varies is bound: a screen asks for the same list again with every change. */
const prepared = (database: EncryptedDatabase, sql: string): Statement => {
  const statements = statementsOf.get(database) ?? new Map<string, Statement>()
  statementsOf.set(database, statements)
  const statement = statements.get(sql) ?? database.prepare(sql)
  statements.set(sql, statement)
  return statement
}
const statementsOf = new WeakMap<EncryptedDatabase, Map<string, Statement>>()

type Counted = Omit<EvidenceCounts, 'expiring'> & EvidenceCounts['expiring']

const countAll = `
SELECT count(*) AS "all", count(*) FILTER (WHERE evidence.status = 'submitted') AS review,
  count(*) FILTER (WHERE evidence.status = 'draft') AS drafts,
  count(*) FILTER (WHERE evidence.status = 'accepted') AS accepted,
  count(*) FILTER (WHERE evidence.status = 'rejected') AS rejected,
  count(*) FILTER (WHERE accepted = 1 AND last_valid_on < :day) AS expired,
  count(*) FILTER (WHERE accepted = 1 AND last_valid_on BETWEEN :day AND :in30) AS days30,
  count(*) FILTER (WHERE accepted = 1 AND last_valid_on BETWEEN :day AND :in60) AS days60,
  count(*) FILTER (WHERE accepted = 1 AND last_valid_on BETWEEN :day AND :in90) AS days90
FROM evidence_row AS evidence
WHERE client_id IN (SELECT id FROM client_row WHERE archived_at IS NULL)`

type StoredAcross = StoredEvidenceRow & Pick<EvidenceAcrossItem, 'clientId' | 'clientName' | 'lastValidOn'>

const toItem = (row: StoredAcross, day: string): EvidenceAcrossItem => ({
  ...toEvidenceRow(row),
  clientId: row.clientId,
  clientName: row.clientName,
  lastValidOn: row.lastValidOn,
  standing: standingOf(row, day),
})

/** As `evidenceStanding` has it; the last valid day is worked out already. */
const standingOf = ({ accepted, periodFrom, lastValidOn }: StoredAcross, day: string): EvidenceStanding => {
  if (accepted !== 1) return 'notAccepted'
  if (periodFrom !== null && day < periodFrom) return 'notYet'
  return lastValidOn !== null && lastValidOn < day ? 'expired' : 'counts'
}

const viewConditions: { readonly [View in EvidenceAcrossQuery['view']]: string | undefined } = {
  all: undefined,
  review: "evidence.status = 'submitted'",
  drafts: "evidence.status = 'draft'",
  accepted: "evidence.status = 'accepted'",
  rejected: "evidence.status = 'rejected'",
  expiring: 'accepted = 1 AND last_valid_on BETWEEN :day AND :until',
  expired: 'accepted = 1 AND last_valid_on < :day',
}

type Conditions = { readonly where: string; readonly values: Readonly<Record<string, string | null>> }

const conditionsOf = (query: EvidenceAcrossQuery, day: string): Conditions => {
  const { view, withinDays = 30, clientId, ownerId, search = '' } = query
  const conditions = ['client.archived_at IS NULL']
  const values: Record<string, string | null> = {}
  const condition = viewConditions[view]
  if (condition !== undefined) conditions.push(condition)
  if (view === 'expiring') values['until'] = addDays(day, withinDays)
  if (view === 'expiring' || view === 'expired') values['day'] = day
  if (clientId !== undefined) {
    conditions.push('client_id = :clientId')
    values['clientId'] = clientId
  }
  if (ownerId !== undefined) {
    conditions.push('evidence.owner_id IS :ownerId')
    values['ownerId'] = ownerId
  }
  if (search !== '') {
    conditions.push("(title_key LIKE :pattern ESCAPE '!' OR file_name LIKE :pattern ESCAPE '!')")
    values['pattern'] = `%${nameKey(search).replaceAll(/[!%_]/g, (sign) => `!${sign}`)}%`
  }
  return { where: `WHERE ${conditions.join(' AND ')}`, values }
}

const sortColumns = {
  client: 'client.name_key',
  title: 'title_key',
  submittedAt: 'submitted_at',
  lastValidOn: 'last_valid_on',
  addedAt: 'added_at',
} as const

/** Always ends with the id, so that pages never overlap. */
const orderOf = ({ view, sort = usualSort(view), direction = 'asc' }: EvidenceAcrossQuery): string =>
  `${sortColumns[sort]} ${direction}, client_id ${direction}, evidence.id ${direction}`

const usualSort = (view: EvidenceAcrossQuery['view']): keyof typeof sortColumns => {
  if (view === 'review') return 'submittedAt'
  return view === 'expiring' || view === 'expired' ? 'lastValidOn' : 'client'
}
