/**
 * Opens an export for reading, and trusts nothing in it: names lead nowhere, sizes are what the manifest says and not a
 * byte more, and what expands out of all proportion is refused before it is expanded.
 */
import { createHash } from 'node:crypto'
import { openPromise, type Entry, type ZipFile } from 'yauzl'
import type { EngineError } from '#api/errors.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { unreadable } from '../backup/backup-errors.ts'
import { exportFormat, exportVersion, manifestPath, manifestSchema, type ExportManifest } from './export-layout.ts'

export type OpenArchive = {
  readonly manifest: ExportManifest
  has(path: string): boolean
  /** Ends with a throw of `ArchiveFailure` when it is not what the manifest says. */
  read(path: string): AsyncGenerator<Buffer, void, undefined>
  close(): void
}

/** An iteration can only throw. */
export class ArchiveFailure extends Error {
  readonly error: EngineError
  constructor(detail: string) {
    super(detail)
    this.error = { type: 'ExportDamaged', detail }
  }
}

const mostEntries = 2_000_000
const longestManifest = 512 * 1_048_576
/** Lines of JSON shrink to a twentieth at best; far less than this is made to harm. */
const mostExpansion = 300
const expansionFrom = 1_048_576

export const openArchive = async (path: string): Promise<Result<OpenArchive, EngineError>> => {
  let zip: ZipFile
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false })
  } catch (error) {
    return err(isSystemError(error) ? unreadable(path, error) : { type: 'NotAnExport' })
  }
  const opened = await readDirectory(zip)
  if (!opened.ok) zip.close()
  return opened
}

const isSystemError = (error: unknown): boolean => error instanceof Error && 'code' in error && 'syscall' in error

const readDirectory = async (zip: ZipFile): Promise<Result<OpenArchive, EngineError>> => {
  const entries = new Map<string, Entry>()
  try {
    if (zip.entryCount > mostEntries) return err({ type: 'NotAnExport' })
    // Names that lead out of a folder are refused here, though none of them is ever used for a file.
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted() || entries.has(entry.fileName) || isBomb(entry)) return err({ type: 'NotAnExport' })
      entries.set(entry.fileName, entry)
    }
    const manifest = await readManifest(zip, entries)
    return manifest.ok ? ok(archiveOf(zip, entries, manifest.value)) : manifest
  } catch {
    return err({ type: 'ExportDamaged', detail: 'its directory cannot be read' })
  }
}

const isBomb = ({ uncompressedSize, compressedSize }: Entry): boolean =>
  uncompressedSize > expansionFrom && uncompressedSize > compressedSize * mostExpansion

const readManifest = async (
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
): Promise<Result<ExportManifest, EngineError>> => {
  const entry = entries.get(manifestPath)
  if (entry === undefined || entry.uncompressedSize > longestManifest) return err({ type: 'NotAnExport' })
  const pieces: Buffer[] = []
  for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer)
  const json = JSON.parse(Buffer.concat(pieces).toString('utf8')) as { format?: unknown; version?: unknown }
  if (json.format !== exportFormat || typeof json.version !== 'number') return err({ type: 'NotAnExport' })
  if (json.version > exportVersion) return err({ type: 'NewerExport', version: json.version })
  const manifest = manifestSchema.safeParse(json)
  if (!manifest.success) return err({ type: 'ExportDamaged', detail: 'its manifest was changed' })
  const missing = manifest.data.files.find(({ path, bytes }) => entries.get(path)?.uncompressedSize !== bytes)
  if (missing !== undefined)
    return err({ type: 'ExportDamaged', detail: `${missing.path} is missing or of another size` })
  const listed = new Set([manifestPath, ...manifest.data.files.map(({ path }) => path)])
  const added = [...entries.keys()].find((name) => !listed.has(name))
  return added === undefined ? ok(manifest.data) : err({ type: 'ExportDamaged', detail: 'something was added to it' })
}

const archiveOf = (zip: ZipFile, entries: ReadonlyMap<string, Entry>, manifest: ExportManifest): OpenArchive => {
  const hashes = new Map(manifest.files.map(({ path, sha256 }) => [path, sha256]))
  return {
    manifest,
    has: (path) => hashes.has(path),
    async *read(path) {
      const entry = entries.get(path)
      const expected = hashes.get(path)
      if (entry === undefined || expected === undefined) throw new ArchiveFailure(`${path} is missing`)
      const hash = createHash('sha256')
      try {
        for await (const piece of await zip.openReadStreamPromise(entry)) {
          hash.update(piece as Buffer)
          yield piece as Buffer
        }
      } catch (error) {
        throw isSystemError(error) ? error : new ArchiveFailure(`${path} cannot be expanded`)
      }
      if (hash.digest('hex') !== expected) throw new ArchiveFailure(`${path} was changed`)
    },
    close: () => zip.close(),
  }
}
