/** The evidence files of one client, out of an export into its sibling. Each must have the hash that is its name. */
import type { EngineError } from '#api/errors.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { accountPaths, evidenceKeyName } from '../data-dir/data-dir-paths.ts'
import type { FilesWorker } from '../files/create-files-worker.ts'
import { createFileStore, type FileStore } from '../files/file-store.ts'
import type { Keyring } from '../keyring/keyring.ts'
import type { EnginePorts } from '../ports.ts'
import { syncPath } from '../tenant/create-tenant-file.ts'
import { clientFolder, filePath, fileSchema, filesPath } from './export-layout.ts'
import { ArchiveFailure, type OpenArchive } from './open-archive.ts'
import { readLines } from './read-lines.ts'

export type EvidenceSource = {
  readonly dataDir: string
  readonly archive: OpenArchive
  readonly keyring: Keyring
  readonly ports: EnginePorts
  readonly files: FilesWorker
}

export const importEvidence = async (
  { dataDir, archive, keyring, ports, files }: EvidenceSource,
  clientId: string,
  signal: AbortSignal,
): Promise<Result<void, EngineError>> => {
  const folder = clientFolder(clientId)
  if (!archive.has(filesPath(folder))) return ok(undefined)
  const [key] = keyring.keysOf(evidenceKeyName(clientId))
  if (key === undefined) return err({ type: 'FileKeyMissing' })
  const siblingPath = accountPaths(dataDir, archive.manifest.account).evidence(clientId)
  const store = createFileStore({ siblingPath, key, clock: ports.clock, worker: files })
  try {
    for await (const { sha256 } of readLines(archive, filesPath(folder), fileSchema)) {
      const added = await addFile(store, archive.read(filePath(folder, sha256)), { sha256, signal })
      if (!added.ok) return added
    }
  } finally {
    await store.close()
  }
  await syncPath(siblingPath, 'r+')
  return ok(undefined)
}

const addFile = async (
  store: FileStore,
  bytes: AsyncGenerator<Buffer>,
  { sha256, signal }: { readonly sha256: string; readonly signal: AbortSignal },
): Promise<Result<void, EngineError>> => {
  const added = await store.add(bytes, { signal })
  if (added.ok) {
    if (added.value.sha256 !== sha256) throw new ArchiveFailure(`the file ${sha256} was changed`)
    return ok(undefined)
  }
  if (added.error.type === 'Cancelled' || added.error.type === 'DiskFull') return err(added.error)
  if (added.error.type === 'SourceUnreadable') return err({ type: 'ExportDamaged', detail: added.error.detail })
  return err({ type: 'StorageFailed', code: added.error.type, detail: 'evidence could not be stored' })
}
