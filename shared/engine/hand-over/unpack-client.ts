/**
 * Takes the files of a client out of a sealed one, to where nobody looks yet: written, held against the manifest, brought to
 * this version, given keys of this device, and checked. Whatever is wrong, the caller removes what is there.
 */
import { open } from 'node:fs/promises'
import { err, ok, type Result } from '#domain/result.ts'
import { filesMigrations } from '../files/open-sibling.ts'
import { migrateDatabase, type Migration } from '../sqlite/migrations.ts'
import { openEncryptedDatabase, rekeyDatabase, type EncryptedDatabase } from '../sqlite/open-encrypted-database.ts'
import { tenantMigrations } from '../tenant/tenant-migrations.ts'
import { findEvidenceProblem, findTenantProblem, referredFiles, type CopyControl } from './check-copies.ts'
import type { CarriedFile } from './hand-over-manifest.ts'
import { copyEvidence } from './copy-evidence.ts'
import type { HandOverFailure, UnpackTask } from './hand-over-messages.ts'
import { openHandOver, type OpenedHandOver } from './open-hand-over.ts'
import type { TaskControl } from './pack-client.ts'
import { readCarried } from './read-carried.ts'

type Done = Result<void, HandOverFailure>

/** Throws what SQLite and node:fs throw. */
export const unpackClient = async (task: UnpackTask, control: TaskControl): Promise<Done> => {
  const opened = await openHandOver(task.path, { frameKey: Buffer.from(task.frameKey) })
  if (!opened.ok) return opened
  try {
    const { tenant, evidence } = opened.value.manifest
    const progress = createProgress(tenant.size + 3 * (evidence?.size ?? 0), control)
    const written = await writeFiles(task, opened.value, progress)
    return written.ok ? await settleFiles(task, opened.value, progress) : written
  } finally {
    await opened.value.handle.close()
  }
}

const createProgress = (total: number, { signal, report }: TaskControl): CopyControl => {
  let done = 0
  return {
    signal,
    onProgress: (bytes) => {
      done = Math.min(done + bytes, total)
      report(done, total)
    },
  }
}

const writeFiles = async (
  task: UnpackTask,
  { manifest, reader }: OpenedHandOver,
  progress: CopyControl,
): Promise<Done> => {
  if (manifest.tenantId !== task.tenantId || (manifest.evidence === null) !== (task.evidence === undefined))
    return err({ type: 'HandOverDamaged', detail: 'it was exchanged while it was read' })
  const tenant = await writeCarried(manifest.tenant, task.tenant.path, { reader, progress })
  if (!tenant.ok) return tenant
  if (manifest.evidence !== null && task.evidence !== undefined) {
    const evidence = await writeCarried(manifest.evidence, task.carriedEvidence, { reader, progress })
    if (!evidence.ok) return evidence
  }
  return reader.isAtEnd() ? ok(undefined) : err({ type: 'HandOverDamaged', detail: 'it does not end where it should' })
}

type From = { readonly reader: OpenedHandOver['reader']; readonly progress: CopyControl }

const writeCarried = async (carried: CarriedFile, path: string, { reader, progress }: From): Promise<Done> => {
  const handle = await open(path, 'w', 0o600)
  try {
    return await readCarried(reader, carried, { ...progress, onPiece: (bytes) => handle.writeFile(bytes) })
  } finally {
    await handle.close()
  }
}

const settleFiles = async (task: UnpackTask, { manifest }: OpenedHandOver, progress: CopyControl): Promise<Done> => {
  const tenant = openCarried(manifest.tenant, task.tenant.path)
  try {
    const migrated = bringToThisVersion(tenant, tenantMigrations)
    if (!migrated.ok) return migrated
    const problem = findTenantProblem(tenant, task.tenantId)
    if (problem !== undefined) return err({ type: 'HandOverDamaged', detail: problem })
    const referred = referredFiles(tenant)
    const evidence = await settleEvidence(task, { carried: manifest.evidence, referred, progress })
    if (!evidence.ok) return evidence
    rekeyDatabase(tenant, task.tenant.key)
    return ok(undefined)
  } finally {
    tenant.close()
  }
}

type CarriedEvidence = {
  readonly carried: CarriedFile | null
  readonly referred: readonly string[]
  readonly progress: CopyControl
}

const settleEvidence = async (task: UnpackTask, { carried, referred, progress }: CarriedEvidence): Promise<Done> => {
  if (carried === null || task.evidence === undefined) {
    return referred.length === 0 ? ok(undefined) : err({ type: 'HandOverDamaged', detail: 'its evidence is missing' })
  }
  const database = openCarried(carried, task.carriedEvidence)
  try {
    const migrated = bringToThisVersion(database, filesMigrations)
    if (!migrated.ok) return migrated
    const problem = await findEvidenceProblem(database, referred, progress)
    if (progress.signal.aborted) return err({ type: 'Cancelled' })
    if (problem !== undefined) return err({ type: 'HandOverDamaged', detail: problem })
    return await copyEvidence(database, task.evidence, progress)
  } finally {
    database.close()
  }
}

/**
 * Without a journal: nobody knows of the file yet.
 * `trusted_schema` off, because somebody else made the schema.
 */
const openCarried = ({ key }: CarriedFile, path: string): EncryptedDatabase => {
  const database = openEncryptedDatabase({ path, key: Buffer.from(key, 'base64url'), mustExist: true, bulk: true })
  database.pragma('trusted_schema = OFF')
  database.pragma('journal_mode = OFF')
  return database
}

const bringToThisVersion = (database: EncryptedDatabase, migrations: readonly Migration[]): Done => {
  if ((database.pragma('user_version', { simple: true }) as number) === 0)
    return err({ type: 'HandOverDamaged', detail: 'a file in it is empty' })
  return migrateDatabase(database, migrations)
}
