/** Backups: made, by themselves, checked; and the export of everything. */
import { BackupList } from './backup-list.tsx'
import { BackupNow } from './backup-now.tsx'
import { ExportEverything } from './export-everything.tsx'
import { useBackupList, useBackupStatus } from './use-backups.ts'

export const BackupsSection = () => {
  const status = useBackupStatus()
  const backups = useBackupList()
  if (status === undefined || backups === undefined) return null
  return (
    <>
      <BackupNow status={status} />
      <BackupList backups={backups} />
      <ExportEverything />
    </>
  )
}
