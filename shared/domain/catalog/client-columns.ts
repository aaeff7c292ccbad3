/** Which columns of a table that somebody brings fill which fields of a client. */
import { err, ok, type Result } from '#domain/result.ts'

import { knownHeadings } from './known-client-headings.ts'
import { parseColumnMap } from './parse-column-map.ts'

/** The fields that an import can fill; only the name is required. */
export const clientFields = [
  'name',
  'externalId',
  'status',
  'industry',
  'subIndustry',
  'employees',
  'location',
  'country',
  'website',
  'tags',
  'contactName',
  'contactEmail',
] as const

export type ClientField = (typeof clientFields)[number]

/** Field → column, counted from 0. */
export type ColumnMap = { readonly name: number } & { readonly [Field in ClientField]?: number | undefined }

export type ColumnMapError = {
  readonly type: 'BadMap' | 'UnknownField' | 'FieldTwice' | 'UnknownHeading' | 'NoNameColumn'
  readonly message: string
}

/**
 * With a map (`name=Company,industry=#3`) only what it names is taken; without one the known English and German
 * headings are.
 */
export const mapClientColumns = (headings: readonly string[], map?: string): Result<ColumnMap, ColumnMapError> => {
  const columns = map === undefined ? ok(guessColumns(headings)) : readMap(headings, map)
  if (!columns.ok) return columns
  const { name } = columns.value
  return name === undefined ? err(noNameColumn(headings, map)) : ok({ ...columns.value, name })
}

/**
 * Whether the first row of the file is a client already: the map names columns by number alone, and no cell of the
 * row is a heading we know. A caller then reads the file without a heading row.
 */
export const firstRowIsData = (firstRow: readonly string[], map: string): boolean => {
  const entries = parseColumnMap(map)
  if (!entries.ok || !entries.value.every((entry) => isColumnNumber(entry.heading))) return false
  return Object.keys(guessColumns(firstRow)).length === 0
}

export type Columns = { [Field in ClientField]?: number }

const readMap = (headings: readonly string[], map: string): Result<Columns, ColumnMapError> => {
  const entries = parseColumnMap(map)
  if (!entries.ok) return err({ type: 'BadMap', message: `${entries.error} ${howToMap(headings)}` })
  const columns: Columns = {}
  for (const { field: given, heading } of entries.value) {
    const field = clientFields.find((known) => known.toLowerCase() === given.toLowerCase())
    if (field === undefined) return err(unknownField(given))
    if (columns[field] !== undefined) return err(fieldTwice(field))
    const column = findColumn(headings, heading)
    if (column === undefined) return err(unknownHeading(headings, heading))
    columns[field] = column
  }
  return ok(columns)
}

const findColumn = (headings: readonly string[], heading: string): number | undefined => {
  const exact = headings.indexOf(heading)
  if (exact >= 0) return exact
  const folded = foldHeading(heading)
  const loose = headings.findIndex((candidate) => foldHeading(candidate) === folded)
  if (loose >= 0) return loose
  if (!isColumnNumber(heading)) return undefined
  const column = Number(heading.slice(1)) - 1
  return column < headings.length ? column : undefined
}

/** The columns whose headings are known, each for one field. */
export const guessColumns = (headings: readonly string[]): Columns => {
  const columns: Columns = {}
  const reduced = headings.map(reduceHeading)
  for (const field of clientFields) {
    const column = knownHeadings[field].map((known) => reduced.indexOf(known)).find((index) => index >= 0)
    if (column !== undefined) columns[field] = column
  }
  return columns
}

const foldHeading = (heading: string): string => heading.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase()

/** "Company_Name *" and "company name" are one heading to a person. */
const reduceHeading = (heading: string): string => foldHeading(foldHeading(heading).replace(/[\s_./:*()-]+/gu, ' '))

const isColumnNumber = (heading: string): boolean => /^#[1-9]\d{0,4}$/u.test(heading)

const unknownField = (given: string): ColumnMapError => ({
  type: 'UnknownField',
  message: `A client has no field "${given}". Nothing was imported. The fields are ${clientFields.join(', ')}.`,
})

const fieldTwice = (field: ClientField): ColumnMapError => ({
  type: 'FieldTwice',
  message: `The map gives "${field}" twice. Nothing was imported. Name each field once.`,
})

const unknownHeading = (headings: readonly string[], heading: string): ColumnMapError => ({
  type: 'UnknownHeading',
  message: `The file has no column "${heading}". Nothing was imported. ${listHeadings(headings)}`,
})

const noNameColumn = (headings: readonly string[], map: string | undefined): ColumnMapError => {
  if (map !== undefined) {
    const message = `The map does not say which column holds the client's name. Nothing was imported. ${howToMap(headings)}`
    return { type: 'NoNameColumn', message }
  }
  const what = looksLikeData(headings)
    ? 'The file seems to have no heading row: its first row looks like a client.'
    : "No column of the file has a heading we know for the client's name."
  return {
    type: 'NoNameColumn',
    message:
      `${what} Nothing was imported. ${howToMap(headings)} ` +
      'If the file has no heading row, count the columns: --map "name=#1".',
  }
}

/** A number, a date, an address: things that stand in rows and not above them. */
const looksLikeData = (firstRow: readonly string[]): boolean =>
  firstRow.some((cell) => cell.length < 100 && (isNumberOrDate(cell) || /@.+\.|^https?:|^www\./iu.test(cell)))

const isNumberOrDate = (cell: string): boolean => /^[\d.,'’ /:-]+$/u.test(cell) && /\d/u.test(cell)

const howToMap = (headings: readonly string[]): string => {
  const named = headings.find((heading) => !isColumnNumber(heading)) ?? '#1'
  const example = /[,"]/u.test(named) ? `\\"${named.replaceAll('"', '""')}\\"` : named
  return `${listHeadings(headings)} Say which column is the name, for example --map "name=${example}".`
}

const mostListed = 40

/** Columns without a heading of their own (`#7`) are left out unless there is nothing else. */
const listHeadings = (headings: readonly string[]): string => {
  const named = headings.filter((heading) => !isColumnNumber(heading))
  const all = named.length > 0 ? named : headings
  const listed = all.slice(0, mostListed).map((heading) => `"${shorten(heading)}"`)
  const more = all.length > mostListed ? ` and ${all.length - mostListed} more` : ''
  return `Its columns are ${listed.join(', ')}${more}.`
}

const shorten = (heading: string): string => {
  const line = heading.replace(/\s+/gu, ' ')
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
