/** `sample`: a practice with invented clients, to look around in or to measure with. */
import { InvalidArgumentError, type Command } from 'commander'
import { ok } from '#domain/result.ts'
import type { Outcome } from '../answer.ts'
import { followJob } from '../follow-job.ts'
import { formatPairs } from '../print-table.ts'
import { recoveryKeyNote } from '../recovery-key-note.ts'
import type { EngineSession, Run } from '../session.ts'

type SampleOptions = { readonly clients: number; readonly seed: number; readonly light?: boolean }

export const addSampleCommands = (program: Command, run: Run): void => {
  program
    .command('sample')
    .description('a practice with invented clients')
    .command('create')
    .description('make it in an account of its own, and print its recovery key')
    .option('--clients <number>', 'how many, up to 10,000', wholeNumber(1, 10_000), 25)
    .option('--seed <number>', 'the same seed gives the same clients', wholeNumber(0, 2 ** 32 - 1), 1)
    .option('--light', 'only the client records, for volume')
    .action((options: SampleOptions) => run.onEngine((session) => createSample(session, options), { mayCreate: true }))
}

const createSample = async (
  { client, host, passphrase }: EngineSession,
  { clients, seed, light = false }: SampleOptions,
): Promise<Outcome> => {
  const { accountId, recoveryKey, job } = await client.accounts.createSample.mutate({
    clients,
    seed,
    light,
    passphrase,
  })
  const created = await followJob<{ readonly clients: number }>(client, host, {
    ...job,
    label: 'Inventing clients',
    afterCancel: 'The account was made and holds no clients.',
  })
  const made = created.ok ? created.value.clients : 0
  return ok({
    json: { account: accountId, recoveryKey, clients: made, seed, light },
    text: () => {
      const pairs = formatPairs([
        ['Account', accountId],
        ['Recovery key', recoveryKey],
      ])
      return `A sample practice with ${String(made)} clients (seed ${String(seed)}).\n\n${pairs}\n\n${recoveryKeyNote}`
    },
    problem: created.ok ? undefined : created.error,
  })
}

const wholeNumber =
  (from: number, to: number) =>
  (text: string): number => {
    const value = Number(text)
    if (/^\d+$/.test(text) && value >= from && value <= to) return value
    throw new InvalidArgumentError(`Use a whole number from ${String(from)} to ${String(to)}.`)
  }
