/** Turns the bytes of a text file into text: finds the encoding, then decodes piece by piece. */
import { isUtf8 } from 'node:buffer'

import { err, ok, type Result } from '#domain/result.ts'

import { damagedText, type TableError } from './table-error.ts'
import type { TextEncodingName } from './table.ts'

export type DetectedEncoding = { readonly encoding: TextEncodingName; readonly bomBytes: number }

/** A byte order mark decides; else zero bytes on one side only (UTF-16), else strict UTF-8, else Windows-1252. */
export const detectEncoding = (bytes: Uint8Array): Result<DetectedEncoding, TableError> => {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return isUtf8(bytes) ? ok({ encoding: 'utf-8', bomBytes: 3 }) : err(damagedText('utf-8'))
  }
  if (first === 0xff && second === 0xfe) return ok({ encoding: 'utf-16le', bomBytes: 2 })
  if (first === 0xfe && second === 0xff) return ok({ encoding: 'utf-16be', bomBytes: 2 })
  const unmarked = utf16ByZeroBytes(bytes)
  if (unmarked !== undefined) return ok({ encoding: unmarked, bomBytes: 0 })
  return ok({ encoding: isUtf8(bytes) ? 'utf-8' : 'windows-1252', bomBytes: 0 })
}

const pieceBytes = 256 * 1024

/** Throws `ERR_ENCODING_INVALID_ENCODED_DATA` where UTF-16 is broken; `isDecodingError` knows it. */
export function* decodeText(bytes: Uint8Array, detected: DetectedEncoding): Generator<string, undefined> {
  const decoder = new TextDecoder(detected.encoding, { fatal: true, ignoreBOM: true })
  for (let at = detected.bomBytes; at < bytes.length; at += pieceBytes) {
    const last = at + pieceBytes >= bytes.length
    yield decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: !last })
  }
  return undefined
}

export const isDecodingError = (error: unknown): boolean =>
  error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA'

/** The beginning of the text, for guesses about it; may end in the middle of a character. */
export const sampleText = (bytes: Uint8Array, { encoding, bomBytes }: DetectedEncoding): string =>
  new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(bomBytes, bomBytes + 64 * 1024), {
    stream: true,
  })

/** More than one control character in two hundred is no text that a person wrote. */
export const looksBinary = (text: string): boolean => {
  const controls = text.match(/[\0-\x08\x0E-\x1F\x7F-\x84\x86-\x9F]/gu)?.length ?? 0
  return text.includes('\0') || controls * 200 > text.length
}

/**
 * In UTF-16 every line break, digit and Latin letter has a zero byte, always on the same side; a few other characters
 * have one on the other. Where Latin is rare (Chinese, Japanese) the line breaks decide.
 */
const utf16ByZeroBytes = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  const sample = bytes.subarray(0, 4096)
  const zeros = { even: 0, odd: 0 }
  const lineBreaks = { even: 0, odd: 0 }
  for (let at = 0; at < sample.length; at += 1) {
    if (sample[at] !== 0) continue
    const side = at % 2 === 0 ? 'even' : 'odd'
    const other = sample[at % 2 === 0 ? at + 1 : at - 1]
    zeros[side] += 1
    if (other === 0x0a || other === 0x0d) lineBreaks[side] += 1
  }
  const isSide = (side: 'even' | 'odd', otherSide: 'even' | 'odd'): boolean =>
    zeros[otherSide] * 3 <= zeros[side] && (lineBreaks[side] > 0 || zeros[side] * 4 > sample.length)
  if (isSide('odd', 'even')) return 'utf-16le'
  return isSide('even', 'odd') ? 'utf-16be' : undefined
}
