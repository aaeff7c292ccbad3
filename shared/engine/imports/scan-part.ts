/** Reads one XML part of a workbook from its first to its last piece. */
import { err, ok, type Result } from '#domain/result.ts'

import { damagedWorkbook, type TableError } from './table-error.ts'
import { createXmlScanner, type XmlHandler } from './xml-scanner.ts'
import type { ZipArchive } from './zip-archive.ts'

const ignore = (): void => undefined

export const scanPart = async (
  archive: ZipArchive,
  part: string,
  handler: Partial<XmlHandler>,
): Promise<Result<undefined, TableError>> => {
  const scanner = createXmlScanner({ open: ignore, text: ignore, close: ignore, ...handler })
  const pieces = readXmlText(archive, part)
  for (;;) {
    const piece = await pieces.next()
    if (piece.done && !piece.value.ok) return piece.value
    if (piece.done) return scanner.end() ? ok(undefined) : err(damagedWorkbook())
    if (!scanner.write(piece.value)) return pieces.return(err(damagedWorkbook())).then(() => err(damagedWorkbook()))
  }
}

export type XmlPieces = AsyncGenerator<string, Result<undefined, TableError>, undefined>

/** The parts of a workbook are UTF-8 or UTF-16, told apart by the byte order mark. */
export async function* readXmlText(archive: ZipArchive, part: string): XmlPieces {
  const pieces = archive.read(part)
  let decoder: InstanceType<typeof TextDecoder> | undefined
  for (;;) {
    const piece = await pieces.next()
    if (piece.done) return piece.value
    decoder ??= new TextDecoder(xmlEncoding(piece.value))
    yield decoder.decode(piece.value, { stream: true })
  }
}

const xmlEncoding = ([first, second]: Uint8Array): string => {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}
