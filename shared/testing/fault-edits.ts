/** The edits of the fault test: a mixture of everything that can be done to a client, each with a value of its own. */
import type { Account } from '#api/engine.ts'
import type { EngineError } from '#api/errors.ts'
import type { FieldChange } from '#domain/document/record-change.ts'
import type { Result } from '#domain/result.ts'
import type { SeededRandom } from '#engine/sample/seeded-random.ts'
import type { WriterLine } from './fault-lines.ts'

export type EditContext = {
  readonly account: Account
  readonly random: SeededRandom
  readonly clientIds: string[]
  /** A value that no other edit of the run sets. */
  readonly token: () => string
  readonly say: (line: WriterLine) => void
}

type Edited = Promise<Result<{ readonly changes: readonly FieldChange[]; readonly at: string }, EngineError>>

/** Does one edit and says when it is acknowledged. */
export const doRandomEdit = async (context: EditContext): Promise<void> => {
  const { random } = context
  const clientId = random.pick(context.clientIds)
  const dice = random.next()
  if (dice < 0.5) await updateClient(context, clientId)
  else if (dice < 0.62) await tagClient(context, clientId)
  else if (dice < 0.78) await changeContacts(context, clientId)
  else if (dice < 0.86) await deleteOrRestore(context, clientId)
  else if (dice < 0.93) await undoOrRedo(context)
  else if (dice < 0.95) await archiveOrRestore(context, clientId)
  else if (dice < 0.99) await changePractice(context)
  else await addClient(context)
}

const updateClient = (context: EditContext, clientId: string): Promise<void> => {
  const { account, random, token } = context
  const fields = {
    location: token(),
    industry: token(),
    summary: `${token()}\n${'about this client '.repeat(random.below(20))}`,
    website: `https://${token().replaceAll(' ', '-')}.example`,
    employees: random.below(1_000_000),
    annualRevenue: random.chance(0.3) ? null : random.below(1_000_000_000),
  }
  const names = Object.keys(fields).filter(() => random.chance(0.3))
  const input = Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)))
  const edited = account.clients.edit(clientId, 'client.update', input)
  return edit(context, { spaceId: clientId, mutation: 'client.update', edited })
}

const labels = ['cloud', 'retainer', 'regulated', 'priority', 'europe', 'payments', 'health', 'legacy'] as const

const tagClient = (context: EditContext, clientId: string): Promise<void> => {
  const name = context.random.chance(0.6) ? 'client.tag' : 'client.untag'
  const input = { label: context.random.pick<string>(labels) }
  const edited = context.account.clients.edit(clientId, name, input)
  return edit(context, { spaceId: clientId, mutation: name, edited })
}

/** More would make the later rounds slower than the first ones. */
const mostContacts = 12

const changeContacts = (context: EditContext, clientId: string): Promise<void> => {
  const { account, random, token } = context
  const listed = account.clients.listContacts(clientId)
  const contacts = listed.ok ? listed.value : []
  if (contacts.length < mostContacts && (contacts.length === 0 || random.chance(0.4))) {
    const added = account.clients.edit(clientId, 'contact.add', { name: token(), title: 'CISO' })
    return edit(context, { spaceId: clientId, mutation: 'contact.add', edited: added })
  }
  const { id } = random.pick(contacts)
  const updated = account.clients.edit(clientId, 'contact.update', { id, name: token(), phone: token() })
  return edit(context, { spaceId: clientId, mutation: 'contact.update', edited: updated })
}

const deleteOrRestore = (context: EditContext, clientId: string): Promise<void> => {
  const { account, random } = context
  const contacts = account.clients.listContacts(clientId)
  const trash = account.clients.listTrash(clientId)
  const deleted = trash.ok && random.chance(0.6) ? trash.value[random.below(trash.value.length)] : undefined
  if (deleted !== undefined) {
    const input = { entity: deleted.entity, id: deleted.id }
    const edited = account.clients.edit(clientId, 'record.restore', input)
    return edit(context, { spaceId: clientId, mutation: 'record.restore', edited })
  }
  const id = contacts.ok ? contacts.value[random.below(contacts.value.length)]?.id : undefined
  if (id === undefined) return Promise.resolve()
  const input = { entity: 'contact', id } as const
  const edited = account.clients.edit(clientId, 'record.delete', input)
  return edit(context, { spaceId: clientId, mutation: 'record.delete', edited })
}

const archiveOrRestore = (context: EditContext, clientId: string): Promise<void> => {
  const name = context.random.chance(0.3) ? 'client.archive' : 'client.restore'
  const edited = context.account.clients.edit(clientId, name, {})
  return edit(context, { spaceId: clientId, mutation: name, edited })
}

const undoOrRedo = async (context: EditContext): Promise<void> => {
  const name = context.random.chance(0.7) ? 'undo' : 'redo'
  const undone = await context.account[name]()
  if (undone.ok) context.say({ type: 'edit', mutation: name, ...undone.value })
  else sayIfUnexpected(context, name, undone.error)
}

const changePractice = (context: EditContext): Promise<void> => {
  const { account, random, token } = context
  const members = account.listMembers().filter(({ role }) => role !== 'owner')
  if (random.chance(0.5)) {
    const edited = account.editPractice('practice.update', { name: token() })
    return edit(context, { spaceId: account.id, mutation: 'practice.update', edited })
  }
  if (members.length < 8) {
    const input = { name: token(), email: 'somebody@practice.example', role: 'viewer' } as const
    const edited = account.editPractice('member.add', input)
    return edit(context, { spaceId: account.id, mutation: 'member.add', edited })
  }
  const { id } = random.pick(members)
  const edited = account.editPractice('member.update', { id, name: token() })
  return edit(context, { spaceId: account.id, mutation: 'member.update', edited })
}

const addClient = async (context: EditContext): Promise<void> => {
  const name = context.token()
  const added = await context.account.clients.add({ name, status: 'client', tags: ['new'] })
  if (!added.ok) return sayIfUnexpected(context, 'clients.add', added.error)
  context.clientIds.push(added.value.id)
  context.say({ type: 'added', clientId: added.value.id, name })
}

type AskedEdit = { readonly spaceId: string; readonly mutation: string; readonly edited: Edited }

const edit = async (context: EditContext, { spaceId, mutation, edited }: AskedEdit): Promise<void> => {
  const answer = await edited
  if (answer.ok) context.say({ type: 'edit', spaceId, mutation, ...answer.value })
  else sayIfUnexpected(context, mutation, answer.error)
}

/** What several writers do to each other. */
const expected: ReadonlySet<EngineError['type']> = new Set([
  'ClientArchived',
  'RecordInTrash',
  'RecordNotFound',
  'ChangedSince',
  'NothingToUndo',
  'NothingToRedo',
])

const sayIfUnexpected = ({ say }: EditContext, what: string, error: EngineError): void => {
  if (!expected.has(error.type)) say({ type: 'refused', what: `${what}: ${JSON.stringify(error)}` })
}
