/** Whose name or external id is taken: by a client that is there, or by a row above. Case and Unicode form aside. */
import { foldName } from '#domain/catalog/fold-name.ts'
import type { ClientDraft } from '#domain/catalog/read-client-row.ts'

export type ExistingClient = {
  readonly id: string
  readonly name: string
  readonly externalId?: string
  readonly isArchived?: boolean
}

type Identity = Pick<ClientDraft, 'name' | 'externalId'>

export type FoundClient =
  | { readonly type: 'None' }
  | { readonly type: 'One'; readonly client: ExistingClient; readonly reason: string }
  /** The name and the external id are those of different clients, or several clients bear the name. */
  | { readonly type: 'Several'; readonly reason: string }

export type KnownClients = {
  addExisting(client: ExistingClient): void
  addLine(line: number, identity: Identity): void
  find(identity: Identity): FoundClient
  /** In words: which row above has the name or the external id. */
  lineWith(identity: Identity): string | undefined
}

export const createKnownClients = (): KnownClients => {
  const clientsByName = new Map<string, readonly ExistingClient[]>()
  const clientsByExternalId = new Map<string, ExistingClient>()
  const linesByName = new Map<string, number>()
  const linesByExternalId = new Map<string, number>()
  return {
    addExisting(client) {
      const name = foldName(client.name)
      clientsByName.set(name, [...(clientsByName.get(name) ?? []), client])
      if (client.externalId !== undefined) clientsByExternalId.set(foldName(client.externalId), client)
    },
    addLine(line, { name, externalId }) {
      linesByName.set(foldName(name), line)
      if (externalId !== undefined) linesByExternalId.set(foldName(externalId), line)
    },
    find({ name, externalId }) {
      const named = clientsByName.get(foldName(name)) ?? []
      const numbered = externalId === undefined ? undefined : clientsByExternalId.get(foldName(externalId))
      return findAmong({ named, numbered, externalId: externalId ?? '' })
    },
    lineWith({ name, externalId }) {
      const named = linesByName.get(foldName(name))
      if (named !== undefined) return `The same name as line ${named}.`
      const numbered = externalId === undefined ? undefined : linesByExternalId.get(foldName(externalId))
      return numbered === undefined ? undefined : `The same external id (${externalId}) as line ${numbered}.`
    },
  }
}

type Candidates = {
  readonly named: readonly ExistingClient[]
  readonly numbered: ExistingClient | undefined
  readonly externalId: string
}

/** The external id is the surer sign; a name alone counts when one client bears it. */
const findAmong = ({ named, numbered, externalId }: Candidates): FoundClient => {
  const [first] = named
  if (numbered !== undefined) {
    if (first !== undefined && !named.some(({ id }) => id === numbered.id)) {
      const reason = `The external id (${externalId}) is that of "${numbered.name}", the name that of another client.`
      return { type: 'Several', reason }
    }
    const reason =
      first === undefined
        ? `The same external id (${externalId}) as the client "${numbered.name}" that you already have.`
        : `The same name as the client "${numbered.name}" that you already have.`
    return { type: 'One', client: numbered, reason }
  }
  if (first === undefined) return { type: 'None' }
  const reason = `The same name as the client "${first.name}" that you already have.`
  if (named.length === 1) return { type: 'One', client: first, reason }
  return { type: 'Several', reason: `${named.length} of your clients are called "${first.name}".` }
}
