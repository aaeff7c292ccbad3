import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { tableOf } from '#engine/imports/table-fixtures.ts'

import { buildXlsx, safeSheetName } from './build-xlsx.ts'
import { neutralText } from './table-cell.ts'
import { xlsxBytes } from './write-xlsx.ts'

/** By another reader than ours. */
const openSheet = async (bytes: Uint8Array): Promise<ExcelJS.Worksheet> => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.slice().buffer)
  const [sheet] = workbook.worksheets
  if (sheet === undefined) throw new Error('no sheet')
  return sheet
}

describe('workbooks that we write', () => {
  it('[EXPORT-5] have one sheet with a fixed heading row and columns as wide as their content', async () => {
    const rows = [
      ['Acme', 'x'.repeat(300)],
      ...Array.from({ length: 1_200 }, (_, index) => [`Client number ${index}`, 'y']),
    ]
    const sheet = await openSheet(await xlsxBytes({ sheetName: 'Clients', headings: ['Name', 'Note', 'Empty'], rows }))
    expect(sheet.name).toBe('Clients')
    expect(sheet.rowCount).toBe(1_202)
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(sheet.getCell('A1')).toMatchObject({ value: 'Name', font: { bold: true } })
    expect(sheet.getCell('A1202').value).toBe('Client number 1199')
    expect([1, 2, 3].map((column) => sheet.getColumn(column).width)).toEqual([19, 60, 8])
  })

  it('[EXPORT-6] hold texts as texts, never as formulas, and numbers as numbers', async () => {
    const row = ['=1+1', '+49 30', '5', -5, 0.5, true, undefined, Number.NaN]
    const sheet = await openSheet(
      await xlsxBytes({ sheetName: 'S', headings: row.map((_, index) => `H${index}`), rows: [row] }),
    )
    const cells = row.map((_, index) => sheet.getCell(2, index + 1))
    expect(cells.map(({ value }) => value)).toEqual(["'=1+1", "'+49 30", '5', -5, 0.5, true, null, null])
    expect(cells.every(({ type }) => type !== ExcelJS.ValueType.Formula)).toBe(true)
  })

  it('[EXPORT-6] neutralise headings as well', async () => {
    const sheet = await openSheet(await xlsxBytes({ sheetName: 'S', headings: ['@x'], rows: [] }))
    expect(sheet.getCell('A1').value).toBe("'@x")
  })

  it('[EXPORT-7] hold no character that XML cannot, and no text longer than a cell', async () => {
    const long = `${'x'.repeat(32_765)}😀tail`
    const table = await tableOf(
      await xlsxBytes({
        sheetName: 'S',
        headings: ['A', 'B', 'C'],
        rows: [['a\u0007b\uFFFEc\uD800d', long, '_x0041_']],
      }),
    )
    const [one, two, three] = table.rows[0]?.cells ?? []
    expect(one).toBe('abc\uFFFDd')
    expect(two).toBe(`${'x'.repeat(32_765)}…`)
    expect(three).toBe('_x0041_')
  })

  it.each([
    ['Clients', 'Clients'],
    ['Q1/Q2: [all]*?\\', 'Q1 Q2 all'],
    ["'quoted'", 'quoted'],
    ['History', 'Table'],
    ["  ' ", 'Table'],
    ['An audit of everything that there is', 'An audit of everything that th…'],
    [`${'x'.repeat(29)}😀tail`, `${'x'.repeat(29)}…`],
  ])('[EXPORT-8] name the sheet as Excel allows: %j', async (name, expected) => {
    expect(safeSheetName(name)).toBe(expected)
    const sheet = await openSheet(await buildXlsx({ sheetName: name, headings: ['A'], rows: [] }))
    expect(sheet.name).toBe(expected)
  })

  it('[EXPORT-4] read back as the same cells, apart from the apostrophe and trimming', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('"', '<', '&', '\n', '\t', ' ', '=', '-', '_x000D_', 'a', 'ü', '😀', ']]>'),
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 }), async (pairs) => {
        const rows = pairs.map(([one, other]) => ['first', one, other, 'last'])
        const table = await tableOf(await buildXlsx({ sheetName: 'S', headings: ['A', 'B', 'C', 'D'], rows }))
        expect(table.rows.map(({ cells }) => cells)).toEqual(
          rows.map((cells) => cells.map((text) => neutralText(text).trim())),
        )
      }),
      { numRuns: 60 },
    )
  })
})
