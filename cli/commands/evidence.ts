/** `evidence`: what proves the controls of a client. Files are read and written by the engine, on this machine. */
import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { AddReport, EvidenceItem, EvidenceSaved } from '#api/evidence.ts'
import { err, ok } from '#domain/result.ts'
import type { Outcome } from '../answer.ts'
import { badInput } from '../cli-error.ts'
import { followJob } from '../follow-job.ts'
import { formatTable } from '../print-table.ts'
import type { AccountSession, Run } from '../session.ts'
import { findEvidence } from './find-evidence.ts'
import { reviewEvidence } from './review-evidence.ts'

type AddOptions = {
  readonly client: string
  readonly file: string
  readonly control?: readonly string[]
  readonly title?: string
  readonly source?: string
  readonly note?: string
  readonly tag?: readonly string[]
  readonly from?: string
  readonly to?: string
  readonly collected?: string
  readonly validUntil?: string
  readonly neverInPacks?: boolean
  readonly submit?: boolean
  readonly revisionOf?: string
}
type ListOptions = { readonly client: string; readonly status?: EvidenceItem['status']; readonly search?: string }
type GetOptions = { readonly out: string; readonly client?: string; readonly revision?: string }

export const addEvidenceCommands = (program: Command, run: Run): void => {
  const evidence = program.command('evidence').description('what proves the controls of a client')
  evidence
    .command('add')
    .description('add a file, or every file of a folder, and print its SHA-256')
    .requiredOption('--client <id or name>', 'the client')
    .requiredOption('--file <path>', 'a file or a folder')
    .option('--control <id...>', 'what it proves: ids of controls, or their ids in the library')
    .option('--title <title>', 'else the name of the file')
    .option('--source <text>', 'where it comes from')
    .option('--note <text>', 'what there is to say about it')
    .option('--tag <label...>', 'labels')
    .option('--from <date>', 'first day of the period that it covers')
    .option('--to <date>', 'last day of that period')
    .option('--collected <date>', 'when it was collected (else today)')
    .option('--valid-until <date>', 'its last day (else by the validity of the client)')
    .option('--never-in-packs', 'keep it out of audit packs')
    .option('--submit', 'submit it for review at once')
    .option('--revision-of <id>', 'a newer file of this evidence')
    .action((options: AddOptions) => run.inAccount((session) => addEvidence(session, options)))
  evidence
    .command('list')
    .description('the evidence of a client by id')
    .requiredOption('--client <id or name>', 'the client')
    .option('--status <status>', 'draft, submitted, accepted or rejected')
    .option('--search <text>', 'beginnings of words of titles, tags, notes and file names')
    .action((options: ListOptions) => run.inAccount((session) => listEvidence(session, options)))
  evidence
    .command('get <id>')
    .description('write the file of a piece of evidence')
    .requiredOption('--out <path>', 'where to; a file of that name is replaced')
    .option('--client <id or name>', 'whose it is (else every client is asked)')
    .option('--revision <id>', 'an earlier one')
    .action((id: string, options: GetOptions) => run.inAccount((session) => getEvidence(session, id, options)))
  for (const review of ['submit', 'withdraw', 'accept', 'reject'] as const) {
    const command = evidence
      .command(`${review} <id>`)
      .description(descriptions[review])
      .option('--client <id or name>', 'whose it is (else every client is asked)')
    if (review === 'reject') command.requiredOption('--reason <text>', 'why')
    command.action((id: string, options: { readonly client?: string; readonly reason?: string }) =>
      run.inAccount((session) => reviewEvidence(session, { ...options, review, id })),
    )
  }
}

const descriptions = {
  submit: 'submit a draft for review',
  withdraw: 'take back what was submitted',
  accept: 'accept the newest revision',
  reject: 'reject the newest revision, with a reason',
} as const

const addEvidence = async (session: AccountSession, options: AddOptions): Promise<Outcome> => {
  const { client, host } = session
  const { id: clientId } = await client.clients.find.query({ idOrName: options.client })
  const file = { path: resolve(options.file) }
  const { control, tag, from, to, collected, validUntil, neverInPacks = false } = options
  const { title, source, note, submit, revisionOf } = options
  const job =
    revisionOf === undefined
      ? await client.evidence.add.mutate({
          clientId,
          evidence: {
            files: [file],
            ...(control !== undefined && { controls: [...control] }),
            ...(tag !== undefined && { tags: [...tag] }),
            ...{ title, source, note, submit, validUntil },
            ...{ periodFrom: from, periodTo: to, collectedOn: collected },
            ...(neverInPacks && { neverInPacks: 1 }),
          },
        })
      : await client.evidence.addRevision.mutate({ clientId, evidenceId: revisionOf, file })
  const report = await followJob<AddReport>(client, host, {
    ...job,
    label: 'Adding evidence',
    afterCancel: 'What was added until then stays.',
    inPercent: true,
  })
  if (!report.ok) return report
  const { added, failed } = report.value
  const [only] = added
  const lines = added.map(
    (one) =>
      `${one.sha256}  ${one.fileName}  (${one.id})${one.sameFileIn.map(({ title: t }) => ` The same file is already in "${t}".`).join('')}`,
  )
  return ok({
    json: { ...(added.length === 1 && only), items: added, failed, total: added.length },
    text: () => [...lines, ...failed.map(({ name, reason }) => `${name}: ${reason}`)].join('\n'),
    problem: added.length === 0 ? badInput('Nothing was added.', failed[0]?.reason ?? '') : undefined,
  })
}

const listEvidence = async ({ client }: AccountSession, options: ListOptions): Promise<Outcome> => {
  const { id: clientId } = await client.clients.find.query({ idOrName: options.client })
  const { status, search } = options
  const query = { sort: 'id', limit: 10_000, status, search } as const
  const { items, total } = await client.evidence.list.query({ clientId, query })
  return ok({
    json: {
      items: items.map(({ revision, title, ...item }) => ({
        ...item,
        name: title,
        sha256: revision.sha256,
        size: revision.size,
        fileName: revision.fileName,
        revision,
      })),
      total,
    },
    text: () =>
      total === 0
        ? 'No evidence.'
        : formatTable(
            ['Title', 'Status', 'Counts', 'Valid until', 'File', 'Bytes', 'Id'],
            items.map((item) => [
              item.title,
              item.status,
              item.standing === 'counts' ? 'yes' : 'no',
              item.lastValidOn ?? '',
              item.revision.fileName,
              String(item.revision.size),
              item.id,
            ]),
          ),
  })
}

const getEvidence = async (session: AccountSession, id: string, options: GetOptions): Promise<Outcome> => {
  const { client, host } = session
  const found = await findEvidence(session, id, options.client)
  if (!found.ok) return err(found.error)
  const { revision } = options
  const order = { clientId: found.value.clientId, evidenceId: id, path: resolve(options.out) }
  const job = await client.evidence.save.mutate({ ...order, ...(revision !== undefined && { revisionId: revision }) })
  const saved = await followJob<EvidenceSaved>(client, host, {
    ...job,
    label: 'Writing the file',
    afterCancel: 'Nothing was written.',
  })
  if (!saved.ok) return saved
  return ok({
    json: saved.value,
    text: () => `${saved.value.sha256}  ${saved.value.path}. The file is not encrypted: treat it as what it holds.`,
  })
}
