/** `notes`: what was written down about a client. */
import type { Command } from 'commander'
import { ok } from '#domain/result.ts'
import type { Outcome } from '../answer.ts'
import { formatTable } from '../print-table.ts'
import type { AccountSession, Run } from '../session.ts'

export const addNotesCommands = (program: Command, run: Run): void => {
  program
    .command('notes')
    .description('notes of a client')
    .command('list')
    .description('notes that are not in the trash, the one edited last first (with --json by id)')
    .requiredOption('--client <id or name>', 'the client')
    .action((options: { readonly client: string }) => run.inAccount((session) => listNotes(session, options.client)))
}

const listNotes = async ({ client }: AccountSession, idOrName: string): Promise<Outcome> => {
  const { id: clientId } = await client.clients.find.query({ idOrName })
  const [newestFirst, { members }] = await Promise.all([
    client.notes.list.query({ clientId }),
    client.practice.get.query(),
  ])
  const items = newestFirst
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ title, ...note }) => ({ ...note, name: title }))
  return ok({
    json: { items, total: items.length },
    text: () =>
      formatTable(
        ['Edited (UTC)', 'By', 'For', 'Title', 'Text'],
        newestFirst.map(({ editedAt, editedBy, audience, title, excerpt }) => [
          editedAt ?? '',
          members.find(({ id }) => id === editedBy)?.name ?? editedBy ?? '',
          audience === 'client' ? 'shared with the client' : 'practice only',
          title ?? '',
          excerpt ?? '',
        ]),
      ),
  })
}
