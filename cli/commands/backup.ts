/** `backup`: makes one, checks one, and restores an account or one client out of one. */
import type { Command } from 'commander'
import { resolve } from 'node:path'
import type { AccountRestored, Backup, BackupCheck, BackupSecret, ClientRestored } from '#api/backups.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Outcome } from '../answer.ts'
import { badInput, engineFailure, type CliError } from '../cli-error.ts'
import { followJob } from '../follow-job.ts'
import { followWork } from '../follow-work.ts'
import type { Host } from '../host.ts'
import { createProgress } from '../print-progress.ts'
import { formatPairs } from '../print-table.ts'
import { readSecret } from '../read-secret.ts'
import type { AccountSession, Alone, EngineSession, Run } from '../session.ts'

type SecretOptions = { readonly recoveryKeyFile?: string }
type CreateOptions = { readonly out: string; readonly force?: boolean }
type RestoreOptions = SecretOptions & {
  readonly client?: string
  readonly replace?: boolean
  readonly revive?: boolean
}

export const addBackupCommands = (program: Command, run: Run): void => {
  const backup = program.command('backup').description('one encrypted file that holds the whole account')
  const recoveryKeyFile = ['--recovery-key-file <file>', 'its first line, instead of the passphrase'] as const
  backup
    .command('create')
    .description('write a backup, then read all of it again')
    .requiredOption('--out <folder or file>', 'a folder, where it gets a name of its own, or a file')
    .option('--force', 'replace the file that is there')
    .action((options: CreateOptions) => run.inAccount((session) => createBackup(session, options)))
  backup
    .command('verify <file>')
    .description('read every byte of a backup; needs no data folder')
    .option(...recoveryKeyFile)
    .action((file: string, options: SecretOptions) => run.alone((session) => verifyBackup(session, file, options)))
  backup
    .command('restore <file>')
    .description('restore the account into a data folder that does not have it, or one client into the account')
    .option('--client <id or name>', 'this client only, into the account as it is')
    .option('--replace', "with --client: also when the client's file is in order; it is kept beside")
    .option('--revive', 'with --client: also when the client was deleted for good')
    .option(...recoveryKeyFile)
    .action((file: string, options: RestoreOptions) =>
      options.client === undefined
        ? run.onEngine((session) => restoreAccount(session, file, options), { mayCreate: true })
        : run.inAccount((session) => restoreClient(session, file, { ...options, client: options.client ?? '' })),
    )
}

const createBackup = async ({ client, host }: AccountSession, { out, force }: CreateOptions): Promise<Outcome> => {
  const job = await client.backups.start.mutate({ path: resolve(out), replace: force })
  const made = await followJob<Backup>(client, host, {
    ...job,
    label: 'Making a backup',
    inPercent: true,
    afterCancel: 'Earlier backups are as they were, and nothing half-written is left.',
  })
  if (!made.ok) return made
  const { path, at, bytes, clients, troubled } = made.value
  return ok({
    json: { out: path, at, bytes, clients, troubled },
    text: () =>
      `${formatPairs([
        ['Backup', path],
        ['Made', at],
        ['Bytes', bytes],
        ['Clients', clients],
        ['Damaged or missing', troubled === 0 ? null : troubled],
      ])}\n\nEvery byte was read again. It opens with the passphrase or the recovery key of today.`,
  })
}

const verifyBackup = async ({ host, passphrase }: Alone, path: string, options: SecretOptions): Promise<Outcome> => {
  const secret = await chooseSecret(host, passphrase, options)
  if (!secret.ok) return secret
  const [{ checkBackup }, { createBackupWorker }] = await Promise.all([
    import('#engine/backup/check-backup.ts'),
    import('#engine/backup/create-backup-worker.ts'),
  ])
  const worker = createBackupWorker()
  const progress = createProgress(host.stderr, 'Checking the backup', { inPercent: true })
  const control = { signal: host.signal, report: progress.show }
  const checked = await checkBackup({ path: resolve(path), secret: secret.value, worker }, control)
  progress.end()
  await worker.end()
  return checked.ok ? ok(answerOfCheck(checked.value)) : err(engineFailure(checked.error))
}

const answerOfCheck = ({ path, accountId, at, bytes, clients, troubled }: BackupCheck) => ({
  json: { valid: true, file: path, account: accountId, at, bytes, clients, troubled },
  text: () =>
    `Everything in it is as it was written.\n\n${formatPairs([
      ['Backup', path],
      ['Account', accountId],
      ['Made', at],
      ['Clients', clients],
      ['Damaged or missing', troubled === 0 ? null : troubled],
    ])}`,
})

const restoreAccount = async (
  { client, host, passphrase }: EngineSession,
  path: string,
  options: SecretOptions,
): Promise<Outcome> => {
  const secret = await chooseSecret(host, passphrase, options)
  if (!secret.ok) return secret
  const restored = await followWork<AccountRestored>(
    (handlers) => client.accounts.restoreBackup.subscribe({ path: resolve(path), secret: secret.value }, handlers),
    host,
    { label: 'Restoring', inPercent: true, afterCancel: 'The data folder is as it was.' },
  )
  if (!restored.ok) return restored
  const { accountId, at, clients, troubled } = restored.value
  return ok({
    json: { account: accountId, at, clients, troubled },
    text: () =>
      `${formatPairs([
        ['Account', accountId],
        ['As of', at],
        ['Clients', clients],
        ['Damaged or missing', troubled.length === 0 ? null : troubled.join(', ')],
      ])}\n\nIt opens with the passphrase or the recovery key that was valid when the backup was made.`,
  })
}

const restoreClient = async (
  { client, host }: AccountSession,
  path: string,
  { client: wanted, replace, revive, recoveryKeyFile }: RestoreOptions & { readonly client: string },
): Promise<Outcome> => {
  const recoveryKey = await readRecoveryKey(host, recoveryKeyFile)
  if (!recoveryKey.ok) return recoveryKey
  const secret = recoveryKey.value === undefined ? undefined : { recoveryKey: recoveryKey.value }
  const job = await client.backups.startClientRestore.mutate({
    path: resolve(path),
    client: wanted,
    replace,
    revive,
    secret,
  })
  const restored = await followJob<ClientRestored>(client, host, {
    ...job,
    label: 'Restoring the client',
    inPercent: true,
    afterCancel: 'The client is as it was.',
  })
  if (!restored.ok) return restored
  const { clientId, name, at, kept } = restored.value
  return ok({
    json: { id: clientId, name, at, kept },
    text: () => {
      const words = `${name} is restored as of ${at}.`
      return kept === null ? words : `${words} What was there before is kept in ${kept}.`
    },
  })
}

const chooseSecret = async (
  host: Host,
  passphrase: string | undefined,
  { recoveryKeyFile }: SecretOptions,
): Promise<Result<BackupSecret, CliError>> => {
  if (recoveryKeyFile === undefined && passphrase !== undefined) return ok({ passphrase })
  const recoveryKey = await readRecoveryKey(host, recoveryKeyFile)
  if (!recoveryKey.ok) return recoveryKey
  return recoveryKey.value === undefined ? err(secretNeeded) : ok({ recoveryKey: recoveryKey.value })
}

const secretNeeded = badInput(
  'This needs the passphrase or the recovery key that was valid when the backup was made.',
  'Nothing was changed.',
  'Set SECURATLAS_PASSPHRASE, or give --passphrase-file or --recovery-key-file.',
)

const readRecoveryKey = (host: Host, file: string | undefined): Promise<Result<string | undefined, CliError>> =>
  readSecret({ what: 'recovery key', file, variable: 'SECURATLAS_RECOVERY_KEY' }, host)
