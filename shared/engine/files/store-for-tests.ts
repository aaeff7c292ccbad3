/** File stores in a temporary folder, and ways to look into their siblings from outside. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Result } from '#domain/result.ts'
import { openEncryptedDatabase, type EncryptedDatabase } from '../sqlite/open-encrypted-database.ts'
import { createFilesWorker, type FilesWorker } from './create-files-worker.ts'
import { isFileFailure } from './file-errors.ts'
import { createFileStore, type FileStore } from './file-store.ts'

export type StoreUnderTest = {
  readonly folder: string
  readonly siblingPath: string
  readonly key: Uint8Array
  readonly worker: FilesWorker
  readonly clock: { now(): number; time: number }
  readonly store: FileStore
  /** Closes the store and opens another on the same sibling. */
  reopen(key?: Uint8Array): Promise<FileStore>
  /** Opens the sibling beside the worker. */
  lookInside<Value>(look: (sibling: EncryptedDatabase) => Value): Value
  dispose(): Promise<void>
}

export const createStoreUnderTest = (worker: FilesWorker = createFilesWorker()): StoreUnderTest => {
  const folder = mkdtempSync(join(tmpdir(), 'file-store-'))
  const siblingPath = join(folder, 'tenant.files.sqlite')
  const key = randomBytes(32)
  const clock = { time: 1_700_000_000_000, now: () => clock.time }
  const createStore = (ownKey: Uint8Array): FileStore => createFileStore({ siblingPath, key: ownKey, clock, worker })
  let store = createStore(key)
  return {
    folder,
    siblingPath,
    key,
    worker,
    clock,
    get store() {
      return store
    },
    reopen: async (otherKey = key) => {
      await store.close()
      store = createStore(otherKey)
      return store
    },
    lookInside: (look) => {
      const sibling = openEncryptedDatabase({ path: siblingPath, key, mustExist: true })
      try {
        return look(sibling)
      } finally {
        sibling.close()
      }
    },
    dispose: async () => {
      await store.close()
      await worker.end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const countRows = (sibling: EncryptedDatabase): { readonly blobs: number; readonly chunks: number } => ({
  blobs: sibling.prepare<[], number>('SELECT count(*) FROM blob').pluck().get() ?? -1,
  chunks: sibling.prepare<[], number>('SELECT count(*) FROM chunk').pluck().get() ?? -1,
})

export const expectOk = <Value>(result: Result<Value, unknown>): Value => {
  if (!result.ok) throw new Error(`expected a value, got ${JSON.stringify(result.error)}`)
  return result.value
}

export async function* streamOf(...pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces
}

/** What was handed out, and the failure if there was one. */
export const collect = async (
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ readonly bytes: Buffer; readonly failure: unknown }> => {
  const taken: Uint8Array[] = []
  try {
    for await (const chunk of chunks) taken.push(chunk)
  } catch (error) {
    return { bytes: Buffer.concat(taken), failure: isFileFailure(error) ? error.failure : error }
  }
  return { bytes: Buffer.concat(taken), failure: undefined }
}
