/** All English texts, by feature. */
import { appTexts } from '../app/app-texts.ts'
import { backupsTexts } from '../features/backups/backups-texts.ts'
import { clientTexts } from '../features/client/client-texts.ts'
import { commandTexts } from '../commands/command-texts.ts'
import { clientsTexts } from '../features/clients/clients-texts.ts'
import { dashboardTexts } from '../features/dashboard/dashboard-texts.ts'
import { errorTexts } from './error-texts.ts'
import { firstRunTexts } from '../features/first-run/first-run-texts.ts'
import { importsTexts } from '../features/imports/imports-texts.ts'
import { folderTexts } from '../features/folder/folder-texts.ts'
import { jobsTexts } from '../features/jobs/jobs-texts.ts'
import { notesTexts } from '../features/notes/notes-texts.ts'
import { leavingTexts } from '../features/leaving/leaving-texts.ts'
import { restoreTexts } from '../features/restore/restore-texts.ts'
import { settingsTexts } from '../features/settings/settings-texts.ts'
import { unlockTexts } from '../features/unlock/unlock-texts.ts'

export const english = {
  app: appTexts,
  backups: backupsTexts,
  client: clientTexts,
  clients: clientsTexts,
  commands: commandTexts,
  dashboard: dashboardTexts,
  errors: errorTexts,
  firstRun: firstRunTexts,
  folder: folderTexts,
  restore: restoreTexts,
  imports: importsTexts,
  jobs: jobsTexts,
  notes: notesTexts,
  leaving: leavingTexts,
  settings: settingsTexts,
  unlock: unlockTexts,
} as const
