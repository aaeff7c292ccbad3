/** The backups of an unlocked account: made, listed, scheduled, checked, and one client put back out of them. */
import { access } from 'node:fs/promises'
import type { AccountBackups, Backup, BackupTarget } from '#api/backups.ts'
import type { EngineError } from '#api/errors.ts'
import type { JobKind, JobRef } from '#api/jobs.ts'
import { can } from '#domain/permissions/can.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { AccountParts } from '../account/account-parts.ts'
import type { JobBoard, JobControl } from '../jobs/job-board.ts'
import { createBackupRecords, type BackupRecords, type BackupRow } from './backup-records.ts'
import { createBackupScheduler, type BackupScheduler } from './backup-schedule.ts'
import { drillBackup, type DrillOptions } from './drill-backup.ts'
import type { FilesGate } from './files-gate.ts'
import { isFolder, makeBackup, planTarget } from './make-backup.ts'
import { planClientRestore, type RestoreClientOptions } from './restore-client.ts'
import { checkBackup } from './check-backup.ts'

export type AccountBackupsOptions = RestoreClientOptions & {
  readonly parts: AccountParts
  readonly jobs: JobBoard
  readonly gate: FilesGate
  readonly version: string
  readonly dataDir: string
  readonly examine: DrillOptions['examine']
}

export type BackupsOfAccount = { readonly api: AccountBackups; readonly scheduler: BackupScheduler }

export const createAccountBackups = (options: AccountBackupsOptions): BackupsOfAccount => {
  const { parts, jobs, gate, worker, dataDir } = options
  const records = createBackupRecords(parts.portfolio)
  const changed = (): void => parts.emit({ type: 'practiceChanged', accountId: parts.accountId })
  const refused = (): EngineError | undefined =>
    can(parts.actor().role, { action: 'keys.manage' })
      ? undefined
      : { type: 'NotPermitted', role: parts.actor().role, what: 'keys.manage' }
  /** A job that holds the gate while it runs. */
  const startGated = (
    kind: JobKind,
    work: (control: JobControl) => Promise<Result<unknown, EngineError>>,
  ): Result<JobRef, EngineError> => {
    const leave = gate.enter()
    if (leave === undefined) return err({ type: 'FilesBusy' })
    return ok(jobs.start(kind, (control) => work(control).finally(leave)))
  }
  const startBackup = async (target: BackupTarget, scheduled: boolean): Promise<Result<JobRef, EngineError>> => {
    const planned = await planTarget(parts, target)
    if (!planned.ok) return planned
    return startGated('backup', (control) =>
      makeAndKeep({ ...options, records }, { ...planned.value, scheduled }, control),
    )
  }
  const scheduler = createBackupScheduler({
    records,
    clock: parts.ports.clock,
    accountId: parts.accountId,
    onChange: changed,
    run: async ({ folder }) => {
      const started = (await isFolder(folder))
        ? await startBackup({ path: folder }, true)
        : err({ type: 'BackupTargetFailed', path: folder, trouble: 'missing' } as const)
      return started.ok ? endOf(jobs, started.value.jobId) : started
    },
  })
  const api: AccountBackups = {
    list: () => withPresence(records.list()),
    holding: (clientId) => withPresence(records.holding(clientId)),
    status: () => statusOf(records),
    async setSchedule(schedule) {
      const refusal = refused()
      if (refusal !== undefined) return err(refusal)
      const usable =
        schedule === null ? ok(undefined) : await planTarget(parts, { path: schedule.folder, replace: true })
      if (!usable.ok) return usable
      if (schedule !== null && !(await isFolder(schedule.folder)))
        return err({ type: 'BackupTargetFailed', path: schedule.folder, trouble: 'missing' })
      records.setSchedule(schedule)
      records.setFailure(null)
      changed()
      void scheduler.look()
      return ok(statusOf(records))
    },
    start: async (target) => startBackup(target, false),
    startVerify: ({ path, secret }) =>
      jobs.start('verifyBackup', (control) => checkBackup({ path, secret, keyring: parts.keyring, worker }, control)),
    startDrill: ({ path, secret }) =>
      jobs.start('restoreDrill', (control) =>
        drillBackup(
          { dataDir, id: parts.ports.random.id(), path, secret, worker, ports: parts.ports, examine: options.examine },
          control,
        ),
      ),
    async startClientRestore(order) {
      const { actor } = parts
      if (!can(actor().role, { action: 'client.add' }))
        return err({ type: 'NotPermitted', role: actor().role, what: 'client.add' })
      const leave = gate.enter()
      if (leave === undefined) return err({ type: 'FilesBusy' })
      const planned = await planClientRestore(options, order)
      if (!planned.ok) {
        leave()
        return planned
      }
      return ok(jobs.start('restoreClient', (control) => planned.value.work(control).finally(leave)))
    },
  }
  return { api, scheduler }
}

type Plan = { readonly path: string; readonly replace: boolean; readonly scheduled: boolean }

const makeAndKeep = async (
  { parts, worker, version, records }: AccountBackupsOptions & { readonly records: BackupRecords },
  { scheduled, ...plan }: Plan,
  control: JobControl,
): Promise<Result<Backup, EngineError>> => {
  const made = await makeBackup({ parts, worker }, { ...plan, version }, control)
  if (!made.ok) return made
  const row = records.add(parts.ports.random.id(), made.value, scheduled)
  parts.emit({ type: 'practiceChanged', accountId: parts.accountId })
  return ok({ ...row, isThere: true })
}

const endOf = async (jobs: JobBoard, jobId: string): Promise<Result<BackupRow, EngineError>> => {
  let last = jobs.find(jobId)
  for await (const job of jobs.watch(jobId)) last = job
  return last?.state === 'done' ? ok(last.result as BackupRow) : err(last?.error ?? { type: 'Cancelled' })
}

const statusOf = (records: BackupRecords) => {
  const [newest] = records.list()
  const last = newest === undefined ? null : { at: newest.at, path: newest.path, bytes: newest.bytes }
  return { schedule: records.schedule(), last, failure: records.failure() }
}

const withPresence = (rows: readonly BackupRow[]): Promise<readonly Backup[]> =>
  Promise.all(
    rows.map(async (row) => ({
      ...row,
      isThere: await access(row.path).then(
        () => true,
        () => false,
      ),
    })),
  )
