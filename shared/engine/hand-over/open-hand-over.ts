/** Opens a hand-over file as far as its manifest: nothing of the client is read before that is in order. */
import { open, type FileHandle } from 'node:fs/promises'
import type { HandOverError } from '#api/errors/hand-over-errors.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { longestHeader, openEnvelope, parseEnvelopeHeader } from './envelope-header.ts'
import { readManifest, type HandOverManifest } from './hand-over-manifest.ts'
import { createSealedReader, type SealedReader } from './sealed-file.ts'

export type OpenedHandOver = {
  readonly handle: FileHandle
  readonly frameKey: Buffer
  readonly start: number
  readonly size: number
  readonly manifest: HandOverManifest
  /** Stands behind the manifest. */
  readonly reader: SealedReader
}

/** The caller closes the handle. `secret` is the passphrase, or the key for whoever has just written the file. */
export const openHandOver = async (
  path: string,
  secret: { readonly passphrase: string } | { readonly frameKey: Buffer },
): Promise<Result<OpenedHandOver, HandOverError>> => {
  let handle: FileHandle | undefined
  try {
    handle = await open(path, 'r')
    const opened = await readHandOver(handle, secret)
    if (!opened.ok) await handle.close()
    return opened
  } catch (error) {
    await handle?.close()
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    return err({ type: 'HandOverUnreadable', path, code })
  }
}

const readHandOver = async (
  handle: FileHandle,
  secret: Parameters<typeof openHandOver>[1],
): Promise<Result<OpenedHandOver, HandOverError>> => {
  const { size } = await handle.stat()
  const beginning = Buffer.alloc(Math.min(size, longestHeader))
  await handle.read(beginning, 0, beginning.length, 0)
  const start = beginning.indexOf(0x0a) + 1
  const header = parseEnvelopeHeader(beginning.toString('latin1', 0, start))
  if (!header.ok) return header
  const frameKey = 'frameKey' in secret ? secret.frameKey : await openEnvelope(header.value, secret.passphrase)
  if (frameKey === undefined) return err({ type: 'WrongEnvelopePassphrase' })
  const reader = createSealedReader({ handle, frameKey, start, size })
  const manifest = await readManifest(reader)
  if (manifest === undefined) return err({ type: 'HandOverDamaged', detail: 'its beginning cannot be read' })
  return ok({ handle, frameKey, start, size, manifest, reader })
}
