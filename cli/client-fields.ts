/** Reads `field=value` as people type it into the fields of a client that can be set. */
import type { Field } from '#domain/entities/field.ts'
import { clientEntity } from '#domain/entities/client.ts'
import { mutations, type MutationInput } from '#domain/mutations/mutation-registry.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { badInput, type CliError } from './cli-error.ts'

export type ClientFields = MutationInput<'client.update'>

/** An empty value clears the field. What a value may be is for the router to say. */
export const readClientFields = (settings: readonly string[]): Result<ClientFields, CliError> => {
  const fields: Record<string, string | number | null> = {}
  for (const setting of settings) {
    const equals = setting.indexOf('=')
    const name = setting.slice(0, Math.max(equals, 0)).trim()
    const definition = settableFields.get(name)
    if (definition === undefined) return err(unknownField(setting, equals < 0 ? undefined : name))
    const text = setting.slice(equals + 1)
    fields[name] = text.trim() === '' ? null : readValue(definition, text)
  }
  return ok(fields as ClientFields)
}

const settableFields: ReadonlyMap<string, Field> = new Map(
  Object.entries(clientEntity.fields).filter(([name]) => Object.hasOwn(mutations['client.update'].input.shape, name)),
)

/** Text that is no number stays text, so that the router refuses it in its own words. */
const readValue = ({ column }: Field, text: string): string | number =>
  column === 'INTEGER' && /^\s*\d+\s*$/.test(text) ? Number(text) : text

const unknownField = (setting: string, name: string | undefined): CliError =>
  badInput(
    name === undefined
      ? `--set wants field=value, and "${setting}" has no "=".`
      : `A client has no field "${name}" to set.`,
    'Nothing was changed.',
    `The fields are ${[...settableFields.keys()].join(', ')}.`,
  )
