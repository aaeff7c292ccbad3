/** What any view of 20,000 pieces of evidence in 500 clients costs, against the same SQL prepared beforehand. */
import type { EvidenceAcrossQuery } from '#api/evidence-across.ts'
import { addDays } from '#domain/evidence/calendar-days.ts'
import type { EvidenceRow } from '#domain/evidence/evidence-row.ts'
import { evidenceStatuses } from '#domain/evidence/evidence-status.ts'
import { createEvidenceRows } from '#engine/evidence/evidence-row-table.ts'
import { compileEvidenceCounts, compileEvidenceList } from '#engine/evidence/list-evidence-across.ts'
import type { EncryptedDatabase } from '#engine/sqlite/open-encrypted-database.ts'
import { openPortfolioBeside, withAccount, type BenchAccount } from './bench-account.ts'
import { withRatioLimit, type Figure } from './figure.ts'
import { timeInTurn } from './measure.ts'

const [clientCount, perClient] = [500, 40] as const

export const benchEvidencePage = (): Promise<readonly Figure[]> =>
  withAccount(clientCount, async (open) => {
    const database = await openPortfolioBeside(open)
    const today = new Date().toISOString().slice(0, 10)
    fill(open, database, today)
    const clientId = open.account.clients.list({}).items[3]?.id ?? ''
    const queries: readonly (readonly [string, EvidenceAcrossQuery])[] = [
      ['review queue', { view: 'review' }],
      ['expiring in 30 days', { view: 'expiring' }],
      ['expiring in 90 days', { view: 'expiring', withinDays: 90 }],
      ['expired', { view: 'expired' }],
      ['all by client', { view: 'all' }],
      ['all by title, page 100', { view: 'all', sort: 'title', offset: 9900 }],
      ['one client', { view: 'all', clientId }],
      ['nobody’s', { view: 'all', ownerId: null }],
      ['words', { view: 'all', search: 'review 1' }],
    ]
    const figures: Figure[] = []
    for (const [name, query] of queries) {
      const { page, total, values } = compileEvidenceList(query, today)
      const { limit, offset, ...shared } = values
      const [selectPage, selectTotal] = [database.prepare(page), database.prepare(total)]
      const raw = () => [selectPage.all({ ...shared, limit, offset }), selectTotal.get(shared)]
      figures.push(await compare(name, () => open.account.evidence.across(query), raw))
    }
    const { sql, values } = compileEvidenceCounts(today)
    const selectCounts = database.prepare(sql)
    figures.push(
      await compare(
        'counts',
        () => open.account.evidence.counts(),
        () => selectCounts.get(values),
      ),
    )
    database.close()
    return figures
  })

const compare = async (name: string, ours: () => unknown, raw: () => unknown): Promise<Figure> => {
  const timed = await timeInTurn({ ours, raw }, { warmUp: 3, pairs: 15, rounds: 3 })
  const [figure, peer] = [timed.ours.quantile(0.5), timed.raw.quantile(0.5)]
  return withRatioLimit({ name: `evidence page, ${name}`, figure, unit: 'ms', peer }, { most: 2 })
}

const fill = (open: BenchAccount, database: EncryptedDatabase, today: string): void => {
  const rows = createEvidenceRows(database)
  const clients = open.account.clients.list({ limit: 10_000 }).items
  database.transaction(() => clients.forEach(({ id }, index) => rows.replace(id, rowsOf(index, today))))()
}

const rowsOf = (client: number, today: string): readonly EvidenceRow[] =>
  Array.from({ length: perClient }, (_, index): EvidenceRow => {
    const number = client * perClient + index
    const id = `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
    const status = evidenceStatuses[number % 4] ?? 'draft'
    const collectedOn = addDays(today, -((number * 7) % 500))
    return {
      ...{ id, title: `Access review ${String(number)}`, ownerId: null, revisionId: id, status },
      ...{ fileName: `review-${String(number)}.pdf`, mediaType: 'application/pdf', size: 1000, isExecutable: false },
      submittedAt: status === 'draft' ? null : `${collectedOn}T09:00:00.000Z`,
      ...{ submittedBy: null, addedAt: `${collectedOn}T08:00:00.000Z`, isAccepted: status === 'accepted' },
      ...{ periodFrom: null, periodTo: null, collectedOn, validUntil: null, validityDays: null, controlIds: [id] },
    }
  })
