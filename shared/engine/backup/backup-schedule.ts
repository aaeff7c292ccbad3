/**
 * Backups by themselves: at the start when one is overdue, then whenever one is due while the app is open. Older ones
 * of the schedule go after the next good one, and never the only good one.
 */
import { rm } from 'node:fs/promises'
import { closeSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import type { BackupSchedule } from '#api/backups.ts'
import type { EngineError } from '#api/errors.ts'
import type { Result } from '#domain/result.ts'
import type { Clock } from '../ports.ts'
import { isFolder } from './make-backup.ts'
import type { BackupRecords, BackupRow } from './backup-records.ts'
import { readHeader } from './read-sealed.ts'

export type BackupScheduler = {
  /** Looks whether one is due, now, and makes it; the same look for everybody who asks meanwhile. */
  look(): Promise<void>
  stop(): void
}

export type SchedulerOptions = {
  readonly records: BackupRecords
  readonly clock: Clock
  readonly accountId: string
  /** Makes one as a job and waits for its end. */
  readonly run: (schedule: BackupSchedule) => Promise<Result<BackupRow, EngineError>>
  readonly onChange: () => void
}

/** Milliseconds. The first look leaves the start of the app alone. */
const firstLook = 20_000
const lookEvery = 60_000
const retryAfter = 15 * 60_000
const intervals = { daily: 24 * 3_600_000, weekly: 7 * 24 * 3_600_000 } as const

export const createBackupScheduler = (options: SchedulerOptions): BackupScheduler => {
  const { records, clock } = options
  let looking: Promise<void> | undefined
  let isStopped = false
  let timer = setTimeout(() => void tick(), firstLook)
  timer.unref()

  const tick = async (): Promise<void> => {
    await look()
    if (isStopped) return
    timer = setTimeout(() => void tick(), lookEvery)
    timer.unref()
  }
  const look = async (): Promise<void> => {
    looking ??= lookOnce().finally(() => (looking = undefined))
    return looking
  }
  const lookOnce = async (): Promise<void> => {
    const schedule = records.schedule()
    if (schedule === null || isStopped || !isDue(schedule, records, clock.now())) return
    await makeDueBackup(schedule, options)
  }
  return {
    look,
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}

/** A clock that was turned back makes nothing due for years: a backup from the future counts as none. */
const isDue = ({ folder, every }: BackupSchedule, records: BackupRecords, now: number): boolean => {
  const failure = records.failure()
  const sinceFailure = failure === null ? Infinity : now - Date.parse(failure.at)
  if (sinceFailure >= 0 && sinceFailure < retryAfter) return false
  const last = records.list().find(({ path, scheduled }) => scheduled && dirname(path) === folder)
  const sinceLast = last === undefined ? Infinity : now - Date.parse(last.at)
  return sinceLast < 0 || sinceLast >= intervals[every]
}

const makeDueBackup = async (schedule: BackupSchedule, options: SchedulerOptions): Promise<void> => {
  const { records, clock, run, onChange } = options
  const made = await run(schedule)
  if (made.ok) {
    records.setFailure(null)
    await removeOld(schedule, made.value, options)
  } else if (made.error.type !== 'Cancelled' && made.error.type !== 'FilesBusy') {
    records.setFailure({ at: new Date(clock.now()).toISOString(), error: made.error })
  }
  onChange()
}

/** Not after a backup with clients in trouble: an older one may be the last that holds them whole. */
const removeOld = async (schedule: BackupSchedule, newest: BackupRow, { records, accountId }: SchedulerOptions) => {
  if (newest.troubled > 0 || !(await isFolder(schedule.folder))) return
  const ofSchedule = records.list().filter(({ path, scheduled }) => scheduled && dirname(path) === schedule.folder)
  for (const { id, path, at } of ofSchedule.slice(schedule.keep)) {
    const found = id === newest.id ? 'other' : lookAt(path, accountId, at)
    // Somebody else's file under this name stays, and so does one that cannot be read or removed now.
    if (found === 'gone' || (found === 'ours' && (await isRemoved(path)))) records.remove(id)
  }
}

const isRemoved = async (path: string): Promise<boolean> => {
  try {
    await rm(path, { force: true })
    return true
  } catch {
    return false // tried again after the next backup
  }
}

const lookAt = (path: string, accountId: string, at: string): 'ours' | 'gone' | 'other' => {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'gone' : 'other'
  }
  try {
    const header = readHeader(file)
    const isOurs = header.ok && header.value.header.accountId === accountId && header.value.header.at === at
    return isOurs ? 'ours' : 'other'
  } finally {
    closeSync(file)
  }
}
