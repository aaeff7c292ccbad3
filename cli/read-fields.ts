/** Reads `field=value` as people type it into the fields of a record that can be set. */
import type { EntityDefinition } from '#domain/entities/entity.ts'
import type { Field } from '#domain/entities/field.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { badInput, type CliError } from './cli-error.ts'

export type TypedFields = Readonly<Record<string, string | number | null>>

/** `settable` are the names that the mutation takes. An empty value clears the field. What a value may be is for the router to say. */
export const createFieldReader = (
  noun: string,
  entity: EntityDefinition,
  settable: readonly string[],
): ((settings: readonly string[]) => Result<TypedFields, CliError>) => {
  const definitions = new Map(Object.entries(entity.fields).filter(([name]) => settable.includes(name)))
  return (settings) => {
    const fields: Record<string, string | number | null> = {}
    for (const setting of settings) {
      const equals = setting.indexOf('=')
      const name = setting.slice(0, Math.max(equals, 0)).trim()
      const definition = definitions.get(name)
      if (definition === undefined) return err(unknownField(noun, setting, [...definitions.keys()]))
      const text = setting.slice(equals + 1)
      fields[name] = text.trim() === '' ? null : readValue(definition, text)
    }
    return ok(fields)
  }
}

/** Text that is no number stays text, so that the router refuses it in its own words. */
const readValue = ({ column }: Field, text: string): string | number => {
  const number = column === 'INTEGER' ? /^\s*\d+\s*$/ : column === 'REAL' ? /^\s*\d+(\.\d+)?\s*$/ : undefined
  return number?.test(text) === true ? Number(text) : text
}

const unknownField = (noun: string, setting: string, known: readonly string[]): CliError => {
  const name = setting.includes('=') ? setting.slice(0, setting.indexOf('=')).trim() : undefined
  return badInput(
    name === undefined
      ? `--set wants field=value, and "${setting}" has no "=".`
      : `A ${noun} has no field "${name}" to set.`,
    'Nothing was changed.',
    `The fields are ${known.join(', ')}.`,
  )
}
