/** One row of a table as a client draft, or the reason in words why it cannot be one. */
import type { z } from 'zod'

import { clientEntity, clientTagEntity, contactEntity, type ClientStatus } from '#domain/entities/client.ts'
import { err, ok, type Result } from '#domain/result.ts'

import { clientFields, type ClientField, type ColumnMap } from './client-columns.ts'
import { foldName } from './fold-name.ts'

/** Only values that the row gives; nothing is filled in. */
export type ClientDraft = {
  readonly name: string
  readonly externalId?: string
  readonly status?: ClientStatus
  readonly industry?: string
  readonly subIndustry?: string
  readonly employees?: number
  readonly location?: string
  readonly country?: string
  readonly website?: string
  readonly tags?: readonly string[]
  readonly contactName?: string
  readonly contactEmail?: string
}

export const readClientRow = (cells: readonly string[], columns: ColumnMap): Result<ClientDraft, string> => {
  const draft: { -readonly [Field in ClientField]?: unknown } = {}
  for (const field of clientFields) {
    const column = columns[field]
    if (column === undefined) continue
    const text = cleanText(cells[column] ?? '')
    if (text === '' || (field !== 'name' && isPlaceholder(text))) continue
    const value = fieldReaders[field](text)
    if (!value.ok) return value
    if (value.value !== undefined) draft[field] = value.value
  }
  return typeof draft.name === 'string' ? ok({ ...draft, name: draft.name } as ClientDraft) : err('No name.')
}

/**
 * One line of plain text: NFC, single spaces, and without the characters that show nothing but change what is seen
 * (controls, zero width, direction overrides). The apostrophe that our own export puts before a formula is taken off.
 */
const cleanText = (cell: string): string =>
  cell
    .toWellFormed()
    .normalize('NFC')
    .replace(/(?!\s)\p{Cc}|[\u200B\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^'(?=[=+\-@＝＋－＠])/u, '')

/** What people write into a cell to say that there is nothing to write. */
const isPlaceholder = (text: string): boolean => /^(?:[-–—]+|n\/a|k\. ?a\.|#n\/a|null)$/iu.test(text)

type FieldReader = (text: string) => Result<unknown, string>

/** What a field may hold is the entity's to say. */
const checked =
  (subject: string, schema: z.ZodType): FieldReader =>
  (text) => {
    const parsed = schema.safeParse(text)
    if (parsed.success) return ok(parsed.data)
    const [issue] = parsed.error.issues
    if (issue?.code === 'too_big') return err(`${subject} is longer than ${issue.maximum} characters.`)
    return err(`${subject} ${quote(text)} is not valid.`)
  }

const readStatus: FieldReader = (text) => {
  const status = statuses.get(text.toLowerCase())
  return status === undefined ? err(`The status ${quote(text)} is neither "client" nor "prospect".`) : ok(status)
}

const statuses: ReadonlyMap<string, ClientStatus> = new Map([
  ...['client', 'customer', 'active', 'kunde', 'mandant', 'aktiv'].map((word) => [word, 'client'] as const),
  ...['prospect', 'lead', 'interessent'].map((word) => [word, 'prospect'] as const),
])

/** Digits, or digits in groups of three: 1200, 1,200, 1.200, 1 200, 1'200. */
const readEmployees: FieldReader = (text) => {
  const isCount = /^(?:\d+|\d{1,3}([.,'’ ])\d{3}(?:\1\d{3})*)$/u.test(text)
  const count = client.employees.schema.safeParse(isCount ? Number(text.replace(/\D/gu, '')) : undefined)
  return count.success ? ok(count.data) : err(`The number of employees ${quote(text)} is not a whole number.`)
}

const readWebsite: FieldReader = (text) => {
  // Shown as a link, so nothing but a web address may pass.
  const isWeb = /^(?:https?:\/\/)?[^\s:/?#@]+(?::\d{1,5})?(?:[/?#]\S*)?$/iu.test(text)
  return isWeb
    ? checked('The website', client.website.schema)(text)
    : err(`The website ${quote(text)} is not a web address.`)
}

const mostTags = 50

const readTags: FieldReader = (text) => {
  const tagsByFold = new Map<string, string>()
  for (const tag of text.split(/[;,]/u).map((part) => part.trim())) {
    if (tag === '') continue
    const read = checked('A tag', clientTagEntity.fields.label.schema)(tag)
    if (!read.ok) return read
    if (!tagsByFold.has(foldName(tag))) tagsByFold.set(foldName(tag), tag)
  }
  if (tagsByFold.size > mostTags) return err(`There are more than ${mostTags} tags.`)
  return ok(tagsByFold.size === 0 ? undefined : [...tagsByFold.values()])
}

const client = clientEntity.fields

const fieldReaders: { readonly [Field in ClientField]: FieldReader } = {
  name: checked('The name', client.name.schema),
  externalId: checked('The external id', client.externalId.schema),
  status: readStatus,
  industry: checked('The industry', client.industry.schema),
  subIndustry: checked('The sub-industry', client.subIndustry.schema),
  employees: readEmployees,
  location: checked('The location', client.location.schema),
  country: checked('The country', client.country.schema),
  website: readWebsite,
  tags: readTags,
  contactName: checked('The contact name', contactEntity.fields.name.schema),
  contactEmail: checked('The e-mail address', contactEntity.fields.email.schema),
}

const quote = (text: string): string => `"${text.length > 60 ? `${text.slice(0, 59)}…` : text}"`
