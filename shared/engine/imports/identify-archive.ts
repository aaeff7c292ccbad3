/** What a zip that is no workbook of ours seems to be, by the parts it holds. */
import { notATable, type TableError } from './table-error.ts'

export const identifyArchive = (names: readonly string[]): TableError => {
  const found = knownArchives.find(({ holds }) => names.some((name) => holds.test(name)))
  return notATable(
    found?.seems ?? 'a zip archive',
    found?.remedy ?? 'Unpack it, then import the .xlsx or CSV file inside.',
  )
}

const saveAsXlsx = 'Save it as .xlsx or CSV, then import that.'

const knownArchives: readonly { readonly holds: RegExp; readonly seems: string; readonly remedy: string }[] = [
  { holds: /^xl\/workbook\.bin$/iu, seems: 'a binary Excel workbook (.xlsb)', remedy: saveAsXlsx },
  {
    holds: /(?:^|\/)Index(?:\/Document\.iwa|\.zip)$/u,
    seems: 'an Apple Numbers file',
    remedy: 'Export it as .xlsx or CSV, then import that.',
  },
  {
    holds: /^word\//iu,
    seems: 'a Word document',
    remedy: 'Copy the list into a spreadsheet and save that as .xlsx or CSV.',
  },
  {
    holds: /^ppt\//iu,
    seems: 'a PowerPoint presentation',
    remedy: 'Copy the list into a spreadsheet and save that as .xlsx or CSV.',
  },
  { holds: /^content\.xml$/u, seems: 'an OpenDocument file (.ods)', remedy: saveAsXlsx },
]
