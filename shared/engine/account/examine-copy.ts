/** Opens a restored account beside the one that is in use, lets the doctor look at all of it, and closes it again. */
import { err, type Result } from '#domain/result.ts'
import type { DoctorReport } from '#api/engine.ts'
import type { EngineError } from '#api/errors.ts'
import { createBackupWorker } from '../backup/create-backup-worker.ts'
import { createCompactor } from '../compaction/compact-document.ts'
import { accountPaths } from '../data-dir/data-dir-paths.ts'
import { examineAccount } from '../doctor/examine-account.ts'
import { createFilesWorker } from '../files/create-files-worker.ts'
import { openKeyring } from '../keyring/open-keyring.ts'
import type { EnginePorts } from '../ports.ts'
import { keyringFailure } from './keyring-failure.ts'
import { openAccount, type ExamineCopy } from './open-account.ts'

/** With workers of its own: those of the engine know the files of the account by their names. */
export const createExamineCopy = ({
  ports,
  version,
}: {
  readonly ports: EnginePorts
  readonly version: string
}): ExamineCopy => {
  const examineCopy: ExamineCopy = async ({ dataDir, accountId, secret }, control) => {
    const { random } = ports
    const { folder } = accountPaths(dataDir, accountId)
    const keyring = await openKeyring({ folder, accountId, unlockWith: secret, random })
    if (!keyring.ok) return err(keyringFailure(keyring.error))
    const workers = { files: createFilesWorker(), compactor: createCompactor(), backups: createBackupWorker() }
    const emit = (): void => undefined
    const opened = await openAccount({ dataDir, keyring: keyring.value, ports, emit, workers, version, examineCopy })
    if (!opened.ok) {
      await keyring.value.lock()
      return opened
    }
    let report: Result<DoctorReport, EngineError>
    try {
      report = await examineAccount(opened.value, control)
    } finally {
      await opened.value.close()
      await Promise.all([workers.files.end(), workers.compactor.end(), workers.backups.end()])
    }
    return report
  }
  return examineCopy
}
