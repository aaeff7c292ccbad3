/** What a file seems to be by its first bytes, whatever it is called: text, a zip, or something that is no table. */
import { notATable, oldExcelFile, protectedFile, type TableError } from './table-error.ts'

export type FileIdentity = { readonly is: 'text' | 'zip' } | { readonly is: 'refused'; readonly error: TableError }

export const identifyFile = (bytes: Uint8Array): FileIdentity => {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const head = view.toString('latin1', 0, 512)
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006')) return { is: 'zip' }
  if (head.startsWith('\u00D0\u00CF\u0011\u00E0')) return { is: 'refused', error: identifyOleFile(view) }
  const known = knownFiles.find(({ begins }) => begins.test(head))
  return known === undefined ? { is: 'text' } : { is: 'refused', error: notATable(known.seems, known.remedy) }
}

/** Old Office files and encrypted new ones share a container; the names of its streams tell them apart. */
const identifyOleFile = (view: Buffer): TableError => {
  const holds = (stream: string): boolean => view.includes(Buffer.from(stream, 'utf16le'))
  if (holds('EncryptedPackage')) return protectedFile()
  if (holds('Workbook') || holds('Book')) return oldExcelFile()
  return notATable('an old Office file', 'Open it, copy the list into a spreadsheet and save that as .xlsx or CSV.')
}

type KnownFile = { readonly begins: RegExp; readonly seems: string; readonly remedy: string }

const fromItsSource = 'Export the list as .xlsx or CSV from where it comes from.'
const unpackFirst = 'Unpack it, then import the .xlsx or CSV file inside.'
const saveFromBrowser = 'Open it in a spreadsheet and save it as .xlsx or CSV.'

/** Magic numbers, and the openings of texts that are no tables. */
const knownFiles: readonly KnownFile[] = [
  { begins: /^%PDF-/u, seems: 'a PDF document', remedy: fromItsSource },
  { begins: /^\u0089PNG|^\u00FF\u00D8\u00FF|^GIF8[79]a/u, seems: 'a picture', remedy: fromItsSource },
  { begins: /^RIFF[^]{4}WEBP|^BM[^]{4}\0{4}|^II\*\0|^MM\0\*/u, seems: 'a picture', remedy: fromItsSource },
  { begins: /^[^]{4}ftyp/u, seems: 'a picture or a film', remedy: fromItsSource },
  { begins: /^\u001F\u008B|^7z\u00BC\u00AF|^Rar!|^BZh\d|^\u00FD7zXZ/u, seems: 'a packed archive', remedy: unpackFirst },
  { begins: /^\u007FELF|^MZ[^]{0,100}\0/u, seems: 'a program', remedy: 'Choose the file that holds your list.' },
  { begins: /^SQLite format 3\0/u, seems: 'a database', remedy: fromItsSource },
  { begins: /^\{\\rtf/u, seems: 'a text document (RTF)', remedy: fromItsSource },
  {
    begins: /^(?:\u00EF\u00BB\u00BF)?\s*<(?:!doctype html|html|table|head)\b/iu,
    seems: 'a web page',
    remedy: saveFromBrowser,
  },
  { begins: /^(?:\u00EF\u00BB\u00BF)?\s*<\?xml\b/iu, seems: 'an XML file', remedy: saveFromBrowser },
  { begins: /^(?:\u00EF\u00BB\u00BF)?\s*(?:\{\s*"|\[\s*\{)/u, seems: 'a JSON file', remedy: fromItsSource },
]
