/** `dashboard`: the figures of the practice. */
import type { Command } from 'commander'
import { attentionReasons } from '#domain/attention/attention-reasons.ts'
import { ok } from '#domain/result.ts'
import type { Outcome } from '../answer.ts'
import { formatPairs } from '../print-table.ts'
import type { AccountSession, Run } from '../session.ts'

export const addDashboardCommand = (program: Command, run: Run): void => {
  program
    .command('dashboard')
    .description('the figures over all clients')
    .action(() => run.inAccount(showDashboard))
}

const showDashboard = async ({ client, accountId }: AccountSession): Promise<Outcome> => {
  const [counts, { practice }] = await Promise.all([client.clients.counts.query(), client.practice.get.query()])
  const { name, mode, timezone, currency } = practice
  return ok({
    json: { ...counts, practice: { account: accountId, name, mode, timezone, currency } },
    text: () => {
      const { clients, prospects, archived, healthy, byBand, byAttention, byReason } = counts
      const blocks = [
        formatPairs([
          ['Clients', clients],
          ['Prospects', prospects],
          ['Archived', archived],
          ['Healthy', healthy],
        ]),
        formatPairs([
          ['Risk critical', byBand.critical],
          ['Risk high', byBand.high],
          ['Risk moderate', byBand.moderate],
          ['Risk low', byBand.low],
          ['Risk unknown', byBand.unknown],
        ]),
        formatPairs([
          ['Attention now', byAttention.now],
          ['Attention soon', byAttention.soon],
          ['Attention watch', byAttention.watch],
          ['No attention', byAttention.none],
        ]),
        formatPairs(Object.entries(byReason).map(([reason, count]) => [labelOf(reason), count])),
      ]
      return [name, ...blocks].filter((block) => block !== '').join('\n\n')
    },
  })
}

const labelOf = (reason: string): string => attentionReasons.find(({ id }) => id === reason)?.label ?? reason
