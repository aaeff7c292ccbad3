/** Reads a backup file: its first line, its manifest, and any stretch of its plain bytes, each chunk authenticated. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { fstatSync, readSync } from 'node:fs'
import { err, ok, type Result } from '#domain/result.ts'
import type { BackupDamaged, BackupFileError } from './backup-errors.ts'
import {
  chunkLength,
  longestHeader,
  openManifest,
  parseHeaderLine,
  parseTail,
  tagLength,
  tagOfChunk,
  tailLength,
  type BackupHeader,
  type BackupManifest,
  type BackupSeal,
} from './backup-format.ts'

export type OpenBackup = {
  readonly file: number
  readonly seal: BackupSeal
  readonly manifest: BackupManifest
  /** Where the first chunk begins. */
  readonly bodyStart: number
}

export type HeaderLine = { readonly line: Buffer; readonly header: BackupHeader }

/** Needs no key, and proves nothing yet. Throws what node:fs throws. */
export const readHeader = (file: number): Result<HeaderLine, BackupFileError> => {
  const start = readAt(file, 0, longestHeader)
  const end = start.indexOf(10)
  if (end < 0) return err({ type: 'NotABackup' })
  const line = start.subarray(0, end + 1)
  const reading = parseHeaderLine(line.toString('utf8'))
  if (reading.type === 'foreign') return err({ type: 'NotABackup' })
  if (reading.type === 'newer') return err({ type: 'NewerBackup', version: reading.version })
  return ok({ line, header: reading.header })
}

/** Proves the first line and the list of what follows. */
export const openSealed = (
  file: number,
  { line, seal }: { readonly line: Buffer; readonly seal: BackupSeal },
): Result<OpenBackup, BackupDamaged> => {
  const { size } = fstatSync(file)
  const manifestLength = parseTail(readAt(file, size - tailLength, tailLength))
  if (manifestLength === undefined) return err(damaged('it ends too early'))
  const manifestStart = size - tailLength - manifestLength
  if (manifestStart < line.length) return err(damaged('its end was changed'))
  const manifest = openManifest(seal, readAt(file, manifestStart, manifestLength))
  if (manifest === undefined) return err(damaged('its first line or its list was changed'))
  const body = manifestStart - line.length
  const chunks = Math.ceil(manifest.bytes / chunkLength)
  if (body !== manifest.bytes + chunks * tagLength) return err(damaged('it has another length than its list says'))
  return ok({ file, seal, manifest, bodyStart: line.length })
}

/**
 * The chunks from the one that holds `from` up to the one that holds the byte before `to`, each authenticated. Their
 * bytes stand until the next one is asked for.
 */
export function* readChunks(
  { file, seal, manifest, bodyStart }: OpenBackup,
  from = 0,
  to = manifest.bytes,
): Generator<{ readonly bytes: Buffer; readonly start: number; readonly tag: Buffer }, Result<void, BackupDamaged>> {
  const space = Buffer.allocUnsafeSlow(chunkLength + tagLength)
  for (let index = Math.floor(from / chunkLength); index * chunkLength < to; index += 1) {
    const start = index * chunkLength
    const length = Math.min(chunkLength, manifest.bytes - start)
    const read = fill(file, space.subarray(0, length + tagLength), bodyStart + index * (chunkLength + tagLength))
    const bytes = space.subarray(0, length)
    const tag = space.subarray(length, length + tagLength)
    const isRight = read === length + tagLength && timingSafeEqual(tagOfChunk(seal, index, bytes), tag)
    if (!isRight) return err(damaged(`part ${index + 1} is not what was written`))
    yield { bytes, start, tag }
  }
  return ok(undefined)
}

/** Compares what the chunks add up to with the list. `onChunk` answers whether to go on. */
export async function checkAll(
  backup: OpenBackup,
  onChunk: (done: number) => Promise<boolean>,
): Promise<Result<void, BackupDamaged | { readonly type: 'Cancelled' }>> {
  const tags = createHash('sha256')
  const chunks = readChunks(backup)
  for (;;) {
    const next = chunks.next()
    if (next.done === true) {
      if (!next.value.ok) return next.value
      return tags.digest('hex') === backup.manifest.root
        ? ok(undefined)
        : err(damaged('its parts are of another backup'))
    }
    tags.update(next.value.tag)
    if (!(await onChunk(next.value.start + next.value.bytes.length))) return err({ type: 'Cancelled' })
  }
}

const damaged = (detail: string): BackupDamaged => ({ type: 'BackupDamaged', detail })

/** Fewer bytes only at the end of the file. */
const readAt = (file: number, position: number, length: number): Buffer => {
  if (position < 0) return Buffer.alloc(0)
  const bytes = Buffer.allocUnsafeSlow(Math.max(0, Math.min(length, fstatSync(file).size - position)))
  return bytes.subarray(0, fill(file, bytes, position))
}

const fill = (file: number, space: Buffer, position: number): number => {
  let done = 0
  while (done < space.length) {
    const read = readSync(file, space, done, space.length - done, position + done)
    if (read === 0) break
    done += read
  }
  return done
}
