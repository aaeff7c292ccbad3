/** `practice update`: the profile, what the practice decides for its clients, and its score bands. */
import { practiceEntity } from '#domain/entities/practice.ts'
import { mutations, type MutationInput } from '#domain/mutations/mutation-registry.ts'
import { ok, type Result } from '#domain/result.ts'
import type { Outcome } from '../answer.ts'
import type { CliError } from '../cli-error.ts'
import { showCell } from '../print-table.ts'
import { createFieldReader } from '../read-fields.ts'
import type { AccountSession } from '../session.ts'

/** A picture is no text, and the mode has a meaning of its own in the app. */
const notByText = ['logo', 'mode']
const settable = Object.keys(mutations['practice.update'].input.shape).filter((name) => !notByText.includes(name))
const readFields = createFieldReader('practice', practiceEntity, settable) as (
  settings: readonly string[],
) => Result<MutationInput<'practice.update'>, CliError>

export type UpdatePracticeOptions = { readonly set: readonly string[] }

export const updatePractice = async ({ client }: AccountSession, options: UpdatePracticeOptions): Promise<Outcome> => {
  const fields = readFields(options.set)
  if (!fields.ok) return fields
  const { changes, at } = await client.practice.update.mutate(fields.value)
  return ok({
    json: { changes: changes.map(({ entity, field, from, to }) => ({ entity, field, from, to })), at },
    text: () => {
      if (changes.length === 0) return 'Nothing to change in the practice: it is so already.'
      const show = (value: string | number | boolean | null): string =>
        value === null ? '(empty)' : showCell(String(value))
      return `Changed the practice:\n${changes.map(({ field, from, to }) => `  ${field}: ${show(from)} → ${show(to)}`).join('\n')}`
    },
  })
}
