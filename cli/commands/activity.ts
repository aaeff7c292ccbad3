/** `activity`: who changed what in a client, and when. */
import type { Command } from 'commander'
import type { ActivityEntry } from '#api/engine.ts'
import type { EngineClient } from '#api/rpc/engine-client.ts'
import { activityRowId } from '#domain/document/activity-row.ts'
import { ok } from '#domain/result.ts'
import type { Outcome } from '../answer.ts'
import { formatTable } from '../print-table.ts'
import type { AccountSession, Run } from '../session.ts'

export const addActivityCommands = (program: Command, run: Run): void => {
  program
    .command('activity')
    .description('what happened in a client')
    .command('list')
    .description('every change of a field, newest first (with --json by id)')
    .requiredOption('--client <id or name>', 'the client')
    .action((options: { readonly client: string }) => run.inAccount((session) => listActivity(session, options.client)))
}

const listActivity = async ({ client }: AccountSession, idOrName: string): Promise<Outcome> => {
  const { id } = await client.clients.find.query({ idOrName })
  const [newestFirst, { members }] = await Promise.all([readAll(client, id), client.practice.get.query()])
  const items = newestFirst
    .map((entry) => ({ id: activityRowId(entry.device, entry.deviceSeq), ...entry }))
    .toSorted((a, b) => compareText(a.device, b.device) || a.deviceSeq - b.deviceSeq)
  return ok({
    json: { items, total: items.length },
    text: () => {
      const nameOf = (memberId: string): string => members.find((member) => member.id === memberId)?.name ?? memberId
      const rows = newestFirst.map(({ at, member, entity, field, from, to }) => [
        at,
        nameOf(member),
        `${entity} ${field}`,
        showValue(from),
        showValue(to),
      ])
      return formatTable(['Time (UTC)', 'Member', 'Field', 'From', 'To'], rows)
    },
  })
}

const pageSize = 500

const readAll = async (client: EngineClient, clientId: string): Promise<readonly ActivityEntry[]> => {
  const entries: ActivityEntry[] = []
  let cursor: string | undefined
  do {
    const page = await client.clients.activity.query({ clientId, query: { limit: pageSize, cursor } })
    entries.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return entries
}

const showValue = (value: ActivityEntry['from']): string => (value === null ? '' : String(value))
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
