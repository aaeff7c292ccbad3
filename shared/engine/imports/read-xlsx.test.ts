import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'

import { cellsOf, inlineRow, refusalOf, tableOf, workbookOf } from './table-fixtures.ts'
import { tableLimits } from './table.ts'
import { openZipArchive } from './zip-archive.ts'

const containing = (text: string): unknown => expect.stringContaining(text)

const bytesOf = async (workbook: ExcelJS.Workbook): Promise<Uint8Array> =>
  new Uint8Array(await workbook.xlsx.writeBuffer())

const oneSheet = (rows: readonly ExcelJS.CellValue[][]): ExcelJS.Workbook => {
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('Clients').addRows(rows.map((row) => [...row]))
  return workbook
}

describe('a workbook from Excel’s own shapes', () => {
  it('[IMPORT-16] reads texts, numbers, booleans, rich text, links, formula results and errors as people see them', async () => {
    const workbook = oneSheet([
      ['Name', 'Number', 'Flag', 'Rich', 'Link', 'Formula', 'Error', 'Text formula'],
      [
        'Müller & Söhne <GmbH>',
        1234.5,
        true,
        { richText: [{ text: 'bold ', font: { bold: true } }, { text: 'plain' }] },
        { text: 'our site', hyperlink: 'https://acme.example' },
        { formula: 'B2*2', result: 2469 },
        { error: '#N/A' },
        { formula: 'A2&"x"', result: 'joined' },
      ],
      [
        'Bolt',
        -0.5,
        false,
        '',
        '',
        { formula: '1/0', result: { error: '#DIV/0!' } },
        '',
        { formula: '1=1', result: true },
      ],
    ])
    const table = await tableOf(await bytesOf(workbook))
    expect(table).toMatchObject({ kind: 'xlsx', sheet: 'Clients', headingRow: { line: 1 } })
    expect(cellsOf(table)).toEqual([
      ['Müller & Söhne <GmbH>', '1234.5', 'true', 'bold plain', 'our site', '2469', '', 'joined'],
      ['Bolt', '-0.5', 'false', '', '', '', '', 'true'],
    ])
  })

  it('[IMPORT-16] writes numbers as plain decimals, without exponents or binary noise', async () => {
    const numbers = [0.1 + 0.2, 1e-7, 1.5e21, 493012345678, 1200, 4.35, -2.5e-10, 123456789012345680000]
    const table = await tableOf(await bytesOf(oneSheet([['N'], ...numbers.map((number) => [number])])))
    expect(cellsOf(table).flat()).toEqual([
      ...['0.3', '0.0000001', '1500000000000000000000', '493012345678', '1200', '4.35', '-0.00000000025'],
      '123456789012346000000',
    ])
  })

  it('[IMPORT-16] writes dates as ISO dates, by whatever date format they are shown', async () => {
    const workbook = oneSheet([['D'], ...[0, 1, 2, 3, 4].map(() => [new Date('2024-02-29T00:00:00Z')])])
    const formats = ['dd.mm.yyyy', '[$-409]d-mmm-yy', 'yyyy', '"d"0.00', '[h]:mm']
    for (const [index, numFmt] of formats.entries()) {
      const cell = workbook.getWorksheet('Clients')?.getCell(index + 2, 1)
      if (cell) cell.numFmt = numFmt
    }
    const table = await tableOf(await bytesOf(workbook))
    expect(cellsOf(table).flat()).toEqual(['2024-02-29', '2024-02-29', '2024-02-29', '45351', '45351'])
  })

  it.each([
    { what: 'a date', format: 14, serial: 45351, text: '2024-02-29' },
    { what: 'a date shown without its time', format: 14, serial: 45351.75, text: '2024-02-29' },
    { what: 'date and time', format: 22, serial: 45351.75, text: '2024-02-29T18:00:00' },
    { what: 'a time', format: 20, serial: 0.75, text: '18:00:00' },
    { what: 'the last second of a day, rounded', format: 22, serial: 45351.999988426, text: '2024-02-29T23:59:59' },
    { what: 'the day before the leap day that never was', format: 14, serial: 59, text: '1900-02-28' },
    { what: 'the day after it', format: 14, serial: 61, text: '1900-03-01' },
    { what: 'a number that is no date', format: 14, serial: -3, text: '-3' },
    { what: 'a date counted from 1904', format: 14, serial: 43889, text: '2024-02-29', from1904: true },
  ])('[IMPORT-16] reads $what', async ({ format, serial, text, from1904 }) => {
    const styles = `<cellStyleXfs><xf numFmtId="22"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="${format}"/></cellXfs>`
    const sheets = { S: `${inlineRow('D')}<row><c s="1"><v>${serial}</v></c></row>` }
    const workbookPr = from1904 ? '<workbookPr date1904="1"/>' : ''
    expect(cellsOf(await tableOf(workbookOf({ sheets, styles, workbookPr })))).toEqual([[text]])
  })

  it('[IMPORT-15] takes the first visible sheet with content, or the one that is asked for', async () => {
    const workbook = new ExcelJS.Workbook()
    workbook.addWorksheet('Secret', { state: 'hidden' }).addRows([['Hidden'], ['x']])
    workbook.addWorksheet('Very', { state: 'veryHidden' }).addRows([['Hidden'], ['x']])
    workbook.addWorksheet('Blank').getCell('B3').value = ' '
    workbook.addWorksheet('Clients').addRows([['Name'], ['Acme']])
    workbook.addWorksheet('More').addRows([['Name'], ['Bolt']])
    const bytes = await bytesOf(workbook)
    expect(await tableOf(bytes)).toMatchObject({ sheet: 'Clients', rows: [{ line: 2, cells: ['Acme'] }] })
    expect(await tableOf(bytes, { sheet: 'more' })).toMatchObject({
      sheet: 'More',
      rows: [{ line: 2, cells: ['Bolt'] }],
    })
    const refusal = await refusalOf(bytes, { sheet: 'Less' })
    expect(refusal).toMatchObject({ type: 'SheetNotFound', message: containing('"Clients"') })
  })

  it('[IMPORT-15] counts rows as Excel does and keeps gaps between cells', async () => {
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('Clients')
    sheet.getCell('B3').value = 'Name'
    sheet.getCell('D3').value = 'City'
    sheet.getCell('B7').value = 'Acme'
    sheet.getCell('F7').value = 'beyond'
    const table = await tableOf(await bytesOf(workbook))
    expect(table).toMatchObject({ headings: ['#1', 'Name', '#3', 'City'], headingRow: { line: 3 } })
    expect(table.rows).toEqual([{ line: 7, cells: ['', 'Acme', '', '', '', 'beyond'] }])
  })

  it('[IMPORT-11] says that a workbook without any content is empty', async () => {
    expect((await refusalOf(await bytesOf(oneSheet([])))).type).toBe('Empty')
  })
})

