/** The restore drill: the whole account into a folder of its own, opened, examined by the doctor, and removed again. */
import { rmSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { BackupSecret, DrillReport } from '#api/backups.ts'
import type { DoctorReport } from '#api/engine.ts'
import type { EngineError } from '#api/errors.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { JobControl } from '../jobs/job-board.ts'
import type { EnginePorts } from '../ports.ts'
import { storageFailure } from '../sqlite/storage-failure.ts'
import type { BackupWorker } from './create-backup-worker.ts'
import { openBackupFile } from './open-backup-file.ts'
import { restoreAccount } from './restore-account.ts'

const drillPrefix = 'drill-'

export type DrillOptions = {
  readonly dataDir: string
  readonly id: string
  readonly path: string
  readonly secret: BackupSecret
  readonly worker: BackupWorker
  readonly ports: EnginePorts
  /** Opens the account of that folder, lets the doctor look at all of it, and closes it. */
  readonly examine: (
    place: { readonly dataDir: string; readonly accountId: string; readonly secret: BackupSecret },
    control: JobControl,
  ) => Promise<Result<DoctorReport, EngineError>>
}

export const drillBackup = async (
  { dataDir, id, path, secret, worker, ports, examine }: DrillOptions,
  control: JobControl,
): Promise<Result<DrillReport, EngineError>> => {
  const folder = join(dataDir, `${drillPrefix}${id}`)
  try {
    const restored = await restoreAccount({ dataDir: folder, path, secret, worker, ports }, control)
    if (!restored.ok) return restored
    const { accountId, at, clients, troubled } = restored.value
    const doctor = await examine({ dataDir: folder, accountId, secret }, control)
    if (!doctor.ok) return doctor
    const opened = await openBackupFile({ path, secret })
    if (!opened.ok) return opened
    const { bytes } = opened.value.check
    opened.value.close()
    return ok({ path, accountId, at, clients, bytes, troubled: troubled.length, doctor: doctor.value })
  } catch (error) {
    return err(storageFailure(error))
  } finally {
    await rm(folder, { recursive: true, force: true }).catch(() => undefined) // else the next start removes it
  }
}

/** The caller holds the data folder's lock: no drill is under way. */
export const removeDrills = (dataDir: string): void => {
  for (const name of readdirSync(dataDir)) {
    if (name.startsWith(drillPrefix)) rmSync(join(dataDir, name), { recursive: true, force: true })
  }
}
