/** Backups of an account, as their callers see them. */
import type { Result } from '#domain/result.ts'
import type { DoctorReport } from './engine.ts'
import type { EngineError } from './errors.ts'
import type { JobRef } from './jobs.ts'

export type AccountBackups = {
  /** Those that this device made and knows of, newest first. */
  list(): Promise<readonly Backup[]>
  /** Those of them that still hold this client, newest first: what a deleted client can come back from. */
  holding(clientId: string): Promise<readonly Backup[]>
  status(): BackupStatus
  /** Null ends it. Refused when the folder cannot be written. */
  setSchedule(schedule: BackupSchedule | null): Promise<Result<BackupStatus, EngineError>>
  /** Into a folder, under a name of its own, or into a file. Result: `Backup`. */
  start(target: BackupTarget): Promise<Result<JobRef, EngineError>>
  /** Reads every byte of it. Without a secret the account's own keys are tried. Result: `BackupCheck`. */
  startVerify(file: BackupFile): JobRef
  /** Restores into a folder of its own, lets the doctor look at it and removes it again. Result: `DrillReport`. */
  startDrill(file: BackupFile & { readonly secret: BackupSecret }): JobRef
  /** Puts one client's file back. Result: `ClientRestored`. */
  startClientRestore(order: ClientRestore): Promise<Result<JobRef, EngineError>>
}

export type BackupTarget = { readonly path: string; readonly replace?: boolean | undefined }
export type BackupSecret = { readonly passphrase: string } | { readonly recoveryKey: string }
export type BackupFile = { readonly path: string; readonly secret?: BackupSecret | undefined }

export type Backup = {
  readonly id: string
  readonly path: string
  readonly at: string
  readonly bytes: number
  readonly clients: number
  /** Clients whose file was damaged or missing when it was made. */
  readonly troubled: number
  readonly scheduled: boolean
  /** False when the file is not at its place, which may be a disk that is not connected. */
  readonly isThere: boolean
}

export const backupIntervals = ['daily', 'weekly'] as const
export type BackupSchedule = {
  readonly folder: string
  readonly every: (typeof backupIntervals)[number]
  /** How many scheduled ones stay; older ones are removed after the next good one. */
  readonly keep: number
}

export type BackupStatus = {
  readonly schedule: BackupSchedule | null
  /** The newest that came to its end and was read again. */
  readonly last: { readonly at: string; readonly path: string; readonly bytes: number } | null
  /** Of the schedule: the last try that failed, as long as no later one succeeded. */
  readonly failure: { readonly at: string; readonly error: EngineError } | null
}

export type BackupCheck = {
  readonly path: string
  readonly accountId: string
  readonly at: string
  readonly bytes: number
  readonly clients: number
  readonly troubled: number
}

export type DrillReport = BackupCheck & { readonly doctor: DoctorReport }

export type ClientRestore = BackupFile & {
  /** An id, or a name that only one client of the account or of the backup has. */
  readonly client: string
  /** Also where the present file is in order: it is kept beside. */
  readonly replace?: boolean | undefined
  /** Also where the client was deleted for good. */
  readonly revive?: boolean | undefined
}
export type ClientRestored = {
  readonly clientId: string
  readonly name: string
  /** Of the backup that it came from. */
  readonly at: string
  /** Where the file that was replaced lies now. */
  readonly kept: string | null
}

export type AccountRestored = {
  readonly accountId: string
  readonly at: string
  readonly clients: number
  readonly troubled: readonly string[]
}
