import { expect, test } from 'vitest'
import { clientEntity, clientTagEntity } from '#domain/entities/client.ts'
import { draftProblems, draftToInput, emptyDraft } from './client-draft.ts'

const t = ((key: string, options?: { limit?: number | string }) =>
  `${key} ${String(options?.limit ?? '')}`.trim()) as never
const words = { t, number: String }

test('[LIST-5] a draft is wrong at the field where the engine would refuse it, and nowhere else', () => {
  const { name, industry, location, country, employees } = clientEntity.fields
  const schemas = { name, industry, location, country } as const
  for (const field of ['name', 'industry', 'location', 'country'] as const) {
    for (const text of [
      'Plain',
      'x'.repeat(100),
      'x'.repeat(120),
      'x'.repeat(121),
      'x'.repeat(201),
      'two\nlines',
      '\ud800',
    ]) {
      const problems = draftProblems({ ...emptyDraft, name: 'Fine', [field]: text }, words)
      const accepted = schemas[field].schema.safeParse(text).success
      expect(field in problems, `${field} ${text.slice(0, 12)} ${text.length}`).toBe(!accepted)
    }
  }
  for (const count of [0, 50_000_000, 50_000_001]) {
    const problems = draftProblems({ ...emptyDraft, name: 'Fine', employees: count }, words)
    expect('employees' in problems).toBe(!employees.schema.safeParse(count).success)
  }
  for (const tag of ['VIP', 'x'.repeat(60), 'x'.repeat(61)]) {
    const problems = draftProblems({ ...emptyDraft, name: 'Fine', tags: ['ok', tag] }, words)
    expect('tags' in problems).toBe(!clientTagEntity.fields.label.schema.safeParse(tag).success)
  }
})

test('[LIST-5] a name is needed, and is the only thing that is', () => {
  expect(Object.keys(draftProblems(emptyDraft, words))).toEqual(['name'])
  expect(Object.keys(draftProblems({ ...emptyDraft, name: '   ' }, words))).toEqual(['name'])
  expect(draftProblems({ ...emptyDraft, name: 'Ø' }, words)).toEqual({})
})

test('[LIST-6] fields that were left empty are not sent', () => {
  expect(draftToInput({ ...emptyDraft, name: ' Acme ', industry: '  ' })).toEqual({ name: 'Acme', status: 'client' })
  expect(draftToInput({ ...emptyDraft, name: 'Acme', employees: 0, country: ' DK ', tags: ['VIP'] })).toEqual({
    ...{ name: 'Acme', status: 'client', employees: 0, country: 'DK', tags: ['VIP'] },
  })
})
