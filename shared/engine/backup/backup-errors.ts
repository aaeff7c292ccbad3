/** What making and reading a backup can meet inside the worker. The words are in shared/api/errors/backup-errors.ts. */
import type { TargetTrouble } from '#api/errors/backup-errors.ts'

export type BackupDamaged = { readonly type: 'BackupDamaged'; readonly detail: string }
export type BackupTargetFailed = {
  readonly type: 'BackupTargetFailed'
  readonly path: string
  readonly trouble: TargetTrouble
}
export type BackupUnreadable = { readonly type: 'BackupUnreadable'; readonly path: string; readonly code: string }
export type BackupFileError =
  | BackupDamaged
  | BackupTargetFailed
  | BackupUnreadable
  | { readonly type: 'NotABackup' }
  | { readonly type: 'NewerBackup'; readonly version: number }

/** Anything without a code of the system is a bug, and is thrown on. */
export const targetFailed = (path: string, error: unknown): BackupTargetFailed => ({
  type: 'BackupTargetFailed',
  path,
  trouble: troubles[systemCode(error)] ?? 'failed',
})

export const unreadable = (path: string, error: unknown): BackupUnreadable => ({
  type: 'BackupUnreadable',
  path,
  code: systemCode(error),
})

const systemCode = (error: unknown): string => {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  throw error
}

const troubles: Readonly<Record<string, TargetTrouble>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'tooLarge',
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EACCES: 'notAllowed',
  EPERM: 'notAllowed',
  EROFS: 'notAllowed',
}
