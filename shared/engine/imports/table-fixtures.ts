/** For tests: small files made by hand, among them workbooks that no program of ours would write. */
import { crc32, deflateRawSync } from 'node:zlib'

import type { Result } from '#domain/result.ts'

import { readTableFile, type TableFileOptions } from './read-table-file.ts'
import type { TableError } from './table-error.ts'
import type { Table, TableRow } from './table.ts'

/** Reads without a worker thread. */
export const readWhole = async (
  content: string | Uint8Array,
  options: TableFileOptions = {},
): Promise<Result<Table, TableError>> => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const parts = readTableFile(bytes, options)
  let start: Pick<Table, 'headings' | 'headingRow'> = { headings: [] }
  const rows: TableRow[] = []
  for (;;) {
    const part = await parts.next()
    if (part.done) return part.value.ok ? { ok: true, value: { ...part.value.value, ...start, rows } } : part.value
    if (part.value.type === 'rows') rows.push(...part.value.rows)
    else {
      const { type: _, ...headings } = part.value
      start = headings
    }
  }
}

/** The table, or a thrown error with the words of the refusal. */
export const tableOf = async (content: string | Uint8Array, options: TableFileOptions = {}): Promise<Table> => {
  const read = await readWhole(content, options)
  if (!read.ok) throw new Error(read.error.message)
  return read.value
}

export const cellsOf = (table: Table): readonly (readonly string[])[] => table.rows.map(({ cells }) => cells)

/** The refusal, or a thrown error where the file was taken. */
export const refusalOf = async (content: string | Uint8Array, options: TableFileOptions = {}): Promise<TableError> => {
  const read = await readWhole(content, options)
  if (read.ok) throw new Error(`taken: ${JSON.stringify(read.value)}`)
  return read.error
}

export type ZipPart = {
  readonly content: string | Uint8Array
  /** What the directory says instead of the truth. */
  readonly declaredSize?: number
  readonly flags?: number
  /** 0 is stored, 8 (the default) deflated; any other only says so. */
  readonly method?: number
  /** Written as a zip64 entry. */
  readonly zip64?: boolean
}

export const zipOf = (parts: Readonly<Record<string, string | ZipPart>>): Uint8Array => {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, part] of Object.entries(parts)) {
    const entry = writeEntry(name, typeof part === 'string' ? { content: part } : part, at)
    locals.push(entry.local)
    directory.push(entry.central)
    at += entry.local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, central, end])
}

const writeEntry = (name: string, part: ZipPart, at: number): { readonly local: Buffer; readonly central: Buffer } => {
  const content = Buffer.from(part.content)
  const method = part.method ?? 8
  const packed = method === 0 ? content : deflateRawSync(content)
  const size = part.declaredSize ?? content.length
  const extra = Buffer.alloc(part.zip64 ? 28 : 0)
  if (part.zip64) {
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(24, 2)
    for (const [index, value] of [size, packed.length, at].entries())
      extra.writeBigUInt64LE(BigInt(value), 4 + index * 8)
  }
  const short = (value: number): number => (part.zip64 ? 0xffffffff : value)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(method, 8)
  local.writeUInt32LE(crc32(content), 14)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(size, 22)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(part.flags ?? 0, 8)
  central.writeUInt16LE(method, 10)
  central.writeUInt32LE(crc32(content), 16)
  central.writeUInt32LE(short(packed.length), 20)
  central.writeUInt32LE(short(size), 24)
  central.writeUInt16LE(name.length, 28)
  central.writeUInt16LE(extra.length, 30)
  central.writeUInt32LE(short(at), 42)
  return {
    local: Buffer.concat([local, Buffer.from(name), packed]),
    central: Buffer.concat([central, Buffer.from(name), extra]),
  }
}

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export type WorkbookFixture = {
  /** The inner XML of `sheetData`, by sheet name. */
  readonly sheets: Readonly<Record<string, string>>
  readonly states?: Readonly<Record<string, string>>
  readonly sharedStrings?: string
  readonly styles?: string
  readonly workbookPr?: string
  /** Further parts, or other content for one of the usual ones. */
  readonly parts?: Readonly<Record<string, string | ZipPart>>
}

export const workbookOf = (fixture: WorkbookFixture): Uint8Array => {
  const names = Object.keys(fixture.sheets)
  const sheets = names.map((name, index) => {
    const state = fixture.states?.[name]
    return `<sheet name="${name}" sheetId="${index + 1}" ${state ? `state="${state}"` : ''} r:id="s${index + 1}"/>`
  })
  const sheetRelations = names.map((_, index) =>
    relation(`s${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
  )
  const others = [relation('x1', 'sharedStrings', 'sharedStrings.xml'), relation('x2', 'styles', 'styles.xml')]
  return zipOf({
    '_rels/.rels': relationships([relation('r1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `<workbook xmlns:r="${relations}">${fixture.workbookPr ?? ''}<sheets>${sheets.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([...sheetRelations, ...others]),
    'xl/sharedStrings.xml': `<sst>${fixture.sharedStrings ?? ''}</sst>`,
    'xl/styles.xml': `<styleSheet>${fixture.styles ?? ''}</styleSheet>`,
    ...Object.fromEntries(
      names.map((name, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(fixture.sheets[name] ?? '')]),
    ),
    ...fixture.parts,
  })
}

const sheetXml = (rows: string): string => `<worksheet><sheetData>${rows}</sheetData></worksheet>`

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`

const relationships = (all: readonly string[]): string => `<Relationships>${all.join('')}</Relationships>`

/** A row of inline strings. */
export const inlineRow = (...cells: readonly string[]): string =>
  `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`
