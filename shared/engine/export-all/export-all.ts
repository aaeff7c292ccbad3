/** The whole account as a zip file of open formats, made while the app works on. Not encrypted: that is its purpose. */
import { rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { ExportedAll } from '#api/export-all.ts'
import type { EngineError } from '#api/errors.ts'
import { practiceEntities, tenantEntities } from '#domain/entities/entity-registry.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { AccountParts } from '../account/account-parts.ts'
import type { EvidenceStores } from '../account/evidence-stores.ts'
import { targetFailed } from '../backup/backup-errors.ts'
import { portfolioKeyName, tenantKeyName } from '../data-dir/data-dir-paths.ts'
import type { JobControl } from '../jobs/job-board.ts'
import { storageFailure } from '../sqlite/storage-failure.ts'
import { syncFolder } from '../tenant/create-tenant-file.ts'
import {
  clientFolder,
  exportFormat,
  exportVersion,
  filePath,
  manifestPath,
  practiceFolder,
  readme,
  readmePath,
  schemas,
  type ExportManifest,
  type ListedFile,
} from './export-layout.ts'
import { openSpace, type SpaceSnapshot } from './export-space.ts'
import { createArchive, type Archive } from './write-archive.ts'

export type ExportAllOptions = {
  readonly parts: AccountParts
  readonly evidence: EvidenceStores
  readonly version: string
  readonly path: string
}

export const exportAll = async (
  options: ExportAllOptions,
  control: JobControl,
): Promise<Result<ExportedAll, EngineError>> => {
  const { path } = options
  const temporary = `${path}.unfinished`
  let archive: Archive | undefined
  try {
    await rm(temporary, { force: true })
    archive = createArchive(temporary)
    const manifest = await fillArchive(options, archive, control)
    if (!manifest.ok) return await drop(archive, temporary, manifest)
    await archive.finish()
    await rename(temporary, path)
    await syncFolder(dirname(path))
    const { clients, leftOut, files } = manifest.value
    const { size } = await stat(path)
    return ok({ path, at: manifest.value.at, clients: clients.length, files: files.length, bytes: size, leftOut })
  } catch (error) {
    return drop(archive, temporary, err(error instanceof SourceFailure ? error.error : targetFailed(path, error)))
  }
}

/** What went wrong on the side of the account. */
class SourceFailure extends Error {
  readonly error: EngineError
  constructor(error: EngineError) {
    super(error.type)
    this.error = error
  }
}

const drop = async <Failure extends Result<never, EngineError>>(
  archive: Archive | undefined,
  temporary: string,
  failure: Failure,
): Promise<Failure> => {
  archive?.drop()
  await rm(temporary, { force: true }).catch(() => undefined) // a disk that refuses this too says nothing new
  return failure
}

const fillArchive = async (
  { parts, evidence, version }: ExportAllOptions,
  archive: Archive,
  { signal, report }: JobControl,
): Promise<Result<ExportManifest, EngineError>> => {
  const files: ListedFile[] = []
  const add: Archive['add'] = async (...entry) => {
    const listed = await archive.add(...entry)
    files.push(listed)
    return listed
  }
  await add(readmePath, [Buffer.from(readme)])
  for (const [name, schema] of schemas()) {
    await add(`schemas/${name}.schema.json`, [Buffer.from(`${JSON.stringify(schema, undefined, 2)}\n`)])
  }
  const tenants = parts.tenants.listTenants()
  const practice = openPractice(parts)
  await addSpace(practice, add)
  const leftOut: string[] = []
  for (const [index, { id }] of tenants.entries()) {
    if (signal.aborted) return err({ type: 'Cancelled' })
    const space = openClient(parts, id)
    if (space === undefined) leftOut.push(id)
    else {
      await addSpace(space, add)
      for (const { sha256 } of space.files) {
        if (signal.aborted) return err({ type: 'Cancelled' })
        await add(filePath(clientFolder(id), sha256), readEvidence(evidence, { id, sha256, signal }), true)
      }
    }
    report(index + 1, tenants.length)
  }
  const manifest: ExportManifest = {
    format: exportFormat,
    version: exportVersion,
    app: version,
    at: new Date(parts.ports.clock.now()).toISOString(),
    account: parts.accountId,
    member: parts.actor().memberId,
    clients: tenants.map(({ id }) => id).filter((id) => !leftOut.includes(id)),
    leftOut,
    files,
  }
  await archive.add(manifestPath, [Buffer.from(JSON.stringify(manifest))])
  return ok(manifest)
}

const openPractice = ({ keyring, paths }: AccountParts): SpaceSnapshot => {
  const [key = new Uint8Array()] = keyring.keysOf(portfolioKeyName)
  const entities = practiceEntities
  return openSpace({ path: paths.portfolio, key, entities, folder: practiceFolder, hasFiles: false })
}

/** A file that does not open holds up nobody: it is left out and named. */
const openClient = ({ keyring, paths }: AccountParts, id: string): SpaceSnapshot | undefined => {
  const [key] = keyring.keysOf(tenantKeyName(id))
  if (key === undefined) return undefined
  try {
    return openSpace({
      path: paths.tenant(id),
      key,
      entities: tenantEntities,
      folder: clientFolder(id),
      hasFiles: true,
    })
  } catch (error) {
    const failure = storageFailure(error)
    if (failure.type === 'FileDamaged' || failure.type === 'FileMissing') return undefined
    throw new SourceFailure(failure)
  }
}

const addSpace = async (space: SpaceSnapshot, add: Archive['add']): Promise<void> => {
  try {
    for (const { path, pieces } of space.parts) await add(path, pieces)
  } finally {
    space.close()
  }
}

type Wanted = { readonly id: string; readonly sha256: string; readonly signal: AbortSignal }

async function* readEvidence(evidence: EvidenceStores, { id, sha256, signal }: Wanted): AsyncGenerator<Uint8Array> {
  try {
    yield* evidence.read(id, sha256, signal)
  } catch (error) {
    throw new SourceFailure(
      error instanceof Error && 'code' in error
        ? storageFailure(error)
        : { type: 'FileDamaged', detail: String(error) },
    )
  }
}
