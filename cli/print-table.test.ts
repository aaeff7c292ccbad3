import { expect, test } from 'vitest'
import { formatPairs, formatTable, showCell } from './print-table.ts'

test('[CLI-7] tables are aligned, also under wide and combining characters', () => {
  const rows = [
    ['Pentair', 'client'],
    ['日本電気', 'prospect'],
    ['Cafe\u0301', 'client'],
  ]
  expect(formatTable(['Name', 'Status'], rows).split('\n')).toEqual([
    'Name      Status',
    'Pentair   client',
    '日本電気  prospect',
    'Cafe\u0301      client',
  ])
})

test('[CLI-7] pairs without a value are left out, and a zero is a value', () => {
  expect(
    formatPairs([
      ['Id', 'a'],
      ['Website', null],
      ['Healthy', 0],
      ['Tags', ''],
    ]),
  ).toBe('Id       a\nHealthy  0')
})

test('[CLI-7] what is shown cannot move the cursor, colour the terminal or turn the text around', () => {
  expect(showCell('a\u001B[31mb\u009Bc\u202Ed\r\ne')).toBe('a [31mb c d e')
})
