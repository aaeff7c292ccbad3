/**
 * The evidence bytes of one tenant, as the engine sees them. All work is done by the files worker on a file of its own,
 * so edits in the tenant file never wait for it. Metadata rows are the caller's, written after `add` has answered.
 */
import { err, type Result } from '#domain/result.ts'
import type { Clock } from '../ports.ts'
import type { FilesConversation, FilesWorker } from './create-files-worker.ts'
import type { FileError } from './file-errors.ts'
import type {
  AddedFile,
  FilesAnswers,
  FilesProgress,
  FilesRequest,
  StoredFile,
  StoreSize,
  SweepReport,
  VerifyReport,
} from './files-protocol.ts'
import { followConversation } from './follow-conversation.ts'
import { pumpSource } from './pump-source.ts'
import { readFromWorker } from './read-from-worker.ts'

export type FileStoreOptions = {
  /** Made with the first file that is added. */
  readonly siblingPath: string
  /** 32 random bytes, this file's own. Copied; the copy is wiped when the store is closed. */
  readonly key: Uint8Array
  readonly clock: Clock
  readonly worker: FilesWorker
}

/** Bytes from anywhere, or a file that the worker reads itself (faster, and refused when it changes meanwhile). */
export type FileSource = AsyncIterable<Uint8Array> | { readonly path: string }

export type TaskOptions = {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: FilesProgress) => void) | undefined
}

export type SweepOptions = {
  /** How long a file without metadata is left alone. Long enough for an `add` to be answered and its row written. */
  readonly graceMs?: number
  readonly signal?: AbortSignal | undefined
}

export type FileStore = {
  /** In constant memory, whatever the size. Cancelled or failed, nothing of it stays. */
  add(source: FileSource, options?: TaskOptions): Promise<Result<AddedFile, FileError>>
  /** Verified chunk by chunk. The iteration throws a `FileFailure`. */
  read(sha256: string, signal?: AbortSignal): AsyncGenerator<Uint8Array, void, undefined>
  /** The target has its name only once the whole file is there and right; a file of that name is replaced. */
  copyOut(sha256: string, target: string, options?: TaskOptions): Promise<Result<StoredFile, FileError>>
  has(sha256: string): Promise<Result<boolean, FileError>>
  /** Ordered by hash. */
  list(): Promise<Result<readonly StoredFile[], FileError>>
  size(): Promise<Result<StoreSize, FileError>>
  /** Reads everything. */
  verify(options?: TaskOptions): Promise<Result<VerifyReport, FileError>>
  /** At once, without a grace: the caller has deleted the metadata row before. Overwritten when it answers. */
  remove(sha256: string): Promise<Result<StoredFile, FileError>>
  /** `known`: the hashes that have metadata. Removes what is unfinished or orphaned, and says what is missing. */
  sweep(known: ReadonlySet<string>, options?: SweepOptions): Promise<Result<SweepReport, FileError>>
  /** Cancels what is under way. The store cannot be used afterwards. */
  close(): Promise<void>
}

export const defaultSweepGraceMs = 3_600_000

export const createFileStore = ({ siblingPath, key: givenKey, clock, worker }: FileStoreOptions): FileStore => {
  worker.claim(siblingPath)
  const key = Uint8Array.from(givenKey)
  const closing = new AbortController()

  const signalOf = (signal: AbortSignal | undefined): AbortSignal => {
    if (closing.signal.aborted) throw new Error('the file store is closed')
    return signal === undefined ? closing.signal : AbortSignal.any([closing.signal, signal])
  }
  const converse = (request: FilesRequest): FilesConversation =>
    worker.converse({ sibling: { path: siblingPath, key }, request })

  const follow = async <Type extends keyof FilesAnswers>(
    request: FilesRequest & { readonly type: Type },
    { signal, onProgress, source }: FollowedTask,
  ): Promise<Result<FilesAnswers[Type], FileError>> => {
    if (signal.aborted) return err({ type: 'Cancelled' })
    const conversation = converse(request)
    const pump = source === undefined ? undefined : pumpSource(source, conversation.post)
    try {
      const answered = await followConversation(conversation, { signal, onProgress, onWant: pump?.want })
      return answered as Result<FilesAnswers[Type], FileError>
    } finally {
      pump?.stop()
    }
  }

  const ask = async <Type extends keyof FilesAnswers>(
    request: FilesRequest & { readonly type: Type },
    options: TaskOptions = {},
  ): Promise<Result<FilesAnswers[Type], FileError>> =>
    follow<Type>(request, { ...options, signal: signalOf(options.signal) })

  return {
    add: async (source, { signal: given, onProgress } = {}) => {
      const signal = signalOf(given)
      const entered = await worker.adds.enter(signal)
      if (!entered.ok) return entered
      try {
        const path = Symbol.asyncIterator in source ? undefined : source.path
        const pieces = Symbol.asyncIterator in source ? source : undefined
        return await follow({ type: 'add', now: clock.now(), path }, { signal, onProgress, source: pieces })
      } finally {
        entered.value()
      }
    },
    read: (sha256, signal) => readFromWorker(() => converse({ type: 'read', sha256 }), signalOf(signal)),
    copyOut: (sha256, target, options) => ask({ type: 'copyOut', sha256, target }, options),
    has: (sha256) => ask({ type: 'has', sha256 }),
    list: () => ask({ type: 'list' }),
    size: () => ask({ type: 'size' }),
    verify: (options) => ask({ type: 'verify' }, options),
    remove: (sha256) => ask({ type: 'remove', sha256 }),
    sweep: (known, { graceMs = defaultSweepGraceMs, signal } = {}) =>
      ask({ type: 'sweep', known, addedBefore: clock.now() - graceMs }, { signal }),
    close: async () => {
      if (closing.signal.aborted) return
      closing.abort()
      if (worker.isRunning()) {
        await follow({ type: 'close' }, { signal: new AbortController().signal })
      } else {
        await worker.end()
      }
      worker.release(siblingPath)
      key.fill(0)
    },
  }
}

type FollowedTask = TaskOptions & {
  readonly signal: AbortSignal
  readonly source?: AsyncIterable<Uint8Array> | undefined
}
