/** `clients hand-over`, `take-over`, `delete`, `clone` and `convert`. */
import type { HandedOver, TakenOver } from '#api/leaving-clients.ts'
import type { ClientStatus } from '#domain/entities/client.ts'
import { err, ok } from '#domain/result.ts'
import { resolve } from 'node:path'
import type { Outcome } from '../answer.ts'
import { badInput } from '../cli-error.ts'
import { followJob } from '../follow-job.ts'
import { choosePassphrase, findPassphrase } from '../envelope-passphrase.ts'
import { showCell } from '../print-table.ts'
import type { AccountSession } from '../session.ts'

export type HandOverCommand = {
  readonly client: string
  readonly out: string
  readonly force?: boolean
  readonly envelopePassphraseFile?: string
  readonly passphraseOutFile?: string
}

export const handOverClient = async (session: AccountSession, options: HandOverCommand): Promise<Outcome> => {
  const { client, host } = session
  const { id, name } = await client.clients.find.query({ idOrName: options.client })
  const path = resolve(options.out)
  const chosen = await choosePassphrase(host, { ...options, out: path })
  if (!chosen.ok) return chosen
  const { passphrase, writtenTo, discard } = chosen.value
  let isDone = false
  try {
    const job = await client.clients.handOver.mutate({ clientId: id, path, passphrase, replace: options.force })
    const label = 'Handing the client over'
    const done = await followJob<HandedOver>(client, host, { ...job, label, afterCancel: 'No file was written.' })
    if (!done.ok) return done
    isDone = true
    const { bytes, files } = done.value
    return ok({
      json: { id, name, out: path, bytes, files, passphraseFile: writtenTo ?? null },
      text: () => [`${showCell(name)} is in ${path}.`, ...handOverNotes(writtenTo)].join('\n'),
    })
  } finally {
    if (!isDone) await discard()
  }
}

const handOverNotes = (writtenTo: string | undefined): readonly string[] => [
  ...(writtenTo === undefined ? [] : [`Its passphrase is in ${writtenTo}: send it another way than the file.`]),
  'The client is still here: archive or delete it when the other practice has taken it over.',
]

export type TakeOverCommand = { readonly envelopePassphraseFile?: string }

export const takeOverClient = async (
  { client, host }: AccountSession,
  file: string,
  options: TakeOverCommand,
): Promise<Outcome> => {
  const path = resolve(file)
  const passphrase = await findPassphrase(host, { ...options, path })
  if (!passphrase.ok) return passphrase
  const job = await client.clients.takeOver.mutate({ path, passphrase: passphrase.value })
  const label = 'Taking the client over'
  const done = await followJob<TakenOver>(client, host, { ...job, label, afterCancel: 'Nothing was taken over.' })
  if (!done.ok) return done
  const { clientId: id, name, from } = done.value
  return ok({ json: { id, name, from }, text: () => `Took over ${showCell(name)} (${id}) from ${showCell(from)}.` })
}

export const deleteClient = async (
  { client }: AccountSession,
  options: { readonly client: string; readonly confirm: string },
): Promise<Outcome> => {
  const { id, name } = await client.clients.find.query({ idOrName: options.client })
  await client.clients.remove.mutate({ clientId: id, typedName: options.confirm })
  return ok({
    json: { id, name, deleted: true },
    text: () => `${showCell(name)} is deleted for good: its key is destroyed. Backups made before still hold it.`,
  })
}

export const cloneClient = async (
  { client }: AccountSession,
  options: { readonly client: string; readonly name: string; readonly status: ClientStatus },
): Promise<Outcome> => {
  const { id: clientId } = await client.clients.find.query({ idOrName: options.client })
  const row = await client.clients.clone.mutate({ clientId, name: options.name, status: options.status })
  return ok({
    json: row,
    text: () => `Added ${showCell(row.name)} (${row.id}) with the structure of ${options.client}.`,
  })
}

/** Without `to`, a prospect becomes a client and a client a prospect. */
export const convertClient = async (
  { client }: AccountSession,
  options: { readonly client: string; readonly to?: ClientStatus },
): Promise<Outcome> => {
  const { id, name, status, archivedAt } = await client.clients.find.query({ idOrName: options.client })
  const to = options.to ?? (status === 'prospect' ? 'client' : 'prospect')
  if (archivedAt !== null) {
    return err(badInput('This client is archived.', 'Nothing was changed.', 'Restore it, then convert it.'))
  }
  const { changes } = await client.clients.update.mutate({ clientId: id, input: { status: to } })
  const text = changes.length === 0 ? `${showCell(name)} is a ${to} already.` : `${showCell(name)} is a ${to} now.`
  return ok({ json: { id, name, status: to, changed: changes.length > 0 }, text: () => text })
}
