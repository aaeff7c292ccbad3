/** Writes the sealed body of a backup: takes bytes as they come, seals them chunk by chunk, ends with the manifest. */
import { createHash } from 'node:crypto'
import { fdatasync, writeSync } from 'node:fs'
import {
  chunkLength,
  sealPart,
  tagLength,
  writeTail,
  type BackupEntry,
  type BackupManifest,
  type BackupSeal,
} from './backup-format.ts'

export type SealedWriter = {
  /** Where the next bytes go; never empty. */
  space(): Buffer
  /** How many bytes were put there. */
  filled(length: number): void
  /** Plain bytes so far. */
  written(): number
  /** The last chunk, the manifest and the tail. The caller syncs. */
  finish(entries: readonly BackupEntry[], troubled: readonly string[]): BackupManifest
}

/** Bytes after which the disk is told to begin: what waits for the last sync is then little. */
const syncEvery = 64 * chunkLength

/** Throws what node:fs throws. */
export const createSealedWriter = (file: number, seal: BackupSeal): SealedWriter => {
  const chunk = Buffer.allocUnsafeSlow(chunkLength)
  const tags = createHash('sha256')
  let used = 0
  let index = 0

  const flush = (): void => {
    const { sealed, tag } = sealPart(seal, { kind: 'chunk', index }, chunk.subarray(0, used))
    writeWhole(file, sealed)
    writeWhole(file, tag)
    tags.update(tag)
    index += 1
    used = 0
    // Its own failure comes again with the last sync, which is waited for.
    if ((index * chunkLength) % syncEvery === 0) fdatasync(file, () => undefined)
  }
  const written = (): number => index * chunkLength + used
  return {
    space: () => chunk.subarray(used),
    filled(length) {
      used += length
      if (used === chunkLength) flush()
    },
    written,
    finish(entries, troubled) {
      const bytes = written()
      if (used > 0) flush()
      const manifest = { entries, troubled, bytes, root: tags.digest('hex') }
      const { sealed, tag } = sealPart(seal, { kind: 'manifest' }, Buffer.from(JSON.stringify(manifest)))
      writeWhole(file, sealed)
      writeWhole(file, tag)
      writeWhole(file, writeTail(sealed.length + tagLength))
      return manifest
    },
  }
}

export const writeWhole = (file: number, bytes: Uint8Array): void => {
  let done = 0
  while (done < bytes.length) done += writeSync(file, bytes, done)
}
