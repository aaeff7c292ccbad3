/** The fields of a client that the command line sets. */
import { clientEntity } from '#domain/entities/client.ts'
import { mutations, type MutationInput } from '#domain/mutations/mutation-registry.ts'
import type { Result } from '#domain/result.ts'
import type { CliError } from './cli-error.ts'
import { createFieldReader } from './read-fields.ts'

export type ClientFields = MutationInput<'client.update'>

const read = createFieldReader('client', clientEntity, Object.keys(mutations['client.update'].input.shape))

export const readClientFields = (settings: readonly string[]): Result<ClientFields, CliError> => read(settings)
