/** Long work: progress, cancel and a result, instead of a call that blocks. */
import type { EngineError } from './errors.ts'

export type JobKind =
  | 'importClients'
  | 'changeClients'
  | 'undoChanges'
  | 'sample'
  | 'doctor'
  | 'rotateKeys'
  | 'applyBands'
  | 'fillSearch'
  | 'handOver'
  | 'takeOver'
  | 'backup'
  | 'verifyBackup'
  | 'restoreDrill'
  | 'restoreClient'
  | 'exportAll'
  | 'addEvidence'
  | 'saveEvidence'
  | 'reviewEvidence'

export type Job = {
  readonly id: string
  readonly kind: JobKind
  readonly state: 'running' | 'done' | 'failed' | 'cancelled'
  readonly done: number
  /** 0 while unknown. */
  readonly total: number
  readonly startedAt: string
  readonly endedAt: string | null
  /** What the kind promises: ImportReport, DoctorReport, … Null until done. */
  readonly result: unknown
  readonly error: EngineError | null
}

export type JobRef = { readonly jobId: string }
