import { expect, test } from 'vitest'
import { checkListFile } from './check-list-file.ts'
import { sentencesForPage } from './sentences-for-page.ts'
import { withField } from './with-field.ts'

test('[LIST-12] a field belongs to one column: given to another, it leaves the first', () => {
  expect(withField({ name: 0, industry: 1 }, 1, 'name')).toEqual({ name: 1 })
  expect(withField({ name: 0, industry: 1 }, 2, 'industry')).toEqual({ name: 0, industry: 2 })
  expect(withField({ name: 0, industry: 1 }, 1, undefined)).toEqual({ name: 0 })
})

test('[LIST-13] what is no list by its name or size is refused before it is read', () => {
  expect(checkListFile({ name: 'Clients.XLSX', size: 5 })).toBeUndefined()
  expect(checkListFile({ name: 'macros.xlsm', size: 5 })).toBeUndefined()
  expect(checkListFile({ name: 'clients.pdf', size: 5 })).toBe('wrongKind')
  expect(checkListFile({ name: 'clients.csv', size: 60_000_001 })).toBe('tooLarge')
})

test('[LIST-13] the page never speaks of the command line', () => {
  const reason =
    'No column of the file has a heading we know. Nothing was imported. Its columns are "A". ' +
    'Say which column is the name, for example --map "name=A". If it has none, count the columns: --map "name=#1".'
  expect(sentencesForPage(reason).join(' ')).toBe(
    'No column of the file has a heading we know. Nothing was imported. Its columns are "A".',
  )
})
