/** Listens to the files worker until it has answered one request. */
import { err, ok, type Result } from '#domain/result.ts'
import type { FilesConversation } from './create-files-worker.ts'
import type { FileError } from './file-errors.ts'
import type { FilesAnswers, FilesProgress } from './files-protocol.ts'

export type FollowOptions = {
  readonly signal: AbortSignal
  readonly onProgress?: ((progress: FilesProgress) => void) | undefined
  readonly onWant?: (() => void) | undefined
}

/** Cancelling is passed on and the worker's answer awaited: it comes when what was written is taken out again. */
export const followConversation = async (
  conversation: FilesConversation,
  { signal, onProgress, onWant }: FollowOptions,
): Promise<Result<FilesAnswers[keyof FilesAnswers], FileError>> => {
  const cancel = (): void => conversation.cancel()
  signal.addEventListener('abort', cancel)
  try {
    for (;;) {
      const next = await conversation.next()
      if (!next.ok) return next
      const reply = next.value
      switch (reply.type) {
        case 'done':
          return ok(reply.answer)
        case 'failed':
          return err(reply.error)
        case 'progress':
          onProgress?.(reply.progress)
          break
        case 'want':
          onWant?.()
          break
        case 'chunk':
          throw new Error('only a reader expects chunks')
      }
    }
  } finally {
    signal.removeEventListener('abort', cancel)
    conversation.end()
  }
}
