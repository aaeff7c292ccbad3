/** The filters of the client list, as options and as the router takes them. */
import { Option, type Command } from 'commander'
import type { ClientQuery } from '#api/queries.ts'
import { clientStatuses, type ClientStatus } from '#domain/entities/client.ts'

export type FilterOptions = {
  readonly status?: ClientStatus
  readonly archived?: 'only' | 'any' | 'no'
  readonly search?: string
  readonly industry?: string
  readonly tag?: string
}

export const withFilters = (command: Command): Command =>
  command
    .addOption(new Option('--status <status>').choices([...clientStatuses]))
    .addOption(
      new Option('--archived [which]', 'archived ones (else they are left out)')
        .choices(['only', 'any', 'no'])
        .preset('only'),
    )
    .option('--search <text>', 'part of the name or external id')
    .option('--industry <industry>', 'exactly this one')
    .option('--tag <label>', 'with this tag')

export const queryOf = ({ archived = 'no', ...rest }: FilterOptions): ClientQuery => ({
  ...pick(rest, ['status', 'search', 'industry', 'tag']),
  archived: archived === 'any' ? 'any' : archived === 'only',
})

/** Other options of the command stay behind. */
const pick = <Item extends object, const Key extends keyof Item>(item: Item, keys: readonly Key[]): Pick<Item, Key> =>
  Object.fromEntries(keys.flatMap((key) => (item[key] === undefined ? [] : [[key, item[key]]]))) as Pick<Item, Key>
