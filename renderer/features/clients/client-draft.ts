/** A client that is being typed: what can be said of it before the engine is asked. */
import type { TFunction } from 'i18next'
import type { ClientStatus } from '#domain/entities/client.ts'
import type { Problems } from '#renderer/components/fields/use-problems.ts'

export type ClientDraft = {
  readonly name: string
  readonly status: ClientStatus
  readonly industry: string
  readonly employees: number | undefined
  readonly ownerId: string | undefined
  readonly location: string
  readonly country: string
  readonly tags: readonly string[]
}

export type DraftField = 'name' | 'industry' | 'employees' | 'location' | 'country' | 'tags'

export const emptyDraft: ClientDraft = {
  name: '',
  status: 'client',
  industry: '',
  employees: undefined,
  ownerId: undefined,
  location: '',
  country: '',
  tags: [],
}

/** As clientEntity has them. */
const limits = {
  name: 200,
  industry: 120,
  location: 200,
  country: 100,
  tag: 60,
  tags: 50,
  employees: 50_000_000,
} as const

export type DraftWords = {
  readonly t: TFunction<'clients'>
  /** A number as the region writes it. */
  readonly number: (value: number) => string
}

export const draftProblems = (draft: ClientDraft, { t, number }: DraftWords): Problems<DraftField> => {
  const name = draft.name.trim() === '' ? t('form.nameMissing') : lineProblem(draft.name, limits.name, t)
  const problems: { readonly [Field in DraftField]: string | undefined } = {
    name,
    industry: lineProblem(draft.industry, limits.industry, t),
    location: lineProblem(draft.location, limits.location, t),
    country: lineProblem(draft.country, limits.country, t),
    employees:
      draft.employees !== undefined && draft.employees > limits.employees
        ? t('form.employeesTooMany', { limit: number(limits.employees) })
        : undefined,
    tags:
      draft.tags.length > limits.tags
        ? t('form.tooManyTags', { limit: limits.tags })
        : draft.tags.map((tag) => lineProblem(tag, limits.tag, t)).find((problem) => problem !== undefined),
  }
  return Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem !== undefined))
}

const lineProblem = (text: string, limit: number, t: TFunction<'clients'>): string | undefined => {
  if (text.trim().length > limit) return t('form.tooLong', { limit })
  return /\p{Cc}|[\u2028\u2029]/u.test(text.trim()) || !text.isWellFormed() ? t('form.notPlain') : undefined
}

/** Fields that were left empty are not named. */
export const draftToInput = (draft: ClientDraft) => ({
  name: draft.name.trim(),
  status: draft.status,
  ...(draft.employees === undefined ? {} : { employees: draft.employees }),
  ...(draft.ownerId === undefined ? {} : { ownerId: draft.ownerId }),
  ...(draft.tags.length === 0 ? {} : { tags: [...draft.tags] }),
  ...filled('industry', draft.industry),
  ...filled('location', draft.location),
  ...filled('country', draft.country),
})

const filled = <Key extends string>(key: Key, text: string): { readonly [Name in Key]?: string } =>
  text.trim() === '' ? {} : ({ [key]: text.trim() } as { readonly [Name in Key]: string })
