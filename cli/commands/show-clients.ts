/** `clients list` and `clients show`. */
import type { EngineClient } from '#api/rpc/engine-client.ts'
import { attentionReasons } from '#domain/attention/attention-reasons.ts'
import type { ClientRow } from '#domain/projection/client-row.ts'
import { ok } from '#domain/result.ts'
import type { Outcome } from '../answer.ts'
import { queryOf, type FilterOptions } from '../client-query.ts'
import { formatPairs, formatTable } from '../print-table.ts'
import type { AccountSession } from '../session.ts'

export const listClients = async ({ client }: AccountSession, options: FilterOptions): Promise<Outcome> => {
  const items = await readAll(client, options)
  return ok({ json: { items, total: items.length }, text: () => clientTable(items) })
}

/** The most that the router gives at once. */
const pageSize = 10_000

const readAll = async (client: EngineClient, options: FilterOptions): Promise<readonly ClientRow[]> => {
  const query = { ...queryOf(options), sort: [{ by: 'id', direction: 'asc' } as const], limit: pageSize }
  const items: ClientRow[] = []
  for (;;) {
    const page = await client.clients.list.query({ ...query, offset: items.length })
    for (const row of page.items) items.push(row)
    if (page.items.length < pageSize) return items
  }
}

const clientTable = (items: readonly ClientRow[]): string => {
  const rows = items.map((row) => [
    row.name,
    row.archivedAt === null ? row.status : `${row.status}, archived`,
    row.industry ?? '',
    row.employees === null ? '' : String(row.employees),
    row.location ?? '',
    urgentReasons(row),
    row.id,
  ])
  const table = formatTable(['Name', 'Status', 'Industry', 'Employees', 'Location', 'Needs attention', 'Id'], rows)
  return items.length === 0
    ? 'No clients.'
    : `${table}\n\n${String(items.length)} ${items.length === 1 ? 'client' : 'clients'}.`
}

const urgentReasons = ({ attention }: ClientRow): string =>
  attention.flatMap(({ reason, tier }) => (tier === 'now' ? [labelOf(reason)] : [])).join(', ')

const labelOf = (reason: string): string => attentionReasons.find(({ id }) => id === reason)?.label ?? reason

export const showClient = async ({ client }: AccountSession, idOrName: string): Promise<Outcome> => {
  const row = await client.clients.find.query({ idOrName })
  const of = { clientId: row.id }
  const [profile, contacts] = await Promise.all([client.clients.profile.query(of), client.clients.contacts.query(of)])
  // The row can be a moment behind the file.
  const shown = { ...row, ...profile }
  return ok({
    json: { ...shown, contacts },
    text: () => {
      const pairs = formatPairs([
        ['Client', shown.name],
        ['Id', shown.id],
        ['Status', shown.status],
        ['Archived', shown.archivedAt],
        ['External id', shown.externalId],
        ['Industry', shown.industry],
        ['Sub-industry', shown.subIndustry],
        ['Employees', shown.employees],
        ['Location', shown.location],
        ['Country', shown.country],
        ['Website', shown.website],
        ['Time zone', shown.timezone],
        ['Currency', shown.currency],
        ['Annual revenue', shown.annualRevenue],
        ['Revenue by IT, percent', shown.itRevenuePercent],
        ['Hour of downtime', shown.downtimeHourCost],
        ['Records of persons', shown.recordsHeld],
        ['Insurance limit', shown.insuranceLimit],
        ['Insurance retention', shown.insuranceRetention],
        ['Insured until', shown.insuranceExpiresOn],
        ['Decides itself', shown.overrides.join(', ')],
        ['Tags', shown.tags.join(', ')],
        ['Risk', shown.band],
        ['Score', shown.score],
        ['Needs attention', shown.attention.map(({ reason }) => labelOf(reason)).join(', ')],
        ['Next audit', shown.nextAuditOn],
        ['Summary', shown.summary],
        ['Created', shown.createdAt],
        ['Last activity', shown.lastActivityAt],
      ])
      if (contacts.length === 0) return pairs
      const rows = contacts.map(({ name, title, email, phone }) => [name ?? '', title ?? '', email ?? '', phone ?? ''])
      return `${pairs}\n\n${formatTable(['Contact', 'Title', 'E-mail', 'Phone'], rows)}`
    },
  })
}
