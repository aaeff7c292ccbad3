import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { tableOf } from '#engine/imports/table-fixtures.ts'

import { neutralText, type CellValue } from './table-cell.ts'
import { csvText } from './write-csv.ts'

describe('CSV that we write', () => {
  it('[EXPORT-1] is RFC 4180: commas, CRLF, quotes where needed and doubled inside, with a byte order mark', () => {
    const text = csvText(
      ['Name', 'Note'],
      [
        ['Müller, Söhne', 'say "hi"'],
        ['two\nlines', ' padded '],
        ['plain', undefined],
      ],
    )
    expect(text).toBe('\uFEFFName,Note\r\n"Müller, Söhne","say ""hi"""\r\n"two\nlines"," padded "\r\nplain,\r\n')
  })

  it('[EXPORT-2] leaves numbers and truth values what they are, as plain decimals', () => {
    const values: CellValue[] = [-5, 0.1 + 0.2, 1e21, 1e-7, Number.NaN, Number.POSITIVE_INFINITY, true, false]
    expect(
      csvText(
        ['N'],
        values.map((value) => [value]),
      ),
    ).toBe('\uFEFFN\r\n-5\r\n0.3\r\n1000000000000000000000\r\n0.0000001\r\n\r\n\r\ntrue\r\nfalse\r\n')
  })

  it.each([
    '=1+1',
    '+49 30',
    '-5',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '\n=x',
    '  =1',
    '\u00A0@x',
    '\u0000=1',
    '\u200B=1',
    '\uFEFF=1',
    '＝1',
    '＋1',
    '－1',
    '＠1',
  ])('[EXPORT-3] puts an apostrophe before a text that a spreadsheet might run: %j', (text) => {
    expect(neutralText(text)).toBe(`'${text}`)
    expect(csvText([text], [[text]]).replaceAll('"', '')).toBe(`\uFEFF'${text}\r\n'${text}\r\n`)
  })

  it.each(['a=1', '1-2', 'x@y.example', "'=1", '', ' ', '(=1)', '5'])(
    '[EXPORT-3] leaves other text alone: %j',
    (text) => {
      expect(neutralText(text)).toBe(text)
    },
  )

  it('[EXPORT-1] does not begin with what Excel takes for an instruction of its own', async () => {
    const table = await tableOf(csvText(['sep=;'], [['a;b']]))
    expect(table).toMatchObject({ headings: ['sep=;'], rows: [{ line: 2, cells: ['a;b'] }] })
  })

  it('[EXPORT-4] reads back as the same cells, apart from the apostrophe and trimming', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.string({
        unit: fc.constantFrom('"', ',', ';', '\n', '\r', '\t', ' ', '=', '-', "'", '|', 'a', 'ü', '€'),
        maxLength: 12,
      }),
    )
    const expected = (text: string): string => neutralText(text).trim()
    // Three columns and a text of ours in front and behind, so that no row is blank and the width is certain.
    const row = fc.tuple(cell, cell).map(([one, other]) => ['first', one, other, 'last'])
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
        const table = await tableOf(csvText(['A', 'B', 'C', 'D'], rows))
        expect(table).toMatchObject({ encoding: 'utf-8', delimiter: ',', headings: ['A', 'B', 'C', 'D'] })
        expect(table.rows.map(({ cells }) => cells)).toEqual(rows.map((cells) => cells.map(expected)))
      }),
      { numRuns: 500 },
    )
  })
})
