/** Long work with progress, cancel and a result. Jobs live as long as the engine; finished ones are kept for a look. */
import type { AccountJobs } from '#api/engine.ts'
import type { EngineError } from '#api/errors.ts'
import type { Job, JobKind, JobRef } from '#api/jobs.ts'
import { err, type Result } from '#domain/result.ts'
import type { Clock, Random } from '../ports.ts'
import { storageFailure } from '../sqlite/storage-failure.ts'

export type JobControl = {
  readonly signal: AbortSignal
  report(done: number, total: number): void
}

export type JobWork = (control: JobControl, jobId: string) => Promise<Result<unknown, EngineError>>

export type JobBoard = AccountJobs & {
  start(kind: JobKind, work: JobWork): JobRef
  /** Cancels what runs and waits for it to end. */
  close(): Promise<void>
}

export type JobBoardOptions = {
  readonly clock: Clock
  readonly random: Random
  readonly onChange: (jobId: string) => void
}

type RunningJob = {
  job: Job
  readonly controller: AbortController
  ended: Promise<void>
  readonly watchers: Set<() => void>
}

const keptJobs = 50

export const createJobBoard = ({ clock, random, onChange }: JobBoardOptions): JobBoard => {
  const jobs = new Map<string, RunningJob>()
  const now = (): string => new Date(clock.now()).toISOString()

  const update = (running: RunningJob, change: Partial<Job>): void => {
    running.job = { ...running.job, ...change }
    for (const wake of running.watchers) wake()
    onChange(running.job.id)
  }
  const run = async (running: RunningJob, work: JobWork): Promise<void> => {
    const { controller } = running
    const report = (done: number, total: number): void => update(running, { done, total })
    const outcome = await attempt(() => work({ signal: controller.signal, report }, running.job.id))
    const endedAt = now()
    if (outcome.ok) update(running, { state: 'done', result: outcome.value, endedAt })
    else
      update(running, {
        state: outcome.error.type === 'Cancelled' ? 'cancelled' : 'failed',
        error: outcome.error,
        endedAt,
      })
  }
  const forgetOldest = (): void => {
    const ended = [...jobs.values()].filter(({ job }) => job.state !== 'running')
    for (const { job } of ended.slice(0, Math.max(0, ended.length - keptJobs))) jobs.delete(job.id)
  }
  return {
    start(kind, work) {
      const job: Job = {
        id: random.id(),
        kind,
        state: 'running',
        done: 0,
        total: 0,
        startedAt: now(),
        endedAt: null,
        result: null,
        error: null,
      }
      const running: RunningJob = {
        job,
        controller: new AbortController(),
        ended: Promise.resolve(),
        watchers: new Set(),
      }
      forgetOldest()
      jobs.set(job.id, running)
      running.ended = run(running, work)
      return { jobId: job.id }
    },
    list: () => [...jobs.values()].map(({ job }) => job),
    find: (jobId) => jobs.get(jobId)?.job,
    cancel(jobId) {
      const running = jobs.get(jobId)
      if (running?.job.state !== 'running') return false
      running.controller.abort()
      return true
    },
    async *watch(jobId, signal) {
      const running = jobs.get(jobId)
      if (running === undefined) return
      let wake = (): void => undefined
      const notify = (): void => wake()
      running.watchers.add(notify)
      signal?.addEventListener('abort', notify)
      try {
        let seen: Job | undefined
        while (signal?.aborted !== true) {
          if (seen !== running.job) {
            seen = running.job
            yield seen
          } else if (seen.state === 'running') {
            await new Promise<void>((resolve) => (wake = resolve))
          } else {
            return
          }
        }
      } finally {
        running.watchers.delete(notify)
      }
    },
    async close() {
      for (const { controller } of jobs.values()) controller.abort()
      await Promise.all([...jobs.values()].map(({ ended }) => ended))
    },
  }
}

/** Whatever a job throws, at once or later, is its failure and nobody else's. */
const attempt = async (work: () => Promise<Result<unknown, EngineError>>): Promise<Result<unknown, EngineError>> => {
  try {
    return await work()
  } catch (error) {
    return err(storageFailure(error))
  }
}
