/** `clients add`, `update`, `archive` and `restore`. */
import type { EditAnswer } from '#api/engine.ts'
import type { ClientStatus } from '#domain/entities/client.ts'
import { ok } from '#domain/result.ts'
import type { Outcome } from '../answer.ts'
import { readClientFields } from '../client-fields.ts'
import { showCell } from '../print-table.ts'
import type { AccountSession } from '../session.ts'

export type AddOptions = {
  readonly name: string
  readonly status: ClientStatus
  readonly tag?: readonly string[]
  readonly set?: readonly string[]
}
export type UpdateOptions = { readonly client: string; readonly set: readonly string[] }

export const addClient = async ({ client }: AccountSession, options: AddOptions): Promise<Outcome> => {
  const { name, status, tag = [], set = [] } = options
  const fields = readClientFields(set)
  if (!fields.ok) return fields
  const row = await client.clients.add.mutate({ ...fields.value, name, status, tags: [...tag] })
  return ok({ json: row, text: () => `Added ${showCell(row.name)} (${row.id}).` })
}

export const updateClient = async ({ client }: AccountSession, options: UpdateOptions): Promise<Outcome> => {
  const fields = readClientFields(options.set)
  if (!fields.ok) return fields
  const { id, name } = await client.clients.find.query({ idOrName: options.client })
  const edited = await client.clients.update.mutate({ clientId: id, input: fields.value })
  return changed({ id, name }, edited)
}

export const setArchived = async (
  { client }: AccountSession,
  idOrName: string,
  archived: boolean,
): Promise<Outcome> => {
  const { id, name } = await client.clients.find.query({ idOrName })
  const edit = { clientId: id, input: {} }
  const edited = archived ? await client.clients.archive.mutate(edit) : await client.clients.restore.mutate(edit)
  return changed({ id, name }, edited)
}

/** `name` is the one by which the client was found. */
const changed = ({ id, name }: { readonly id: string; readonly name: string }, { changes, at }: EditAnswer): Outcome =>
  ok({
    json: { id, name, changes: changes.map(({ entity, field, from, to }) => ({ entity, field, from, to })), at },
    text: () => {
      if (changes.length === 0) return `Nothing to change in ${showCell(name)}: it is so already.`
      const lines = changes.map(({ field, from, to }) => `  ${field}: ${showValue(from)} → ${showValue(to)}`)
      return `Changed ${showCell(name)}:\n${lines.join('\n')}`
    },
  })

const showValue = (value: EditAnswer['changes'][number]['from']): string =>
  value === null ? '(empty)' : showCell(String(value))
