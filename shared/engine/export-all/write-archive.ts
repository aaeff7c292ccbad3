/** Writes a zip file entry after entry, each taken from its source only when its turn comes: memory stays the same. */
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { ListedFile } from './export-layout.ts'

export type Archive = {
  /** One after the other. Already packed content is stored as it is. */
  add(path: string, pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, packed?: boolean): Promise<ListedFile>
  /** Whole and synced. */
  finish(): Promise<void>
  /** Lets go of the file after a failure. */
  drop(): void
}

/** Rejects with what node:fs throws, at the next entry or at the end. */
export const createArchive = (path: string): Archive => {
  const zip = new ZipFile()
  const stop = new AbortController()
  const target = createWriteStream(path, { flags: 'wx', mode: 0o600 })
  const written = pipeline(zip.outputStream as Readable, target, { signal: stop.signal })
  // A target that fails is told by whatever waits: the entry under way or the end.
  const failed = written.then(() => new Promise<never>(() => undefined))
  failed.catch(() => undefined)
  return {
    async add(name, pieces, packed = false) {
      const { promise, resolve, reject } = Promise.withResolvers<ListedFile>()
      const source = Readable.from(measured(name, pieces, resolve), { objectMode: false })
      source.on('error', reject)
      zip.addReadStreamLazy(name, { compress: !packed, mtime: new Date(0), mode: 0o100600 }, (give) =>
        give(null, source),
      )
      return Promise.race([promise, failed])
    },
    async finish() {
      zip.end()
      await written
      const file = await open(path, 'r+')
      await file.sync()
      await file.close()
    },
    drop() {
      stop.abort()
      target.destroy()
    },
  }
}

async function* measured(
  path: string,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  onEnd: (file: ListedFile) => void,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of pieces) {
    hash.update(piece)
    bytes += piece.length
    if (piece.length > 0) yield piece
  }
  onEnd({ path, bytes, sha256: hash.digest('hex') })
}
