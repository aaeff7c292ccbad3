/** The evidence siblings of an account's tenants: one store per tenant that is in use, its metadata in the tenant file. */
import type { EngineError } from '#api/errors.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { evidenceKeyName } from '../data-dir/data-dir-paths.ts'
import type { FilesWorker } from '../files/create-files-worker.ts'
import { findFile, forgetUnusedFiles, insertFile, listFiles, type FileMetadata } from '../files/file-metadata.ts'
import { createFileStore, defaultSweepGraceMs, type FileStore, type TaskOptions } from '../files/file-store.ts'
import { fileFailure, type FileError } from '../files/file-errors.ts'
import type { AccountParts } from './account-parts.ts'
import { keyringFailure } from './keyring-failure.ts'
import type { TenantHandles } from './tenant-handles.ts'

export type EvidenceStores = {
  /** Stores the bytes of a stream or of the file at a path, then its metadata. A content that is there already is stored once. */
  add(
    tenantId: string,
    source: string | AsyncIterable<Uint8Array>,
    options?: TaskOptions & { readonly mediaType?: string },
  ): Promise<Result<FileMetadata, EngineError | FileError>>
  copyOut(tenantId: string, sha256: string, target: string): Promise<Result<void, EngineError | FileError>>
  /** Verified chunk by chunk. The iteration throws a `FileFailure`. */
  read(tenantId: string, sha256: string, signal: AbortSignal): AsyncGenerator<Uint8Array, void, undefined>
  list(tenantId: string): Result<readonly FileMetadata[], EngineError>
  /** What is wrong with a tenant's evidence, in words with hashes only; sweeps what nothing refers to. */
  examine(tenantId: string, signal: AbortSignal): Promise<readonly string[]>
  /** Closes one tenant's store, before its file goes or another takes its place. */
  release(tenantId: string): Promise<void>
  close(): Promise<void>
}

export const createEvidenceStores = (
  parts: AccountParts,
  handles: TenantHandles,
  worker: FilesWorker,
): EvidenceStores => {
  const stores = new Map<string, FileStore>()

  const findStore = (tenantId: string): FileStore | undefined => {
    const known = stores.get(tenantId)
    if (known !== undefined) return known
    const [key] = parts.keyring.keysOf(evidenceKeyName(tenantId))
    if (key === undefined) return undefined
    const store = createFileStore({
      siblingPath: parts.paths.evidence(tenantId),
      key,
      clock: parts.ports.clock,
      worker,
    })
    stores.set(tenantId, store)
    return store
  }
  const makeStore = async (tenantId: string): Promise<Result<FileStore, EngineError>> => {
    const added = await parts.keyring.addKeys([evidenceKeyName(tenantId)])
    if (!added.ok) return err(keyringFailure(added.error))
    const store = findStore(tenantId)
    return store === undefined ? err({ type: 'FileKeyMissing' }) : ok(store)
  }
  return {
    async add(tenantId, source, { mediaType, ...options } = {}) {
      const store = await makeStore(tenantId)
      if (!store.ok) return store
      const added = await store.value.add(typeof source === 'string' ? { path: source } : source, options)
      if (!added.ok) return added
      const handle = handles.get(tenantId)
      if (!handle.ok) return handle
      const { sha256, size, chunks } = added.value
      const addedAt = new Date(parts.ports.clock.now()).toISOString()
      const metadata = { sha256, size, chunks, mediaType: mediaType ?? null, addedAt }
      insertFile(handle.value.log.database, metadata)
      return ok(findFile(handle.value.log.database, sha256) ?? metadata)
    },
    async copyOut(tenantId, sha256, target) {
      const copied = await findStore(tenantId)?.copyOut(sha256, target)
      if (copied === undefined) return err({ type: 'FileNotFound', sha256 })
      return copied.ok ? ok(undefined) : copied
    },
    async *read(tenantId, sha256, signal) {
      const store = findStore(tenantId)
      if (store === undefined) throw fileFailure({ type: 'FileNotFound', sha256 })
      yield* store.read(sha256, signal)
    },
    list(tenantId) {
      const handle = handles.get(tenantId)
      return handle.ok ? ok(listFiles(handle.value.log.database)) : handle
    },
    async examine(tenantId, signal) {
      const handle = handles.get(tenantId)
      if (!handle.ok) return []
      const { database } = handle.value.log
      const unusedSince = new Date(parts.ports.clock.now() - defaultSweepGraceMs).toISOString()
      forgetUnusedFiles(database, unusedSince)
      const known = new Set(listFiles(database).map(({ sha256 }) => sha256))
      const store = findStore(tenantId)
      if (store === undefined) return [...known].map((sha256) => `${sha256} has no evidence file`)
      const swept = await store.sweep(known, { signal })
      const verified = await store.verify({ signal })
      return [
        ...(swept.ok ? swept.value.missing.map((sha256) => `${sha256} is missing`) : [swept.error.type]),
        ...(verified.ok
          ? verified.value.failures.map(({ sha256, detail }) => `${sha256}: ${detail}`)
          : [verified.error.type]),
      ]
    },
    async release(tenantId) {
      const store = stores.get(tenantId)
      stores.delete(tenantId)
      await store?.close()
    },
    async close() {
      await Promise.all([...stores.values()].map((store) => store.close()))
      stores.clear()
    },
  }
}
