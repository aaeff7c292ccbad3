/** What a schema found wrong with an input, field by field, in words for people instead of the library's. */
import type { z } from 'zod'

export type InputIssue = { readonly field: string; readonly reason: string }

/** The refused values are left out: they could be secrets. */
export const inputIssues = (issues: readonly z.core.$ZodIssue[]): readonly InputIssue[] =>
  issues.map((issue) => ({ field: fieldOf(issue.path), reason: reasonOf(issue) }))

/** Calls about one client carry their input beside its id: that wrapping says nothing to people. */
const fieldOf = (path: readonly PropertyKey[]): string =>
  path
    .slice(path[0] === 'input' ? 1 : 0)
    .map(String)
    .join('.')

const reasonOf = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return wantedTypes[issue.expected] ?? 'This is not what is wanted here.'
    case 'too_small':
      if (issue.origin === 'string') return 'This must not be empty.'
      return `Use ${String(issue.minimum)} or more.`
    case 'too_big':
      if (issue.origin === 'string') return `Use at most ${String(issue.maximum)} characters.`
      return `Use at most ${String(issue.maximum)}.`
    case 'unrecognized_keys':
      return `There is no field ${issue.keys.map((key) => `"${key}"`).join(', ')}.`
    case 'invalid_value':
      return `Use one of ${issue.values.map(String).join(', ')}.`
    case 'invalid_format':
      return wantedFormats[issue.format] ?? ended(issue.message)
    default:
      return ended(issue.message)
  }
}

const wantedTypes: Readonly<Record<string, string>> = {
  string: 'Use text.',
  number: 'Use a whole number.',
  int: 'Use a whole number.',
  boolean: 'Use true or false.',
}

const wantedFormats: Readonly<Record<string, string>> = {
  date: 'Use a date such as 2027-03-31.',
  uuid: 'Use an id.',
}

const ended = (sentence: string): string => (/[.)]$/.test(sentence) ? sentence : `${sentence}.`)
