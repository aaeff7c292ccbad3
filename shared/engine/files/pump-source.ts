/** Sends a stream to the worker in pieces of one chunk, no faster than the worker asks for them. */
import type { FilesMessage } from './files-protocol.ts'
import { chunkLength } from './chunk-sizes.ts'

export type SourcePump = {
  /** The worker can take one more piece. */
  want(): void
  /** Nothing is sent from here on, and the source is told to let go of what it holds. */
  stop(): void
}

type Post = (message: FilesMessage, transfer?: readonly ArrayBuffer[]) => void

export const pumpSource = (source: AsyncIterable<Uint8Array>, post: Post): SourcePump => {
  const iterator = source[Symbol.asyncIterator]()
  let wanted = 0
  let stopped = false
  let wake: (() => void) | undefined

  const send = async (bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
    while (wanted === 0 && !stopped) await new Promise<void>((resolve) => (wake = resolve))
    wanted -= 1
    if (!stopped) post({ type: 'piece', bytes }, [bytes.buffer])
  }

  /** The bytes are copied: a source may use its buffer again, and a sent one is gone for its owner. */
  const sendAll = async (): Promise<void> => {
    let piece = new Uint8Array(chunkLength)
    let filled = 0
    for (let step = await iterator.next(); step.done !== true && !stopped; step = await iterator.next()) {
      for (let at = 0; at < step.value.length;) {
        const part = step.value.subarray(at, at + chunkLength - filled)
        piece.set(part, filled)
        filled += part.length
        at += part.length
        if (filled < chunkLength) continue
        await send(piece)
        piece = new Uint8Array(chunkLength)
        filled = 0
      }
    }
    if (filled > 0) await send(piece.slice(0, filled))
    if (!stopped) post({ type: 'endOfSource' })
  }

  void sendAll().catch((error: unknown) => {
    if (!stopped) post({ type: 'sourceFailed', ...describe(error) })
  })

  return {
    want: () => {
      wanted += 1
      wake?.()
    },
    stop: () => {
      stopped = true
      wake?.()
      // A source that is waiting for something answers whenever it can; nobody waits for it.
      void Promise.resolve(iterator.return?.()).catch(() => undefined)
    },
  }
}

const describe = (error: unknown): { readonly code: string; readonly detail: string } => {
  if (!(error instanceof Error)) return { code: 'UNKNOWN', detail: String(error) }
  return { code: 'code' in error && typeof error.code === 'string' ? error.code : error.name, detail: error.message }
}
