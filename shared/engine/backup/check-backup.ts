/** Reads a whole backup and says what it holds; without an account too. */
import type { BackupCheck } from '#api/backups.ts'
import type { EngineError } from '#api/errors.ts'
import { ok, type Result } from '#domain/result.ts'
import type { JobControl } from '../jobs/job-board.ts'
import type { BackupWorker } from './create-backup-worker.ts'
import { nextOf } from './make-backup.ts'
import { openBackupFile, type OpenBackupOptions } from './open-backup-file.ts'

export const checkBackup = async (
  { worker, ...file }: OpenBackupOptions & { readonly worker: BackupWorker },
  control: JobControl,
): Promise<Result<BackupCheck, EngineError>> => {
  const opened = await openBackupFile(file)
  if (!opened.ok) return opened
  const { copy, check, close } = opened.value
  const conversation = worker.converse({ type: 'verify', path: file.path, key: copy.key })
  const cancel = (): void => conversation.cancel()
  control.signal.addEventListener('abort', cancel, { once: true })
  if (control.signal.aborted) cancel()
  try {
    const done = await nextOf(conversation, 'done', { ...control, total: 0 })
    return done.ok ? ok(check) : done
  } finally {
    control.signal.removeEventListener('abort', cancel)
    conversation.end()
    close()
  }
}
