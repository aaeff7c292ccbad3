import { describe, expect, it } from 'vitest'

import { firstRowIsData, mapClientColumns } from './client-columns.ts'
import { knownHeadings } from './known-client-headings.ts'

const containing = (text: string): unknown => expect.stringContaining(text)

const real = ['Symbol', 'Security', 'GICS Sector', 'Headquarters  Location', 'Founded']

describe('a map that is given', () => {
  it('[IMPORT-20] takes the columns that the map names and guesses no other', () => {
    const mapped = mapClientColumns([...real, 'Industry'], 'name=Security,industry=GICS Sector')
    expect(mapped).toEqual({ ok: true, value: { name: 1, industry: 2 } })
  })

  it('[IMPORT-20] matches a heading exactly first, then without regard to case and spacing', () => {
    expect(mapClientColumns(['NAME', 'Name', 'name'], 'name=name')).toEqual({ ok: true, value: { name: 2 } })
    expect(mapClientColumns(real, ' Name = security , LOCATION=headquarters location,')).toEqual({
      ok: true,
      value: { name: 1, location: 3 },
    })
  })

  it('[IMPORT-20] takes a column by its number, unless a heading is called so', () => {
    expect(mapClientColumns(real, 'name=#2')).toEqual({ ok: true, value: { name: 1 } })
    expect(mapClientColumns(['a', 'b', '#1'], 'name=#1')).toEqual({ ok: true, value: { name: 2 } })
    expect(mapClientColumns(real, 'name=#6')).toMatchObject({ ok: false, error: { type: 'UnknownHeading' } })
  })

  it('[IMPORT-21] takes a heading in double quotes, commas, equals signs and doubled quotes included', () => {
    const headings = ['Company, legal', 'Size = "big"', 'Screen 15"']
    const mapped = mapClientColumns(headings, 'name="Company, legal",tags="Size = ""big""",industry=Screen 15"')
    expect(mapped).toEqual({ ok: true, value: { name: 0, tags: 1, industry: 2 } })
  })

  it.each(['', ' , ', 'Security', 'name=', '=Security', 'name="Security', 'name="Sec"urity'])(
    '[IMPORT-21] refuses a map that cannot be read: %j',
    (map) => {
      const mapped = mapClientColumns(real, map)
      expect(mapped).toMatchObject({
        ok: false,
        error: { type: 'BadMap', message: containing('"Security"') },
      })
    },
  )

  it.each([
    ['nam=Security', 'UnknownField', /no field "nam".*name, externalId/u],
    ['constructor=Security', 'UnknownField', /no field "constructor"/u],
    ['name=Firma', 'UnknownHeading', /no column "Firma".*"Symbol", "Security", "GICS Sector"/u],
    ['name=Security,Name=Symbol', 'FieldTwice', /"name" twice/u],
    ['industry=GICS Sector', 'NoNameColumn', /does not say which column.*"Security"/u],
  ])('[IMPORT-22] refuses %s as %s and says what there is', (map, type, words) => {
    const mapped = mapClientColumns(real, map)
    if (mapped.ok) throw new Error('taken')
    expect(mapped.error.type).toBe(type)
    expect(mapped.error.message).toMatch(words)
    expect(mapped.error.message).toContain('Nothing was imported.')
  })
})

describe('headings without a map', () => {
  it.each([
    [['Company', 'Sector', 'E-Mail', 'Contact Person'], { name: 0, industry: 1, contactEmail: 2, contactName: 3 }],
    [
      ['Nr', 'FIRMA ', 'Branche', 'Mitarbeiter', 'Ort', 'Land'],
      { name: 1, industry: 2, employees: 3, location: 4, country: 5 },
    ],
    [['Client_Name*', 'Number of Employees', 'Tags', 'Website:'], { name: 0, employees: 1, tags: 2, website: 3 }],
    [['Name', 'Company', 'Status'], { name: 1, status: 2 }],
    [['Kundennummer', 'Kunde', 'Ansprechpartner'], { externalId: 0, name: 1, contactName: 2 }],
  ])('[IMPORT-23] knows %j', (headings, columns) => {
    expect(mapClientColumns(headings)).toEqual({ ok: true, value: columns })
  })

  it('[IMPORT-23] knows each heading for one field only, so that no column is taken twice', () => {
    const known = Object.values(knownHeadings).flat()
    expect(known.filter((heading, index) => known.indexOf(heading) !== index)).toEqual([])
  })

  it('[IMPORT-24] says which headings there are and how to name the right one', () => {
    const mapped = mapClientColumns([...real, '#6'])
    if (mapped.ok) throw new Error('taken')
    expect(mapped.error).toMatchObject({ type: 'NoNameColumn' })
    expect(mapped.error.message).toContain('"Symbol", "Security", "GICS Sector", "Headquarters Location", "Founded".')
    expect(mapped.error.message).toContain('--map "name=Symbol"')
    expect(mapped.error.message).toContain('--map "name=#1"')
    expect(mapped.error.message).not.toContain('"#6"')
  })

  it.each(['42', '2024-01-31', 'info@acme.example', 'https://acme.example', 'www.acme.example'])(
    '[IMPORT-24] says that there seems to be no heading row when it holds %s',
    (cell) => {
      const mapped = mapClientColumns(['Acme', cell])
      if (mapped.ok) throw new Error('taken')
      expect(mapped.error.message).toContain('no heading row')
      expect(mapped.error.message).toContain('"name=#1"')
    },
  )

  it('[IMPORT-24] lists the first forty of many headings, each cut to a readable length', () => {
    const mapped = mapClientColumns(Array.from({ length: 300 }, (_, index) => `Column ${index} ${'x'.repeat(500)}`))
    if (mapped.ok) throw new Error('taken')
    expect(mapped.error.message.length).toBeLessThan(4000)
    expect(mapped.error.message).toContain('and 260 more')
  })
})

describe('a file without a heading row', () => {
  it('[IMPORT-25] holds when the map goes by numbers alone and the first row has no heading that we know', () => {
    expect(firstRowIsData(['Acme Ltd', 'Manufacturing'], 'name=#1,industry=#2')).toBe(true)
    expect(firstRowIsData(['Company', 'Manufacturing'], 'name=#1,industry=#2')).toBe(false)
    expect(firstRowIsData(['Acme Ltd', 'Manufacturing'], 'name=#1,industry=Manufacturing')).toBe(false)
    expect(firstRowIsData(['Acme Ltd'], '')).toBe(false)
  })
})
