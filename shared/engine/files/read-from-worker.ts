/** The chunks of a stored file as the files worker sends them, a few ahead of the reader. */
import type { FilesConversation } from './create-files-worker.ts'
import { fileFailure } from './file-errors.ts'

/** Throws a `FileFailure`: what was handed out before it is right, but is not the whole file. */
export async function* readFromWorker(
  converse: () => FilesConversation,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (signal.aborted) throw fileFailure({ type: 'Cancelled' })
  const conversation = converse()
  // Hangs up at once: a reader may never ask for the next chunk, and an open conversation keeps the process alive.
  const hangUp = (): void => conversation.end()
  signal.addEventListener('abort', hangUp)
  try {
    for (;;) {
      const next = await conversation.next()
      if (signal.aborted) throw fileFailure({ type: 'Cancelled' })
      if (!next.ok) throw fileFailure(next.error)
      const reply = next.value
      if (reply.type === 'done') return
      if (reply.type === 'failed') throw fileFailure(reply.error)
      if (reply.type !== 'chunk') throw new Error(`a reader does not expect "${reply.type}"`)
      yield reply.bytes
      if (!signal.aborted) conversation.post({ type: 'more' })
    }
  } finally {
    signal.removeEventListener('abort', hangUp)
    conversation.end()
  }
}
