/** A zip file as its directory tells, opened for reading single parts; never expands more than the directory admits. */
import { crc32 } from 'node:zlib'

import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'

import { err, ok, type Result } from '#domain/result.ts'

import { damagedWorkbook, expandsTooMuch, protectedFile, type TableError } from './table-error.ts'
import type { TableLimits } from './table.ts'

export type ZipArchive = {
  /** As written in the archive. */
  readonly names: readonly string[]
  has(name: string): boolean
  /** The expanded bytes in pieces; part names match without regard to case. */
  read(name: string): ZipPieces
}

export type ZipPieces = AsyncGenerator<Uint8Array, Result<undefined, TableError>, undefined>

/** Refuses before anything is expanded when the directory declares more than the limits allow. */
export const openZipArchive = async (
  bytes: Uint8Array,
  limits: TableLimits,
): Promise<Result<ZipArchive, TableError>> => {
  const directory = await readDirectory(bytes)
  if (!directory.ok) return directory
  const { zip, entries } = directory.value
  if (entries.some((entry) => entry.isEncrypted())) return err(protectedFile())
  if (declaresTooMuch(entries, limits)) return err(expandsTooMuch())
  const entriesByName = new Map(entries.map((entry) => [nameOf(entry).toLowerCase(), entry]))
  return ok({
    names: entries.map(nameOf),
    has: (name) => entriesByName.has(name.toLowerCase()),
    read: (name) => readPart(zip, entriesByName.get(name.toLowerCase())),
  })
}

/** A workbook has some dozens. */
const mostEntries = 10_000

type Directory = { readonly zip: ZipFile; readonly entries: readonly Entry[] }

const readDirectory = async (bytes: Uint8Array): Promise<Result<Directory, TableError>> => {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    // With decoded names yauzl refuses those that would be dangerous to unpack; here they are only compared.
    const zip = await fromBufferPromise(buffer, { decodeStrings: false })
    if (zip.entryCount > mostEntries) return err(damagedWorkbook())
    const entries: Entry[] = []
    for await (const entry of zip.eachEntry()) entries.push(entry)
    return ok({ zip, entries })
  } catch (error) {
    return err(/strong encryption/u.test(String(error)) ? protectedFile() : damagedWorkbook())
  }
}

const nameOf = (entry: Entry): string => entry.fileNameRaw.toString('utf8').replaceAll('\\', '/')

const declaresTooMuch = (entries: readonly Entry[], limits: TableLimits): boolean => {
  const total = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  const isBomb = ({ uncompressedSize, compressedSize }: Entry): boolean =>
    uncompressedSize > limits.expansionRatioFrom && uncompressedSize > compressedSize * limits.expansionRatio
  return total > limits.expandedBytes || entries.some(isBomb)
}

/** The declared size and checksum are promises: yauzl stops where a part breaks the first, the second it leaves to us. */
async function* readPart(zip: ZipFile, entry: Entry | undefined): ZipPieces {
  if (entry === undefined) return err(damagedWorkbook())
  let checksum = 0
  try {
    const pieces: AsyncIterable<Uint8Array> = await zip.openReadStreamPromise(entry)
    for await (const piece of pieces) {
      checksum = crc32(piece, checksum)
      yield piece
    }
  } catch {
    // Bytes in memory fail only by what they hold.
    return err(damagedWorkbook())
  }
  return checksum === entry.crc32 ? ok(undefined) : err(damagedWorkbook())
}
