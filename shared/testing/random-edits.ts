/** Edits that a property test invents: few values, so that devices meet at the same fields and records. */
import fc from 'fast-check'
import type { MutationInput, MutationName } from '#domain/mutations/mutation-registry.ts'
import type { Log } from '#engine/log/open-log.ts'

/** `pick` chooses among the records that are there when the edit's turn comes. */
export type RandomEdit =
  | { readonly type: 'client'; readonly fields: MutationInput<'client.update'> }
  | { readonly type: 'tag' | 'untag'; readonly label: string }
  | { readonly type: 'addContact'; readonly name: string }
  | { readonly type: 'contact'; readonly pick: number; readonly phone: string | null }
  | { readonly type: 'delete' | 'restore'; readonly entity: 'contact' | 'clientTag'; readonly pick: number }
  | { readonly type: 'archive' | 'unarchive' }

export const randomEdit: fc.Arbitrary<RandomEdit> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant('client' as const), fields: clientFields() }) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constantFrom('tag' as const, 'untag' as const),
      label: fc.constantFrom('HIPAA', 'hipaa', 'ISO 27001', 'Ｈipaa', 'café', 'cafe\u0301'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('addContact' as const), name: fc.constantFrom('Ada', 'Ben') }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('contact' as const),
      pick: fc.nat(9),
      phone: fc.constantFrom('1', '2', null),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constantFrom('delete' as const, 'restore' as const),
      entity: fc.constantFrom('contact' as const, 'clientTag' as const),
      pick: fc.nat(9),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom('archive' as const, 'unarchive' as const) }) },
)

function clientFields(): fc.Arbitrary<MutationInput<'client.update'>> {
  return fc.record(
    {
      name: fc.constantFrom('Harbor Foods', 'Harbor Foods Ltd', 'Häfen & Söhne'),
      industry: fc.constantFrom('Food', 'Retail', null),
      employees: fc.constantFrom(0, 40, 5_000_000, null),
      annualRevenue: fc.constantFrom(2 ** 31, 2 ** 53 - 1, null),
      summary: fc.constantFrom('two\nlines', 'emoji 🏝', null),
    },
    { requiredKeys: [] },
  )
}

type NamedInput = readonly [name: MutationName, input: unknown]

/** The mutation and its input, or undefined when there is no record to edit. */
export const mutationOf = (log: Log, edit: RandomEdit): NamedInput | undefined => {
  switch (edit.type) {
    case 'client':
      return ['client.update', edit.fields]
    case 'tag':
    case 'untag':
      return [`client.${edit.type}`, { label: edit.label }]
    case 'addContact':
      return ['contact.add', { name: edit.name }]
    case 'contact':
      return withId(findRecord(log, 'contact', edit.pick), (id) => ['contact.update', { id, phone: edit.phone }])
    case 'delete':
    case 'restore': {
      const table = edit.entity === 'contact' ? 'contact' : 'client_tag'
      return withId(findRecord(log, table, edit.pick), (id) => [`record.${edit.type}`, { entity: edit.entity, id }])
    }
    case 'archive':
      return ['client.archive', {}]
    case 'unarchive':
      return ['client.restore', {}]
  }
}

const findRecord = (log: Log, table: string, pick: number): string | undefined => {
  const ids = log.database.prepare(`SELECT id FROM ${table} ORDER BY id`).pluck().all() as readonly string[]
  return ids[pick % Math.max(1, ids.length)]
}

const withId = (id: string | undefined, use: (id: string) => NamedInput): NamedInput | undefined =>
  id === undefined ? undefined : use(id)
