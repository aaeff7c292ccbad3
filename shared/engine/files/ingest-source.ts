/** Feeds an ingest: from a file that the worker reads itself, or from pieces that the engine sends. */
import { open, stat, type FileHandle } from 'node:fs/promises'
import { err, ok, type Result } from '#domain/result.ts'
import { chunkLength } from './chunk-sizes.ts'
import { takeTurn, type ServedConversation } from '../workers/serve-conversations.ts'
import { hasCode, type Cancelled, type SourceError } from './file-errors.ts'
import type { FilesMessage, FilesReply } from './files-protocol.ts'
import type { Ingest } from './ingest-blob.ts'

type Feed = Result<void, SourceError | Cancelled>
export type Listener = ServedConversation<FilesMessage, FilesReply>

/** Pieces asked for ahead, of at most one chunk each: the source fills them while others are written. */
const piecesAhead = 4

/** Reads the file to its end. Refuses it when its size or time is another one then. */
export const ingestPath = async (ingest: Ingest, path: string, listener: Listener): Promise<Feed> => {
  let handle: FileHandle | undefined
  try {
    handle = await openFile(path)
    const before = await handle.stat({ bigint: true })
    const total = Number(before.size)
    for (;;) {
      if (listener.signal.aborted) return err({ type: 'Cancelled' })
      const { bytesRead } = await handle.read(ingest.space())
      if (bytesRead === 0) break
      ingest.filled(bytesRead)
      if (ingest.written() > total) return err({ type: 'SourceChanged', path })
      listener.reply({ type: 'progress', progress: { done: ingest.written(), total } })
      await takeTurn()
    }
    const after = await handle.stat({ bigint: true })
    const same = after.size === before.size && after.mtimeNs === before.mtimeNs && ingest.written() === total
    return same ? ok(undefined) : err({ type: 'SourceChanged', path })
  } catch (error) {
    if (!hasCode(error) || error.code.startsWith('SQLITE')) throw error
    return err({ type: 'SourceUnreadable', path, code: error.code, detail: error.message })
  } finally {
    await handle?.close()
  }
}

export const ingestPieces = async (ingest: Ingest, listener: Listener): Promise<Feed> => {
  for (let index = 0; index < piecesAhead; index += 1) listener.reply({ type: 'want' })
  for (;;) {
    const message = await listener.next()
    if (message === undefined) return err({ type: 'Cancelled' })
    switch (message.type) {
      case 'piece':
        put(ingest, message.bytes)
        listener.reply({ type: 'progress', progress: { done: ingest.written(), total: undefined } })
        listener.reply({ type: 'want' })
        await takeTurn()
        break
      case 'endOfSource':
        return ok(undefined)
      case 'sourceFailed':
        return err({ type: 'SourceUnreadable', path: undefined, code: message.code, detail: message.detail })
      default:
        throw new Error(`an add does not expect "${message.type}"`)
    }
  }
}

/** A pipe or a device could keep the thread waiting for ever, so only ordinary files are opened. */
const openFile = async (path: string): Promise<FileHandle> => {
  const facts = await stat(path)
  if (!facts.isFile()) throw Object.assign(new Error('it is not a file'), { code: 'ENOTFILE' })
  return open(path, 'r')
}

const put = (ingest: Ingest, bytes: Uint8Array): void => {
  if (bytes.length > chunkLength) throw new Error('a piece is longer than a chunk')
  for (let at = 0; at < bytes.length;) {
    const space = ingest.space()
    const length = Math.min(space.length, bytes.length - at)
    space.set(bytes.subarray(at, at + length))
    ingest.filled(length)
    at += length
  }
}
