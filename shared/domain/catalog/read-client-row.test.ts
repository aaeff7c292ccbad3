import { describe, expect, it } from 'vitest'

import { clientFields, type ColumnMap } from './client-columns.ts'
import { foldName } from './fold-name.ts'
import { readClientRow } from './read-client-row.ts'

const every = Object.fromEntries(clientFields.map((field, index) => [field, index])) as unknown as ColumnMap

const read = (values: Readonly<Partial<Record<(typeof clientFields)[number], string>>>) =>
  readClientRow(
    clientFields.map((field) => values[field] ?? ''),
    every,
  )

const draftOf = (values: Parameters<typeof read>[0]) => {
  const draft = read({ name: 'Acme', ...values })
  if (!draft.ok) throw new Error(draft.error)
  return draft.value
}

describe('a row that can be a client', () => {
  it('[IMPORT-26] gives what the row gives, and no defaults', () => {
    expect(readClientRow(['Acme', 'Bonn'], { name: 0 })).toEqual({ ok: true, value: { name: 'Acme' } })
    expect(readClientRow(['Acme'], { name: 0, industry: 5 })).toEqual({ ok: true, value: { name: 'Acme' } })
    expect(
      Object.keys(draftOf({ industry: ' ', tags: ' ; ,', website: '-', employees: 'n/a', contactName: 'k. A.' })),
    ).toEqual(['name'])
  })

  it('[IMPORT-26] reads every field', () => {
    const values = {
      ...{
        name: 'Acme',
        externalId: 'C-7',
        status: 'Prospect',
        industry: 'Energy',
        subIndustry: 'Wind',
        employees: '1200',
      },
      ...{
        location: 'Ulm, Germany',
        country: 'Germany',
        website: 'https://acme.example/de?x=1',
        tags: 'gold; EU , Gold,new',
      },
      ...{ contactName: 'Ada Wu', contactEmail: 'ada@acme.example' },
    }
    const expected = { ...values, status: 'prospect', employees: 1200, tags: ['gold', 'EU', 'new'] }
    expect(read(values)).toEqual({ ok: true, value: expected })
  })

  it('[IMPORT-27] makes one line of plain text: composed, without controls and direction overrides', () => {
    const name = '\u202E Mu\u0308ller\r\n&\u00A0\tSoh\u0000ne\u200B\uFEFF \uD800'
    expect(draftOf({ name }).name).toBe('Müller & Sohne \uFFFD')
  })

  it('[IMPORT-27] takes off the apostrophe with which an export keeps a text from being a formula', () => {
    expect(draftOf({ name: "'@home Ltd" }).name).toBe('@home Ltd')
    expect(draftOf({ name: "'s-Gravenhage Port" }).name).toBe("'s-Gravenhage Port")
  })

  it.each(['1200', '1,200', '1.200', '1 200', "1'200", '1’200', '1\u00A0200', '01200'])(
    '[IMPORT-28] reads %s as 1200 employees',
    (employees) => expect(draftOf({ employees }).employees).toBe(1200),
  )

  it.each([
    ['0', 0],
    ['1,234,567', 1_234_567],
  ])('[IMPORT-28] reads %s employees', (employees, count) => expect(draftOf({ employees }).employees).toBe(count))

  it.each([
    ['Kunde', 'client'],
    ['ACTIVE', 'client'],
    ['lead', 'prospect'],
  ])('[IMPORT-28] reads the status %s as %s', (status, expected) => expect(draftOf({ status }).status).toBe(expected))
})

describe('a row that cannot', () => {
  it.each(['', '  ', '\u200B\u0007'])('[IMPORT-29] refuses a row without a name: %j', (name) => {
    expect(read({ name, industry: 'Energy' })).toEqual({ ok: false, error: 'No name.' })
  })

  it('[IMPORT-29] takes a dash for a name that somebody chose, not for an empty cell', () => {
    expect(draftOf({ name: '-' }).name).toBe('-')
  })

  it('[IMPORT-29] refuses what is longer than the field', () => {
    expect(draftOf({ name: 'x'.repeat(200) }).name).toHaveLength(200)
    expect(read({ name: 'x'.repeat(201) })).toEqual({ ok: false, error: 'The name is longer than 200 characters.' })
    expect(read({ name: 'A', industry: 'x'.repeat(121) })).toEqual({
      ok: false,
      error: 'The industry is longer than 120 characters.',
    })
    expect(read({ name: 'A', tags: 'x'.repeat(61) })).toEqual({
      ok: false,
      error: 'A tag is longer than 60 characters.',
    })
    const tags = Array.from({ length: 51 }, (_, index) => `t${index}`).join(';')
    expect(read({ name: 'A', tags })).toEqual({ ok: false, error: 'There are more than 50 tags.' })
  })

  it.each(['12.5', '1,20', '1.200,500', '-5', '50-100', '10,000+', '1e3', 'many', '999999999'])(
    '[IMPORT-29] refuses %s employees and quotes it',
    (employees) => {
      const reason = `The number of employees "${employees}" is not a whole number.`
      expect(read({ name: 'A', employees })).toEqual({ ok: false, error: reason })
    },
  )

  it.each([
    'acme.example',
    'ada@',
    'ada@acme',
    'ada wu@acme.example',
    'ada@acme.example; bob@acme.example',
    '<ada@acme.example>',
  ])('[IMPORT-29] refuses the e-mail address %s and quotes it', (contactEmail) => {
    const reason = `The e-mail address "${contactEmail}" is not valid.`
    expect(read({ name: 'A', contactEmail })).toEqual({ ok: false, error: reason })
  })

  it.each(['javascript:alert(1)', 'ftp://acme.example', 'see our page', 'data:text/html,x', 'http://'])(
    '[IMPORT-29] refuses the website %s',
    (website) => {
      expect(read({ name: 'A', website })).toEqual({
        ok: false,
        error: `The website "${website}" is not a web address.`,
      })
    },
  )

  it.each(['former', 'constructor'])('[IMPORT-29] refuses the status %s', (status) => {
    expect(read({ name: 'A', status })).toEqual({
      ok: false,
      error: `The status "${status}" is neither "client" nor "prospect".`,
    })
  })
})

describe('names that are the same', () => {
  it.each([
    ['ACME  Ltd', 'acme ltd'],
    ['Müller', 'Mu\u0308LLER'],
    ['Straße AG', 'STRASSE AG'],
    ['ＡＣＭＥ', 'acme'],
    ['Οδός', 'ΟΔΌΣ'],
    ['ﬁsh\u00A0Co', 'FISH CO'],
  ])('[IMPORT-30] folds %s and %s together', (one, other) => expect(foldName(one)).toBe(foldName(other)))

  it('[IMPORT-30] keeps names apart that only look alike', () => {
    expect(foldName('Muller')).not.toBe(foldName('Müller'))
    expect(foldName('A B')).not.toBe(foldName('AB'))
  })
})
