/**
 * What of a file is shown without opening it elsewhere. Its bytes decide, not its name, and nothing of it runs: pictures
 * of a few known formats, PDF as bytes, and everything that is text as text, markup too.
 */
import { isUtf8 } from 'node:buffer'
import { parse } from 'csv-parse/sync'
import type { EvidencePreview } from '#api/evidence.ts'

export type PreviewedFile = {
  readonly fileName: string
  readonly size: number
  readonly pieces: AsyncGenerator<Uint8Array>
}

const mebibyte = 1024 * 1024
const largest = { image: 20 * mebibyte, pdf: 50 * mebibyte } as const
const textBytes = 128 * 1024
const mostRows = 200

export const previewFile = async ({ fileName, size, pieces }: PreviewedFile): Promise<EvidencePreview> => {
  if (size === 0) return { kind: 'none', reason: 'empty' }
  const first = await pieces.next()
  if (first.done === true) return { kind: 'none', reason: 'empty' }
  const head = first.value
  const rest = async (): Promise<Uint8Array> => {
    const all: Uint8Array[] = [head]
    for await (const piece of pieces) all.push(piece)
    return Buffer.concat(all)
  }
  const mediaType = imageTypeOf(head)
  if (mediaType !== undefined) {
    if (size > largest.image) return tooLarge
    return { kind: 'image', mediaType, bytes: await rest() }
  }
  if (startsWith(head, '%PDF-')) return size > largest.pdf ? tooLarge : { kind: 'pdf', bytes: await rest() }
  await pieces.return(undefined)
  return previewText(head.subarray(0, textBytes), { fileName, isCut: size > Math.min(head.length, textBytes) })
}

const tooLarge: EvidencePreview = { kind: 'none', reason: 'tooLarge' }

type TextHead = { readonly fileName: string; readonly isCut: boolean }

const previewText = (bytes: Uint8Array, { fileName, isCut }: TextHead): EvidencePreview => {
  const whole = isCut ? bytes.subarray(0, lastWhole(bytes)) : bytes
  if (bytes.includes(0) || !isUtf8(whole)) return { kind: 'none', reason: 'unknownType' }
  const text = new TextDecoder().decode(whole)
  const delimiter = /\.csv$/i.test(fileName) ? csvDelimiter(text) : /\.tsv$/i.test(fileName) ? '\t' : undefined
  const rows = delimiter === undefined ? undefined : readRows(text, { delimiter, isCut })
  if (rows === undefined) return { kind: 'text', text, isCut }
  return { kind: 'table', rows: rows.slice(0, mostRows), isCut: isCut || rows.length > mostRows }
}

/** A character may lie across the cut: up to three bytes of it are left out. */
const lastWhole = (bytes: Uint8Array): number =>
  [0, 1, 2, 3].map((left) => bytes.length - left).find((end) => isUtf8(bytes.subarray(0, end))) ?? bytes.length

const csvDelimiter = (text: string): string => {
  const line = text.split('\n', 1)[0] ?? ''
  return [';', '\t', ','].toSorted((a, b) => line.split(b).length - line.split(a).length)[0] ?? ','
}

type Cut = { readonly delimiter: string; readonly isCut: boolean }

/** Undefined for what is no table in spite of its name; it is shown as text. */
const readRows = (text: string, { delimiter, isCut }: Cut): readonly (readonly string[])[] | undefined => {
  const lines = isCut ? text.slice(0, text.lastIndexOf('\n') + 1) : text
  try {
    return parse(lines, { delimiter, bom: true, relaxColumnCount: true, relaxQuotes: true, to: mostRows + 1 })
  } catch {
    return undefined
  }
}

const startsWith = (bytes: Uint8Array, text: string, at = 0): boolean =>
  [...text].every((character, index) => bytes[at + index] === character.charCodeAt(0))

/** Formats that a page draws and that cannot hold a script. SVG can, and is shown as text. */
const imageTypeOf = (head: Uint8Array): string | undefined => {
  if (startsWith(head, '\u0089PNG\r\n\u001a\n')) return 'image/png'
  if (startsWith(head, '\u00ff\u00d8\u00ff')) return 'image/jpeg'
  if (startsWith(head, 'GIF87a') || startsWith(head, 'GIF89a')) return 'image/gif'
  if (startsWith(head, 'RIFF') && startsWith(head, 'WEBP', 8)) return 'image/webp'
  return undefined
}
