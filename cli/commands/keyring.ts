/** `keyring`: a new passphrase, the way back with the recovery key, and new keys for every file. */
import type { Command } from 'commander'
import { err, ok } from '#domain/result.ts'
import type { Outcome } from '../answer.ts'
import { failed } from '../cli-error.ts'
import { followJob } from '../follow-job.ts'
import { chooseAccount } from '../open-account.ts'
import { formatPairs } from '../print-table.ts'
import { requireSecret } from '../read-secret.ts'
import { recoveryKeyNote } from '../recovery-key-note.ts'
import type { AccountSession, EngineSession, Run } from '../session.ts'
import { passphraseNeeded } from '../passphrase-needed.ts'

type NewPassphraseOptions = { readonly newPassphraseFile?: string }
type RecoverOptions = NewPassphraseOptions & { readonly recoveryKeyFile?: string }

export const addKeyringCommands = (program: Command, run: Run): void => {
  const keyring = program.command('keyring').description('passphrase, recovery key and file keys')
  const newPassphrase = ['--new-passphrase-file <file>', 'its first line (else SECURATLAS_NEW_PASSPHRASE)'] as const
  keyring
    .command('change-passphrase')
    .description('set a new passphrase')
    .option(...newPassphrase)
    .action((options: NewPassphraseOptions) => run.inAccount((session) => changePassphrase(session, options)))
  keyring
    .command('recover')
    .description('set a new passphrase with the recovery key')
    .option('--recovery-key-file <file>', 'its first line (else SECURATLAS_RECOVERY_KEY)')
    .option(...newPassphrase)
    .action((options: RecoverOptions) => run.onEngine((session) => recover(session, options), { mayCreate: false }))
  keyring
    .command('rotate')
    .description('a new account key, a new key for every file, and a new recovery key')
    .action(() => run.inAccount(rotate))
}

const newPassphraseFrom = ({ newPassphraseFile }: NewPassphraseOptions) =>
  ({ what: 'new passphrase', file: newPassphraseFile, variable: 'SECURATLAS_NEW_PASSPHRASE' }) as const

const changePassphrase = async (
  { client, host, accountId, passphrase }: AccountSession,
  options: NewPassphraseOptions,
): Promise<Outcome> => {
  if (passphrase === undefined) return err(passphraseNeeded)
  const next = await requireSecret(newPassphraseFrom(options), host)
  if (!next.ok) return next
  await client.practice.changePassphrase.mutate({ current: passphrase, next: next.value })
  return ok({
    json: { account: accountId, changed: true },
    text: () => 'The new passphrase is set; the old one opens nothing any more. The recovery key stays the same.',
  })
}

const recover = async ({ client, host, wantedAccount }: EngineSession, options: RecoverOptions): Promise<Outcome> => {
  const account = await chooseAccount(client, wantedAccount)
  if (!account.ok) return account
  const { recoveryKeyFile: file } = options
  const recoveryKey = await requireSecret({ what: 'recovery key', file, variable: 'SECURATLAS_RECOVERY_KEY' }, host)
  if (!recoveryKey.ok) return recoveryKey
  const next = await requireSecret(newPassphraseFrom(options), host)
  if (!next.ok) return next
  const accountId = account.value.id
  await client.accounts.recover.mutate({ accountId, recoveryKey: recoveryKey.value, newPassphrase: next.value })
  return ok({
    json: { account: accountId, recovered: true },
    text: () => 'The new passphrase is set. The recovery key stays the same.',
  })
}

const rotate = async ({ client, host, accountId, passphrase }: AccountSession): Promise<Outcome> => {
  if (passphrase === undefined) return err(passphraseNeeded)
  const { recoveryKey, job } = await client.practice.rotateKeys.mutate({ passphrase })
  // The old recovery key opens nothing any more: the new one is printed whatever becomes of the files.
  const rotated = await followJob<{ readonly files: number }>(client, host, {
    ...job,
    label: 'New keys for files',
    afterCancel: 'Everything opens as before.',
  })
  const files = rotated.ok ? rotated.value.files : null
  return ok({
    json: { account: accountId, recoveryKey, files },
    text: () => {
      const first =
        files === null ? 'The account has a new key.' : `The account and its ${String(files)} files have new keys.`
      return `${first}\n\n${formatPairs([['Recovery key', recoveryKey]])}\n\n${recoveryKeyNote}\nThe recovery key before it opens nothing any more.`
    },
    problem: rotated.ok
      ? undefined
      : failed(
          rotated.error.words,
          'Some files still have their old keys, and the printed recovery key is the one that counts.',
          'Run "keyring rotate" again for the rest.',
        ),
  })
}
