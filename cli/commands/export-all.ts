/** `export all` and `import all`: the whole account in open formats, out of the app and back into an empty data folder. */
import type { Command } from 'commander'
import { resolve } from 'node:path'
import type { ExportedAll, ImportedAll } from '#api/export-all.ts'
import { err, ok } from '#domain/result.ts'
import type { Outcome } from '../answer.ts'
import { badInput } from '../cli-error.ts'
import { followJob } from '../follow-job.ts'
import { followWork } from '../follow-work.ts'
import { formatPairs } from '../print-table.ts'
import { recoveryKeyNote } from '../recovery-key-note.ts'
import type { AccountSession, EngineSession, Run } from '../session.ts'

type ExportOptions = { readonly out: string; readonly force?: boolean }

export const addExportAllCommands = (program: Command, run: Run): void => {
  program
    .command('export')
    .description('everything, in open formats')
    .command('all')
    .description('write a zip file with everything in the account; it is not encrypted')
    .requiredOption('--out <file>', 'the zip file to write')
    .option('--force', 'replace the file that is there')
    .action((options: ExportOptions) => run.inAccount((session) => exportAll(session, options)))
  program
    .command('import')
    .description('everything, from open formats')
    .command('all <file>')
    .description('make the account of such a zip file, and print its recovery key')
    .action((file: string) => run.onEngine((session) => importAll(session, file), { mayCreate: true }))
}

const exportAll = async ({ client, host }: AccountSession, { out, force }: ExportOptions): Promise<Outcome> => {
  const job = await client.backups.startExportAll.mutate({ path: resolve(out), replace: force })
  const exported = await followJob<ExportedAll>(client, host, {
    ...job,
    label: 'Exporting everything',
    afterCancel: 'Nothing was written.',
  })
  if (!exported.ok) return exported
  const { path, at, clients, files, bytes, leftOut } = exported.value
  return ok({
    json: { out: path, at, clients, files, bytes, leftOut },
    text: () =>
      `${formatPairs([
        ['File', path],
        ['Clients', clients],
        ['Entries', files],
        ['Bytes', bytes],
        ['Left out, damaged or missing', leftOut.length === 0 ? null : leftOut.join(', ')],
      ])}\n\nThe file is NOT encrypted: whoever has it can read everything in it.`,
  })
}

const importAll = async ({ client, host, passphrase }: EngineSession, path: string): Promise<Outcome> => {
  if (passphrase === undefined) return err(passphraseForNew)
  const imported = await followWork<ImportedAll>(
    (handlers) => client.accounts.importAll.subscribe({ path: resolve(path), passphrase }, handlers),
    host,
    { label: 'Importing everything', afterCancel: 'The data folder is as it was.' },
  )
  if (!imported.ok) return imported
  const { accountId, recoveryKey, at, clients } = imported.value
  return ok({
    json: { account: accountId, recoveryKey, at, clients },
    text: () =>
      `${formatPairs([
        ['Account', accountId],
        ['As of', at],
        ['Clients', clients],
        ['Recovery key', recoveryKey],
      ])}\n\n${recoveryKeyNote}`,
  })
}

const passphraseForNew = badInput(
  'The account that is made needs a passphrase.',
  'Nothing was changed.',
  'Set SECURATLAS_PASSPHRASE or give --passphrase-file.',
)
