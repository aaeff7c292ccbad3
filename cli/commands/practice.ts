/** `practice`: makes a practice, and shows it. */
import type { Command } from 'commander'
import { practiceSetting } from '#domain/defaults/effective-setting.ts'
import type { PracticeMode } from '#domain/entities/practice.ts'
import { ok } from '#domain/result.ts'
import { formatThresholds, thresholdsOf } from '#domain/scoring/band-thresholds.ts'
import type { Outcome } from '../answer.ts'
import { failed, thrownFailure, type CliError } from '../cli-error.ts'
import { updatePractice, type UpdatePracticeOptions } from './change-practice.ts'
import { formatPairs, formatTable } from '../print-table.ts'
import type { AccountSession, EngineSession, Run } from '../session.ts'
import { recoveryKeyNote } from '../recovery-key-note.ts'

type InitOptions = {
  readonly name: string
  readonly email: string
  readonly timezone: string
  readonly currency?: string
  readonly owner?: string
  readonly solo?: boolean
}

export const addPracticeCommands = (program: Command, run: Run): void => {
  const practice = program.command('practice').description('the practice itself')
  practice
    .command('init')
    .description('make a practice in an account of its own, and print its recovery key')
    .requiredOption('--name <name>', 'name of the practice')
    .requiredOption('--email <address>', 'where the practice can be reached')
    .requiredOption('--timezone <zone>', 'its primary time zone, such as Europe/Berlin')
    .option('--currency <code>', 'ISO 4217, such as EUR')
    .option('--owner <name>', 'the first member (else the name of the practice)')
    .option('--solo', 'one organization with one workspace, instead of a practice with clients')
    .action((options: InitOptions) => run.onEngine((session) => initPractice(session, options), { mayCreate: true }))
  practice
    .command('show')
    .description('the practice and its members')
    .action(() => run.inAccount(showPractice))
  practice
    .command('update')
    .description('change the profile, the defaults of clients, or the score bands')
    .requiredOption('--set <field=value...>', 'a field and its value; an empty value is the standard again')
    .action((options: UpdatePracticeOptions) => run.inAccount((session) => updatePractice(session, options)))
}

const initPractice = async (
  { client, passphrase }: EngineSession,
  { name, email, timezone, currency, owner, solo = false }: InitOptions,
): Promise<Outcome> => {
  const mode: PracticeMode = solo ? 'solo' : 'partner'
  const { accountId, recoveryKey } = await client.accounts.create.mutate({
    practice: { name, contactEmail: email, timezone, mode, currency },
    ownerName: owner,
    passphrase,
  })
  // From here on the recovery key must reach whoever called, whatever happens.
  const workspace = solo ? await addWorkspace(client, name) : {}
  const practice = { name, contactEmail: email, timezone, mode, currency: currency ?? null }
  return ok({
    json: { account: accountId, recoveryKey, practice, ...(solo && { client: workspace.id ?? null }) },
    text: () => {
      const pairs = formatPairs([
        ['Account', accountId],
        ['Workspace', workspace.id],
        ['Recovery key', recoveryKey],
      ])
      return `The practice "${name}" is ready.\n\n${pairs}\n\n${recoveryKeyNote}`
    },
    problem: workspace.problem,
  })
}

type Workspace = { readonly id?: string; readonly problem?: CliError }

const addWorkspace = async (client: EngineSession['client'], name: string): Promise<Workspace> => {
  try {
    return { id: (await client.clients.add.mutate({ name, status: 'client' })).id }
  } catch (error) {
    const reason = thrownFailure(error).words
    return { problem: failed('The practice is ready, but its workspace is not.', reason, 'Add it with "clients add".') }
  }
}

const showPractice = async ({ client, accountId }: AccountSession): Promise<Outcome> => {
  const { practice, members, actingMember } = await client.practice.get.query()
  return ok({
    json: { account: accountId, practice, members, actingMember: actingMember.id },
    text: () => {
      const pairs = formatPairs([
        ['Practice', practice.name],
        ['Account', accountId],
        ['E-mail', practice.contactEmail],
        ['Time zone', practice.timezone],
        ['Mode', practice.mode],
        ['Currency', practice.currency],
        ['Score bands', formatThresholds(thresholdsOf(practice))],
        ...shownDefaults.map(([label, name]) => [label, practiceSetting(name, practice).value] as const),
        ['Since', practice.createdAt],
      ])
      const rows = members.map(({ id, name, email, role }) => [name ?? '', role ?? '', email ?? '', id])
      return `${pairs}\n\n${formatTable(['Member', 'Role', 'E-mail', 'Id'], rows)}`
    },
  })
}

const shownDefaults = [
  ['Evidence validity, days', 'evidenceValidityDays'],
  ['Evidence warning, days', 'evidenceWarningDays'],
  ['Review cadence, months', 'reviewCadenceMonths'],
  ['Risk appetite', 'riskAppetite'],
  ['Tolerated loss, percent', 'toleratedLossPercent'],
] as const
