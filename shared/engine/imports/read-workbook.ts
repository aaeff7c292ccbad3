/** The parts of a workbook around its sheets: which sheets there are, shared strings, which styles show dates. */
import { ok, err, type Result } from '#domain/result.ts'

import { identifyArchive } from './identify-archive.ts'
import { scanPart } from './scan-part.ts'
import type { TableError } from './table-error.ts'
import { readRelations, type Relation } from './workbook-relations.ts'
import { dateShapeOf, type DateShape } from './xlsx-dates.ts'
import type { XmlAttributes } from './xml-scanner.ts'
import type { ZipArchive } from './zip-archive.ts'

export type Workbook = {
  readonly sheets: readonly Sheet[]
  readonly from1904: boolean
  readonly sharedStrings: readonly string[]
  /** By the index of a cell's style; `undefined` for a style that shows no date. */
  readonly dateShapes: readonly (DateShape | undefined)[]
}

export type Sheet = { readonly name: string; readonly visible: boolean; readonly part: string }

export const readWorkbook = async (archive: ZipArchive): Promise<Result<Workbook, TableError>> => {
  const root = await readRelations(archive, '')
  if (!root.ok) return root
  const part = root.value.find(({ type }) => type === 'officeDocument')?.part
  if (part === undefined || !/(?:^|\/)workbook[^/]*\.xml$/iu.test(part)) return err(identifyArchive(archive.names))
  const relations = await readRelations(archive, part)
  if (!relations.ok) return relations
  const partOf = (wanted: string) => relations.value.find(({ type }) => type === wanted)?.part
  const outline = await readOutline(archive, part, relations.value)
  if (!outline.ok) return outline
  const sharedStrings = await readSharedStrings(archive, partOf('sharedStrings'))
  if (!sharedStrings.ok) return sharedStrings
  const dateShapes = await readDateShapes(archive, partOf('styles'))
  if (!dateShapes.ok) return dateShapes
  return ok({ ...outline.value, sharedStrings: sharedStrings.value, dateShapes: dateShapes.value })
}

/** Excel writes characters that XML cannot hold as `_x0007_`. */
export const decodeEscapes = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([\dA-F]{4})_/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text

type Outline = Pick<Workbook, 'sheets' | 'from1904'>

const readOutline = async (
  archive: ZipArchive,
  part: string,
  relations: readonly Relation[],
): Promise<Result<Outline, TableError>> => {
  const sheets: Sheet[] = []
  let from1904 = false
  const scanned = await scanPart(archive, part, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = /^(?:1|true|on)$/u.test(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const relation = relations.find(({ id }) => id === relationIdOf(attributes))
      if (relation?.type !== 'worksheet') return
      const visible = !/hidden/iu.test(attributes.state ?? '')
      sheets.push({ name: attributes.name ?? '', visible, part: relation.part })
    },
  })
  return scanned.ok ? ok({ sheets, from1904 }) : scanned
}

/** `r:id`, under whatever prefix the namespace of relationships has. */
const relationIdOf = (attributes: XmlAttributes): string | undefined => {
  const name = Object.keys(attributes).find((key) => /(?:^|:)id$/u.test(key))
  return name === undefined ? undefined : attributes[name]
}

const readSharedStrings = async (
  archive: ZipArchive,
  part: string | undefined,
): Promise<Result<readonly string[], TableError>> => {
  const strings: string[] = []
  if (part === undefined) return ok(strings)
  let text = ''
  let inText = false
  let inPhonetic = false
  const scanned = await scanPart(archive, part, {
    open: (name) => {
      if (name === 'si') text = ''
      else if (name === 'rPh') inPhonetic = true
      else if (name === 't') inText = !inPhonetic
    },
    text: (piece) => {
      if (inText) text += piece
    },
    close: (name) => {
      if (name === 't') inText = false
      else if (name === 'rPh') inPhonetic = false
      else if (name === 'si') strings.push(decodeEscapes(text))
    },
  })
  return scanned.ok ? ok(strings) : scanned
}

const readDateShapes = async (
  archive: ZipArchive,
  part: string | undefined,
): Promise<Result<readonly (DateShape | undefined)[], TableError>> => {
  const shapes: (DateShape | undefined)[] = []
  if (part === undefined) return ok(shapes)
  const codesById = new Map<number, string>()
  let inCellFormats = false
  const scanned = await scanPart(archive, part, {
    open: (name, attributes) => {
      const formatId = Number(attributes.numFmtId ?? 0)
      if (name === 'numFmt') codesById.set(formatId, attributes.formatCode ?? '')
      else if (name === 'cellXfs') inCellFormats = true
      else if (name === 'xf' && inCellFormats) shapes.push(dateShapeOf(formatId, codesById.get(formatId)))
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false
    },
  })
  return scanned.ok ? ok(shapes) : scanned
}
