/**
 * Writes a client's files into one sealed file and reads it again before anybody relies on it. The copies are made by
 * VACUUM INTO, which is the one way to copy an encrypted file that is in use: as of one moment, and still encrypted.
 */
import { createReadStream, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { err, ok, type Result } from '#domain/result.ts'
import { copyDatabase, fileVersion } from '../sqlite/migrations.ts'
import { openEncryptedDatabase, type EncryptedDatabase } from '../sqlite/open-encrypted-database.ts'
import {
  findEvidenceProblem,
  findTenantProblem,
  referredFiles,
  sha256OfFile,
  type CopyControl,
} from './check-copies.ts'
import type { FileAddress, HandOverFailure, Packed, PackTask } from './hand-over-messages.ts'
import { writeManifest, type CarriedFile, type HandOverManifest } from './hand-over-manifest.ts'
import { openHandOver } from './open-hand-over.ts'
import { createSealedWriter } from './sealed-file.ts'
import { readCarried } from './read-carried.ts'

export type TaskControl = {
  readonly signal: AbortSignal
  readonly report: (done: number, total: number) => void
}

/** Throws what SQLite and node:fs throw. */
export const packClient = async (task: PackTask, control: TaskControl): Promise<Result<Packed, HandOverFailure>> => {
  const tenant = copyOf(task.tenant, join(task.staging, 'tenant'))
  const evidence = task.evidence && copyOf(task.evidence, join(task.staging, 'evidence'))
  const copies = evidence === undefined ? [tenant] : [tenant, evidence]
  const progress = createProgress(copies, control)
  const found = await examineCopies(task, { tenant, evidence }, progress)
  if (control.signal.aborted) return err({ type: 'Cancelled' })
  if (!found.ok) return found
  const manifest: HandOverManifest = {
    ...task.manifest,
    ...found.value,
    tenant: await carriedFile(tenant, progress),
    evidence: evidence === undefined ? null : await carriedFile(evidence, progress),
  }
  await writeSealed(task, manifest, { copies, progress })
  if (control.signal.aborted) return err({ type: 'Cancelled' })
  const verified = await verifySealed(task, progress)
  if (control.signal.aborted) return err({ type: 'Cancelled' })
  return verified.ok ? ok({ bytes: statSync(task.part).size, files: manifest.counts.files }) : verified
}

const copyOf = ({ path, key }: FileAddress, copy: string): FileAddress => {
  const database = openEncryptedDatabase({ path, key, mustExist: true })
  try {
    copyDatabase(database, copy)
  } finally {
    database.close()
  }
  return { path: copy, key }
}

/** Every byte is looked at four times: checked, hashed, written, read again. */
const createProgress = (copies: readonly FileAddress[], { signal, report }: TaskControl): CopyControl => {
  const total = 4 * copies.reduce((sum, { path }) => sum + statSync(path).size, 0)
  let done = 0
  return {
    signal,
    onProgress: (bytes) => {
      done = Math.min(done + bytes, total)
      report(done, total)
    },
  }
}

type Copies = { readonly tenant: FileAddress; readonly evidence: FileAddress | undefined }
type Counted = Pick<HandOverManifest, 'counts' | 'schemaVersion'>

const examineCopies = async (
  { manifest }: PackTask,
  { tenant, evidence }: Copies,
  progress: CopyControl,
): Promise<Result<Counted, HandOverFailure>> => {
  const database = openEncryptedDatabase({ ...tenant, readonly: true })
  try {
    const problem = findTenantProblem(database, manifest.tenantId)
    if (problem !== undefined) return err({ type: 'FileDamaged', detail: problem })
    progress.onProgress(statSync(tenant.path).size)
    const referred = referredFiles(database)
    const evidenceProblem = await problemOfEvidence(evidence, referred, progress)
    if (evidenceProblem !== undefined) return err({ type: 'FileDamaged', detail: evidenceProblem })
    return ok({ schemaVersion: fileVersion(database), counts: countsOf(database, referred.length) })
  } finally {
    database.close()
  }
}

const problemOfEvidence = async (
  evidence: FileAddress | undefined,
  referred: readonly string[],
  progress: CopyControl,
): Promise<string | undefined> => {
  if (evidence === undefined) return referred[0] === undefined ? undefined : `the evidence ${referred[0]} is missing`
  const database = openEncryptedDatabase({ ...evidence, readonly: true })
  try {
    return await findEvidenceProblem(database, referred, progress)
  } finally {
    database.close()
  }
}

const countsOf = (database: EncryptedDatabase, files: number): HandOverManifest['counts'] => ({
  activity: database.prepare('SELECT count(*) FROM activity').pluck().get() as number,
  contacts: database.prepare('SELECT count(*) FROM contact WHERE deleted_at IS NULL').pluck().get() as number,
  files,
})

const carriedFile = async ({ path, key }: FileAddress, progress: CopyControl): Promise<CarriedFile> => ({
  size: statSync(path).size,
  sha256: await sha256OfFile(path, progress),
  key: Buffer.from(key).toString('base64url'),
})

type Sources = { readonly copies: readonly FileAddress[]; readonly progress: CopyControl }

const writeSealed = async (task: PackTask, manifest: HandOverManifest, sources: Sources): Promise<void> => {
  const { copies, progress } = sources
  const handle = await open(task.part, 'wx', 0o600)
  try {
    await handle.writeFile(task.header)
    const writer = createSealedWriter(handle, task.frameKey)
    await writeManifest(writer, manifest)
    for (const { path } of copies) {
      for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
        if (progress.signal.aborted) return
        await writer.write(piece as Buffer)
        progress.onProgress((piece as Buffer).length)
      }
    }
    await writer.end()
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** As whoever takes it over will read it. */
const verifySealed = async (task: PackTask, progress: CopyControl): Promise<Result<void, HandOverFailure>> => {
  const opened = await openHandOver(task.part, { frameKey: Buffer.from(task.frameKey) })
  if (!opened.ok) return opened
  const { handle, manifest, reader } = opened.value
  try {
    for (const carried of [manifest.tenant, ...(manifest.evidence === null ? [] : [manifest.evidence])]) {
      const read = await readCarried(reader, carried, { ...progress, onPiece: () => Promise.resolve() })
      if (!read.ok) return read
    }
    return reader.isAtEnd()
      ? ok(undefined)
      : err({ type: 'HandOverDamaged', detail: 'it does not end where it should' })
  } finally {
    await handle.close()
  }
}