describe('a workbook in shapes that other programs write', () => {
  const name = '<c t="inlineStr"><is><t>Name</t></is></c>'

  it('[IMPORT-16] joins the runs of an inline text and leaves its reading aid out', async () => {
    const text =
      '<is><r><t>Ac</t></r><r><rPr><b/></rPr><t xml:space="preserve">me </t></r><rPh><t>アクメ</t></rPh></is>'
    const sheets = { S: `<row>${name}</row><row><c t="inlineStr">${text}</c></row>` }
    expect(cellsOf(await tableOf(workbookOf({ sheets })))).toEqual([['Acme']])
  })

  it('[IMPORT-16] takes the written form of a shared text and not its reading aid', async () => {
    const sheets = { S: `<row>${name}</row><row><c t="s"><v>0</v></c></row><row><c t="s"><v>1</v></c></row>` }
    const sharedStrings =
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><t>a_x000A_b &amp; &#x20AC;&#252;</t></si>'
    expect(cellsOf(await tableOf(workbookOf({ sheets, sharedStrings })))).toEqual([['東京'], ['a\nb & €ü']])
  })

  it('[IMPORT-16] reads prefixed names, comments, CDATA, quoted ">" and ISO dates', async () => {
    const sheet =
      '<?xml version="1.0"?><x:worksheet xmlns:x="a>b"><!-- <c> --><x:sheetData><x:row r="2" ><x:c r="A2" t="inlineStr"><x:is>' +
      '<x:t><![CDATA[Name & <Co>]]></x:t></x:is></x:c></x:row><x:row r="4"><x:c r="A4" note="a>b" t=\'d\'><x:v>2024-02-29T00:00:00</x:v></x:c>' +
      '</x:row></x:sheetData></x:worksheet>'
    const table = await tableOf(workbookOf({ sheets: { S: '' }, parts: { 'xl/worksheets/sheet1.xml': sheet } }))
    expect(table).toMatchObject({ headings: ['Name & <Co>'], rows: [{ line: 4, cells: ['2024-02-29'] }] })
  })

  it('[IMPORT-16] finds a workbook and a sheet under names of their own', async () => {
    const relationships = (type: string, target: string): string =>
      `<Relationships><Relationship Id="r9" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/${type}" Target="${target}"/></Relationships>`
    const table = await tableOf(
      workbookOf({
        sheets: {},
        parts: {
          '_rels/.rels': relationships('officeDocument', '/data/workbook2.xml'),
          'data/workbook2.xml': '<workbook><sheets><sheet name="Kunden" r:id="r9"/></sheets></workbook>',
          'data/_rels/workbook2.xml.rels': relationships('worksheet', '../pages/One.XML'),
          'pages\\one.xml': {
            content: `<worksheet><sheetData>${inlineRow('N')}${inlineRow('Acme')}</sheetData></worksheet>`,
            zip64: true,
          },
        },
      }),
    )
    expect(table).toMatchObject({ sheet: 'Kunden', rows: [{ line: 2, cells: ['Acme'] }] })
  })

  it('[IMPORT-16] reads parts that are stored without compression', async () => {
    const content = `<worksheet><sheetData>${inlineRow('N')}${inlineRow('Acme').repeat(5_000)}</sheetData></worksheet>`
    const parts = { 'xl/worksheets/sheet1.xml': { content, method: 0 } }
    expect((await tableOf(workbookOf({ sheets: { S: '' }, parts }))).rows).toHaveLength(5_000)
  })

  it('[IMPORT-16] decodes characters that lie across pieces of a long sheet', async () => {
    const rows = Array.from({ length: 8_000 }, (_, index) => inlineRow(`Müller € ${index} 😀`))
    const table = await tableOf(workbookOf({ sheets: { S: inlineRow('N') + rows.join('') } }))
    expect(cellsOf(table)).toEqual(rows.map((_, index) => [`Müller € ${index} 😀`]))
  })

  it('[IMPORT-17] reads past parts whose names lead out of a folder', async () => {
    const sheets = { S: inlineRow('N') + inlineRow('Acme') }
    const parts = { '../../x.txt': 'x', '/y.txt': 'x', 'C:\\z.txt': 'x' }
    expect(cellsOf(await tableOf(workbookOf({ sheets, parts })))).toEqual([['Acme']])
  })

  it('[IMPORT-17] reads past macros and pictures without touching them', async () => {
    const sheets = { S: inlineRow('N') + inlineRow('Acme') }
    const parts = {
      'xl/vbaProject.bin': { content: 'not even a project', declaredSize: 7 },
      'xl/media/image1.png': 'x',
    }
    expect(cellsOf(await tableOf(workbookOf({ sheets, parts })))).toEqual([['Acme']])
  })

  it('[IMPORT-13] refuses a workbook with a value beyond the last column that an import takes', async () => {
    const sheets = { S: `${inlineRow('N')}<row r="5"><c r="CYA5"><v>1</v></c></row>` }
    expect(await refusalOf(workbookOf({ sheets }))).toMatchObject({ type: 'TooLarge', line: 5 })
  })
})

