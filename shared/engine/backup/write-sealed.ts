/** Writes the body of a backup: takes bytes as they come, authenticates them chunk by chunk, ends with the sealed manifest. */
import { createHash } from 'node:crypto'
import { fdatasync, writeSync } from 'node:fs'
import {
  chunkLength,
  sealManifest,
  tagLength,
  tagOfChunk,
  writeTail,
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
  finish(about: Pick<BackupManifest, 'keyring' | 'entries' | 'troubled'>): BackupManifest
}

/** Bytes after which the disk is told to begin: what waits for the last sync is then little. */
const syncEvery = 256 * chunkLength

/** Throws what node:fs throws. */
export const createSealedWriter = (file: number, seal: BackupSeal): SealedWriter => {
  const chunk = Buffer.allocUnsafeSlow(chunkLength + tagLength)
  const tags = createHash('sha256')
  let used = 0
  let index = 0

  const flush = (): void => {
    const bytes = chunk.subarray(0, used)
    const tag = tagOfChunk(seal, index, bytes)
    chunk.set(tag, used)
    writeWhole(file, chunk.subarray(0, used + tagLength))
    tags.update(tag)
    index += 1
    used = 0
    // Its own failure comes again with the last sync, which is waited for.
    if ((index * chunkLength) % syncEvery === 0) fdatasync(file, () => undefined)
  }
  const written = (): number => index * chunkLength + used
  return {
    space: () => chunk.subarray(used, chunkLength),
    filled(length) {
      used += length
      if (used === chunkLength) flush()
    },
    written,
    finish(about) {
      const bytes = written()
      if (used > 0) flush()
      const manifest = { ...about, bytes, root: tags.digest('hex') }
      const sealed = sealManifest(seal, manifest)
      writeWhole(file, sealed)
      writeWhole(file, writeTail(sealed.length))
      return manifest
    },
  }
}

export const writeWhole = (file: number, bytes: Uint8Array): void => {
  let done = 0
  while (done < bytes.length) done += writeSync(file, bytes, done)
}
