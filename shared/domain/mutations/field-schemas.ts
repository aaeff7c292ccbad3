/** Input schemas made of an entity's own field schemas, so that a rule about a field is written once. */
import { z } from 'zod'
import type { EntityDefinition } from '../entities/entity.ts'

type Shape<Definition extends EntityDefinition, Name extends keyof Definition['fields']> = {
  readonly [Key in Name]: z.ZodOptional<z.ZodNullable<Definition['fields'][Key]['schema']>>
}

/** Each named field optional, `null` to clear it. Fields that are not named are refused. */
export const fieldsToSet = <
  Definition extends EntityDefinition,
  const Name extends keyof Definition['fields'] & string,
>(
  entity: Definition,
  names: readonly Name[],
): z.ZodObject<Shape<Definition, Name>, z.core.$strict> => {
  const shape = Object.fromEntries(names.map((name) => [name, entity.fields[name]?.schema.nullable().optional()]))
  return z.strictObject(shape) as unknown as z.ZodObject<Shape<Definition, Name>, z.core.$strict>
}