describe('workbooks that do harm or are broken', () => {
  const sheets = { S: inlineRow('N') + inlineRow('Acme') }

  it('[IMPORT-14] refuses before expanding what declares more than 500 MB, or 200 times its size', async () => {
    const huge = workbookOf({
      sheets,
      parts: { 'xl/media/a.bin': { content: 'x', declaredSize: tableLimits.expandedBytes } },
    })
    expect((await refusalOf(huge)).type).toBe('ExpandsTooMuch')
    const dense = workbookOf({ sheets, parts: { 'xl/media/a.bin': Buffer.alloc(11 * 1024 * 1024).toString('latin1') } })
    expect((await refusalOf(dense)).type).toBe('ExpandsTooMuch')
    const small = workbookOf({ sheets, parts: { 'xl/media/a.bin': Buffer.alloc(9 * 1024 * 1024).toString('latin1') } })
    expect(cellsOf(await tableOf(small))).toEqual([['Acme']])
    const limits = { ...tableLimits, expandedBytes: 500 }
    expect((await refusalOf(workbookOf({ sheets }), { limits })).type).toBe('ExpandsTooMuch')
  })

  it('[IMPORT-14] stops where a part expands beyond what it declared', async () => {
    const content = `<worksheet><sheetData>${inlineRow('N')}${inlineRow('Acme').repeat(100_000)}</sheetData></worksheet>`
    const lying = workbookOf({ sheets, parts: { 'xl/worksheets/sheet1.xml': { content, declaredSize: 1000 } } })
    expect((await refusalOf(lying)).type).toBe('Damaged')
    const archive = await openZipArchive(lying, tableLimits)
    if (!archive.ok) throw new Error(archive.error.message)
    let expanded = 0
    for await (const piece of archive.value.read('xl/worksheets/sheet1.xml')) expanded += piece.length
    expect(expanded).toBeLessThanOrEqual(1_000)
  })

  it('[IMPORT-14] refuses a workbook of more than 10,000 parts', async () => {
    const partsOf = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`xl/media/${index}.png`, 'x']))
    expect(cellsOf(await tableOf(workbookOf({ sheets, parts: partsOf(9_900) })))).toEqual([['Acme']])
    expect((await refusalOf(workbookOf({ sheets, parts: partsOf(10_000) }))).type).toBe('Damaged')
  })

  it.each([
    ['a tag', `<worksheet note="${'x'.repeat(5_000_000)}"/>`],
    ['a text', `<worksheet><sheetData><row><c><v>${'x'.repeat(5_000_000)}</v></c></row></sheetData></worksheet>`],
    ['a comment', `<worksheet><!--${'x'.repeat(5_000_000)}--></worksheet>`],
  ])('[IMPORT-14] refuses a sheet with %s over 4 MB', async (_, content) => {
    expect((await refusalOf(workbookOf({ sheets, parts: { 'xl/worksheets/sheet1.xml': content } }))).type).toBe(
      'Damaged',
    )
  })

  it('[IMPORT-14] refuses elements nested more than 100 deep', async () => {
    const nested = (depth: number): Uint8Array => {
      const content = `<worksheet>${'<x>'.repeat(depth)}${'</x>'.repeat(depth)}<sheetData>${sheets.S}</sheetData></worksheet>`
      return workbookOf({ sheets, parts: { 'xl/worksheets/sheet1.xml': content } })
    }
    expect(cellsOf(await tableOf(nested(99)))).toEqual([['Acme']])
    expect((await refusalOf(nested(100))).type).toBe('Damaged')
  })

  it.each([
    ['an entity of the file’s own', '<!DOCTYPE x [<!ENTITY a "aaaaaaaa">]><sst><si><t>&a;</t></si></sst>'],
    ['an entity that nobody declares', '<sst><si><t>&a;</t></si></sst>'],
    ['a document type, even without entities', '<!DOCTYPE sst><sst><si><t>a</t></si></sst>'],
  ])('[IMPORT-14] refuses %s', async (_, content) => {
    expect((await refusalOf(workbookOf({ sheets, parts: { 'xl/sharedStrings.xml': content } }))).type).toBe('Damaged')
  })

  it('[IMPORT-18] refuses a workbook that is cut off anywhere, or whose bytes changed', async () => {
    const whole = await bytesOf(
      oneSheet([['Name', 'City'], ...Array.from({ length: 50 }, (_, i) => [`Client ${i}`, 'Bonn'])]),
    )
    expect((await tableOf(whole)).rows).toHaveLength(50)
    for (let length = 30; length < whole.length; length += 97) {
      expect((await refusalOf(whole.subarray(0, length))).type).toBe('Damaged')
    }
    const original = JSON.stringify(await tableOf(whole))
    for (let at = 4; at < whole.length; at += 23) {
      const flipped = whole.slice()
      flipped[at] = (flipped[at] ?? 0) ^ 0x10
      const text = await tableOf(flipped).then(
        (table) => JSON.stringify(table),
        (error: unknown) => String(error),
      )
      const refused = /^Error: This .+\. Nothing was imported\./u.test(text)
      expect(refused || text === original, `bit flipped at ${at}: ${text}`).toBe(true)
    }
  })

  it.each([
    ['an element that is never closed', '<worksheet><sheetData><row>'],
    ['an element closed twice', '<worksheet></worksheet></worksheet><x>'],
    ['elements that overlap', '<worksheet><sheetData><row></sheetData></row></worksheet>'],
    ['two documents', '<worksheet/><worksheet/>'],
    ['a character that XML cannot hold', `<worksheet><sheetData>${inlineRow('a\u0007')}</sheetData></worksheet>`],
    ['text instead of XML', 'Name,City'],
    ['nothing at all', ''],
  ])('[IMPORT-18] refuses a sheet that holds %s', async (_, content) => {
    expect((await refusalOf(workbookOf({ sheets, parts: { 'xl/worksheets/sheet1.xml': content } }))).type).toBe(
      'Damaged',
    )
  })

  it('[IMPORT-18] refuses a sheet that is packed in a way no spreadsheet uses', async () => {
    const content = `<worksheet><sheetData>${sheets.S}</sheetData></worksheet>`
    const parts = { 'xl/worksheets/sheet1.xml': { content, method: 12 } }
    expect((await refusalOf(workbookOf({ sheets, parts }))).type).toBe('Damaged')
  })

  it('[IMPORT-18] refuses a workbook whose shared texts are missing or too few, rather than leave cells empty', async () => {
    const shared = { S: `${inlineRow('N')}<row><c t="s"><v>1</v></c></row>` }
    const refusal = await refusalOf(workbookOf({ sheets: shared, sharedStrings: '<si><t>Acme</t></si>' }))
    expect(refusal.type).toBe('Damaged')
    const cut = { 'xl/sharedStrings.xml': '<sst><si><t>N</t></si><si><t>Acme</t></si><si>' }
    expect((await refusalOf(workbookOf({ sheets: shared, parts: cut }))).type).toBe('Damaged')
    const relations =
      '<Relationships><Relationship Id="s1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="x1" Type="x/sharedStrings" Target="gone.xml"/></Relationships>'
    const parts = { 'xl/_rels/workbook.xml.rels': relations }
    expect((await refusalOf(workbookOf({ sheets, parts }))).type).toBe('Damaged')
  })

  it.each([
    ['a password', 1],
    ['strong encryption', 0x41],
  ])('[IMPORT-10] says that a zip with %s is protected', async (_, flags) => {
    const parts = { 'xl/workbook.xml': { content: '<workbook/>', flags } }
    expect((await refusalOf(workbookOf({ sheets, parts }))).type).toBe('Protected')
  })
})
