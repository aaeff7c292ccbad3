/** A zip file as its directory tells, opened for reading single parts; never expands more than the directory admits. */
import { crc32, createInflateRaw } from 'node:zlib'

import { err, ok, type Result } from '#domain/result.ts'

import { damagedWorkbook, expandsTooMuch, protectedFile, type TableError } from './table-error.ts'
import type { TableLimits } from './table.ts'
import { readZipDirectory, type ZipEntry } from './zip-directory.ts'

export type ZipArchive = {
  /** As written in the archive. */
  readonly names: readonly string[]
  has(name: string): boolean
  /** The expanded bytes in pieces; part names match without regard to case. */
  read(name: string): ZipPieces
}

export type ZipPieces = AsyncGenerator<Uint8Array, Result<undefined, TableError>, undefined>

/** Refuses before anything is expanded when the directory declares more than the limits allow. */
export const openZipArchive = (bytes: Uint8Array, limits: TableLimits): Result<ZipArchive, TableError> => {
  const entries = readZipDirectory(bytes)
  if (entries === undefined) return err(damagedWorkbook())
  if (entries.some((entry) => entry.encrypted)) return err(protectedFile())
  if (declaresTooMuch(entries, limits)) return err(expandsTooMuch())
  const entriesByName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]))
  return ok({
    names: entries.map((entry) => entry.name),
    has: (name) => entriesByName.has(name.toLowerCase()),
    read: (name) => readPart(bytes, entriesByName.get(name.toLowerCase())),
  })
}

const declaresTooMuch = (entries: readonly ZipEntry[], limits: TableLimits): boolean => {
  const total = entries.reduce((sum, entry) => sum + entry.size, 0)
  const isBomb = ({ size, compressedSize }: ZipEntry): boolean =>
    size > limits.expansionRatioFrom && size > compressedSize * limits.expansionRatio
  return total > limits.expandedBytes || entries.some(isBomb)
}

/** The declared size and checksum are promises: a part that breaks one is damaged, and reading stops there. */
async function* readPart(bytes: Uint8Array, entry: ZipEntry | undefined): ZipPieces {
  const compressed = entry === undefined ? undefined : compressedBytes(bytes, entry)
  if (entry === undefined || compressed === undefined) return err(damagedWorkbook())
  let size = 0
  let checksum = 0
  try {
    for await (const piece of expand(compressed, entry)) {
      size += piece.length
      if (size > entry.size) return err(damagedWorkbook())
      checksum = crc32(piece, checksum)
      yield piece
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) return err(damagedWorkbook())
    throw error
  }
  return size === entry.size && checksum === entry.checksum ? ok(undefined) : err(damagedWorkbook())
}

const localHeaderBytes = 30

const compressedBytes = (bytes: Uint8Array, entry: ZipEntry): Uint8Array | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = entry.headerAt
  if (at + localHeaderBytes > bytes.length || view.getUint32(at, true) !== 0x04034b50) return undefined
  const start = at + localHeaderBytes + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const end = start + entry.compressedSize
  return end <= bytes.length ? bytes.subarray(start, end) : undefined
}

const pieceBytes = 64 * 1024

async function* expand(compressed: Uint8Array, { method }: ZipEntry): AsyncGenerator<Uint8Array, undefined, undefined> {
  if (method === 'stored') {
    for (let at = 0; at < compressed.length; at += pieceBytes) yield compressed.subarray(at, at + pieceBytes)
    return undefined
  }
  const inflate = createInflateRaw({ chunkSize: pieceBytes })
  inflate.end(compressed)
  for await (const piece of inflate as AsyncIterable<Uint8Array>) yield piece
  return undefined
}
