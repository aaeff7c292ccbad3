/**
 * Bytes in authenticated frames behind a header line: AES-256-GCM over 256 KB each, the nonce saying the frame's place and
 * whether it is the last, so that nothing can be changed, moved, repeated or cut off. Constant memory in both directions.
 */
import { createCipheriv, createDecipheriv } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'

const frameSize = 256 * 1024
const tagSize = 16

export type SealedWriter = {
  write(bytes: Uint8Array): Promise<void>
  /** Writes the last frame; the caller syncs and closes. */
  end(): Promise<void>
}

export const createSealedWriter = (handle: FileHandle, frameKey: Uint8Array): SealedWriter => {
  const pending = Buffer.alloc(frameSize)
  let filled = 0
  let place = 0
  const flush = async (isLast: boolean): Promise<void> => {
    const cipher = createCipheriv('aes-256-gcm', frameKey, nonceOf(place, isLast))
    const frame = Buffer.concat([cipher.update(pending.subarray(0, filled)), cipher.final(), cipher.getAuthTag()])
    await handle.writeFile(frame)
    filled = 0
    place += 1
  }
  return {
    async write(bytes) {
      for (let taken = 0; taken < bytes.length;) {
        // Not before there is more to come: the last frame has to know that it is the last.
        if (filled === frameSize) await flush(false)
        const part = bytes.subarray(taken, taken + frameSize - filled)
        pending.set(part, filled)
        filled += part.length
        taken += part.length
      }
    },
    end: () => flush(true),
  }
}

export type SealedReader = {
  /** Exactly so many bytes, or undefined when a frame is damaged or the file ends before. */
  read(length: number): Promise<Buffer | undefined>
  /** Everything was read, and the last frame said that it is the last. */
  isAtEnd(): boolean
}

export type SealedFile = {
  readonly handle: FileHandle
  readonly frameKey: Uint8Array
  /** Where the frames begin. */
  readonly start: number
  readonly size: number
}

export const createSealedReader = ({ handle, frameKey, start, size }: SealedFile): SealedReader => {
  let rest: Buffer = Buffer.alloc(0)
  let position = start
  let place = 0
  const nextFrame = async (): Promise<boolean> => {
    const length = Math.min(frameSize + tagSize, size - position)
    if (length < tagSize) return false
    const sealed = Buffer.alloc(length)
    const { bytesRead } = await handle.read(sealed, 0, length, position)
    if (bytesRead !== length) return false
    const opened = openFrame(sealed, frameKey, nonceOf(place, position + length === size))
    if (opened === undefined) return false
    position += length
    place += 1
    rest = opened
    return true
  }
  return {
    async read(length) {
      const parts: Buffer[] = []
      let missing = length
      while (missing > 0) {
        if (rest.length === 0 && !(await nextFrame())) return undefined
        const part = rest.subarray(0, missing)
        rest = rest.subarray(part.length)
        parts.push(part)
        missing -= part.length
        if (part.length === 0) return undefined
      }
      return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts)
    },
    isAtEnd: () => rest.length === 0 && position === size && place > 0,
  }
}

const openFrame = (sealed: Buffer, frameKey: Uint8Array, nonce: Buffer): Buffer | undefined => {
  const decipher = createDecipheriv('aes-256-gcm', frameKey, nonce, { authTagLength: tagSize })
  decipher.setAuthTag(sealed.subarray(-tagSize))
  const opened = decipher.update(sealed.subarray(0, -tagSize))
  try {
    decipher.final()
    return opened
  } catch {
    return undefined // Node reports a failed authentication by throwing, without a code; nothing else can fail here.
  }
}

/** The key is used for one file only, so a counter is enough. */
const nonceOf = (place: number, isLast: boolean): Buffer => {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt8(isLast ? 1 : 0, 0)
  nonce.writeBigUInt64BE(BigInt(place), 4)
  return nonce
}
