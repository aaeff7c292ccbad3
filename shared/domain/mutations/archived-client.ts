/** An archived client is read-only until it is restored. */
import type { RecordChange } from '../document/record-change.ts'
import type { Client } from '../entities/client.ts'
import type { DomainError } from '../errors.ts'
import { err, type Result } from '../result.ts'
import type { MutationContext } from './mutation.ts'

type Plan<Input> = (context: MutationContext, input: Input) => Result<readonly RecordChange[], DomainError>

export const isArchived = (context: Pick<MutationContext, 'find' | 'spaceId'>): boolean => {
  const client: Client | undefined = context.find('profile', 'client', context.spaceId)
  return (client?.archivedAt ?? null) !== null
}

export const unlessArchived =
  <Input>(plan: Plan<Input>): Plan<Input> =>
  (context, input) =>
    isArchived(context) ? err({ type: 'ClientArchived' }) : plan(context, input)
