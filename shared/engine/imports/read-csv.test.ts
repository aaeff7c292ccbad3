import { describe, expect, it } from 'vitest'

import { cellsOf, readWhole, refusalOf, tableOf } from './table-fixtures.ts'
import { tableLimits } from './table.ts'

const containing = (text: string): unknown => expect.stringContaining(text)

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

const german = 'Firma;Branche\r\nMüller & Söhne;Handel € 5\r\nŁódź;Bau\r\n'
const germanCells = [
  ['Müller & Söhne', 'Handel € 5'],
  ['Łódź', 'Bau'],
]

describe('encodings', () => {
  it.each([
    ['UTF-8', Buffer.from(`\uFEFF${german}`), 'utf-8'],
    ['UTF-16 little-endian', Buffer.from(`\uFEFF${german}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 big-endian', utf16be(`\uFEFF${german}`), 'utf-16be'],
  ])('[IMPORT-2] a byte order mark says %s', async (_, bytes, encoding) => {
    const table = await tableOf(bytes)
    expect(table).toMatchObject({ kind: 'csv', encoding, delimiter: ';', headings: ['Firma', 'Branche'] })
    expect(cellsOf(table)).toEqual(germanCells)
  })

  it.each([
    ['UTF-16 little-endian by its zero bytes', Buffer.from(german, 'utf16le'), 'utf-16le'],
    ['UTF-16 big-endian by its zero bytes', utf16be(german), 'utf-16be'],
    ['UTF-8 by its strict form', Buffer.from(german), 'utf-8'],
  ])('[IMPORT-3] without a mark, finds %s', async (_, bytes, encoding) => {
    const table = await tableOf(bytes)
    expect(table.encoding).toBe(encoding)
    expect(cellsOf(table)).toEqual(germanCells)
  })

  it('[IMPORT-3] takes what is neither for Windows-1252, euro sign and all', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Firma;Umsatz\r\nM\xFCller;', 'latin1'),
      Buffer.from([0x80]),
      Buffer.from('5\r\n'),
    ])
    const table = await tableOf(bytes)
    expect(table.encoding).toBe('windows-1252')
    expect(cellsOf(table)).toEqual([['Müller', '€5']])
  })

  it('[IMPORT-3] decodes a character that lies across two pieces of the file', async () => {
    const text = `Name,Note\n${'ä€😀,x\n'.repeat(80_000)}`
    for (const bytes of [Buffer.from(text), Buffer.from(text, 'utf16le')]) {
      const table = await tableOf(bytes)
      expect(table.rows).toHaveLength(80_000)
      expect(table.rows.every(({ cells }) => cells[0] === 'ä€😀' && cells[1] === 'x')).toBe(true)
    }
  })

  it.each([
    ['UTF-8', Buffer.concat([Buffer.from('\uFEFFName\nM'), Buffer.from([0xfc]), Buffer.from('ller\n')])],
    ['UTF-16LE', Buffer.from('\uFEFFName\nM\uD800ller\n', 'utf16le')],
    ['UTF-16LE', Buffer.from('\uFEFFName\nMeier\n', 'utf16le').subarray(0, -1)],
  ])('[IMPORT-2] refuses a file whose mark says %s where its bytes do not', async (encoding, bytes) => {
    const refusal = await refusalOf(bytes)
    expect(refusal.type).toBe('Damaged')
    expect(refusal.message).toContain(encoding)
  })
})

describe('delimiters', () => {
  it.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
    ['vertical bar', '|'],
  ])('[IMPORT-4] finds the %s', async (_, delimiter) => {
    const lines = [
      ['Name', 'City', 'Note'],
      ['Acme', 'Berlin', ''],
      ['', 'Bonn', 'x'],
    ]
    const table = await tableOf(lines.map((line) => line.join(delimiter)).join('\n'))
    expect(table).toMatchObject({ delimiter, headings: ['Name', 'City', 'Note'] })
    expect(cellsOf(table)).toEqual(lines.slice(1))
  })

  it('[IMPORT-4] is not misled by commas in German numbers, short rows or quoted cells', async () => {
    const table = await tableOf('Firma;Umsatz;Ort\nA;1,5;Ulm\nB;2,5\nC;3,5\n"D, E, F";4,5;Rom\n')
    expect(table.delimiter).toBe(';')
    expect(cellsOf(table)[3]).toEqual(['D, E, F', '4,5', 'Rom'])
  })

  it('[IMPORT-4] does not count what stands inside quotes', async () => {
    const table = await tableOf('"a;b;c","d;e;f"\n"1;2;3","x\n;;;y"\n')
    expect(table).toMatchObject({ delimiter: ',', headings: ['a;b;c', 'd;e;f'] })
  })

  it('[IMPORT-4] finds it in the headings where all rows are short', async () => {
    expect(cellsOf(await tableOf('Firma;Branche\nMeier, Ulm\nBolt\nCrane\n'))).toEqual([
      ['Meier, Ulm', ''],
      ['Bolt', ''],
      ['Crane', ''],
    ])
  })

  it('[IMPORT-4] goes by most rows and not by the headings alone', async () => {
    expect((await tableOf('Name;City;Notes (long, short)\nA;Ulm\nB;Bonn\n')).headings).toEqual([
      'Name',
      'City',
      'Notes (long, short)',
    ])
  })

  it('[IMPORT-4] does what the first line of Excel says, and counts that line', async () => {
    const table = await tableOf('sep=|\r\nName,Inc|City\r\nAcme|Bonn\r\n')
    expect(table).toMatchObject({ delimiter: '|', headings: ['Name,Inc', 'City'], headingRow: { line: 2 } })
    expect(table.rows).toEqual([{ line: 3, cells: ['Acme', 'Bonn'] }])
  })

  it('[IMPORT-5] reads a plain list, a name per line, commas and all', async () => {
    const table = await tableOf('Name\nAcme, Inc\nBolt; Nut | Co, Ltd\nCrane\n')
    expect(table.delimiter).toBeUndefined()
    expect(cellsOf(table)).toEqual([['Acme, Inc'], ['Bolt; Nut | Co, Ltd'], ['Crane']])
  })
})

describe('rows', () => {
  it('[IMPORT-6] keeps line breaks and doubled quotes in quotes, and says on which line each row begins', async () => {
    const table = await tableOf('Name,Note\r\nA,"one\r\ntwo\nthree"\r\n\r\nB,"say ""hi"""\rC,x\nD,y')
    expect(table.headingRow?.line).toBe(1)
    expect(table.rows).toEqual([
      { line: 2, cells: ['A', 'one\r\ntwo\nthree'] },
      { line: 6, cells: ['B', 'say "hi"'] },
      { line: 7, cells: ['C', 'x'] },
      { line: 8, cells: ['D', 'y'] },
    ])
  })

  it('[IMPORT-6] takes quotes that do not wrap the whole cell as they stand, and blanks before those that do', async () => {
    const table = await tableOf('Name, City\n"Best" Ltd, "Bonn, Rhein"\nThe "Q" Co,Ulm\n')
    expect(cellsOf(table)).toEqual([
      ['"Best" Ltd', 'Bonn, Rhein'],
      ['The "Q" Co', 'Ulm'],
    ])
  })

  it('[IMPORT-7] trims cells, no-break spaces too, and leaves blank rows out', async () => {
    const table = await tableOf('\u00A0Name \t,City\n  Acme\u00A0,\u2003Bonn \n , \n,\n\nBolt,"\n Ulm\nOst \n"\n')
    expect(table.headings).toEqual(['Name', 'City'])
    expect(table.rows).toEqual([
      { line: 2, cells: ['Acme', 'Bonn'] },
      { line: 6, cells: ['Bolt', 'Ulm\nOst'] },
    ])
  })

  it('[IMPORT-8] fills short rows and keeps values beyond the last heading', async () => {
    const table = await tableOf('A,B,C\n1\n1,2,3,,\n1,2,3,,5,\n')
    expect(cellsOf(table)).toEqual([
      ['1', '', ''],
      ['1', '2', '3'],
      ['1', '2', '3', '', '5'],
    ])
  })

  it('[IMPORT-9] numbers a heading that comes again and names an empty one by its column', async () => {
    const table = await tableOf('Name,,Name,Name (2),Name,\n1,2,3,4,5,6\n')
    expect(table.headings).toEqual(['Name', '#2', 'Name (2)', 'Name (2) (2)', 'Name (3)', '#6'])
  })

  it('[IMPORT-9] without a heading row, names columns by number and keeps the first row', async () => {
    const table = await tableOf('Acme,Bonn\nBolt,Ulm,Ost\n', { header: false })
    expect(table.headings).toEqual(['#1', '#2', '#3'])
    expect(table.headingRow).toBeUndefined()
    expect(table.rows).toEqual([
      { line: 1, cells: ['Acme', 'Bonn', ''] },
      { line: 2, cells: ['Bolt', 'Ulm', 'Ost'] },
    ])
  })
})

describe('refusals', () => {
  it.each(['', '\uFEFF', '\r\n \r\n', ',,,\n,,,\n'])(
    '[IMPORT-11] says that an empty file is empty: %j',
    async (text) => {
      expect(await refusalOf(text)).toMatchObject({
        type: 'Empty',
        message: containing('This file is empty.'),
      })
    },
  )

  it('[IMPORT-11] says that there is nothing below the heading row', async () => {
    expect((await refusalOf('Name,City\n\n,\n')).type).toBe('OnlyHeadings')
    expect((await readWhole('Acme,Bonn\n', { header: false })).ok).toBe(true)
  })

  it('[IMPORT-12] says on which line a quote opens that is never closed', async () => {
    const refusal = await refusalOf('Name,City\nA,"x\ny"\nB,Bonn\n"C,Ulm\nD,Rom\n')
    expect(refusal).toMatchObject({ type: 'UnclosedQuote', line: 5 })
    expect(refusal.message).toContain('line 5')
  })

  it('[IMPORT-12] says on which line a row begins that is longer than a row can be', async () => {
    const refusal = await refusalOf(`Name,City\nA,Bonn\n"B,${'Ulm\n'.repeat(300_000)}`)
    expect(refusal).toMatchObject({ type: 'RowTooLong', line: 3 })
  })

  it('[IMPORT-13] refuses more bytes, rows and columns than the limits', async () => {
    const limits = { ...tableLimits, fileBytes: 1000, rows: 3, columns: 4 }
    expect((await readWhole('N\n1\n2\n3\n', { limits })).ok).toBe(true)
    expect(await refusalOf('N\n1\n2\n3\n4\n', { limits })).toMatchObject({
      message: containing('more than 3 rows'),
    })
    expect((await readWhole('a,b,c,d,,\n1,2,3,4,,\n', { limits })).ok).toBe(true)
    expect(await refusalOf('a,b\n1,2,3,4,5\n', { limits })).toMatchObject({ type: 'TooLarge', line: 2 })
    expect((await refusalOf('x'.repeat(1001), { limits })).message).toContain('limit')
  })

  it('[IMPORT-13] counts the cells that fill short rows up, as a small file can ask for very many', async () => {
    const limits = { ...tableLimits, cells: 12 }
    expect((await readWhole('a,b,c,d\n1\n2\n3\n', { limits })).ok).toBe(true)
    expect((await refusalOf('a,b,c,d\n1\n2\n3\n4\n', { limits })).message).toContain('more than 12 cells')
  })
})
