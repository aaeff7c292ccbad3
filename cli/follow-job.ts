/** Watches a job of the engine to its end, shows how far it is, and cancels it when whoever called wants to stop. */
import type { Job, JobRef } from '#api/jobs.ts'
import type { EngineClient } from '#api/rpc/engine-client.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { engineFailure, failed, thrownFailure, type CliError } from './cli-error.ts'
import type { Host } from './host.ts'
import { createProgress } from './print-progress.ts'

export type FollowedJob = JobRef & {
  /** "Importing clients", beside the progress. */
  readonly label: string
  /** What cancelling leaves behind, for the one line that says so. */
  readonly afterCancel: string
  readonly inPercent?: boolean
}

/** The job's result, which has the shape that its kind promises. */
export const followJob = async <Value>(
  client: EngineClient,
  { stderr, signal }: Pick<Host, 'stderr' | 'signal'>,
  { jobId, label, afterCancel, inPercent }: FollowedJob,
): Promise<Result<Value, CliError>> => {
  const progress = createProgress(stderr, label, { inPercent })
  const cancel = (): void => void client.jobs.cancel.mutate({ jobId }).catch(() => undefined) // the watch tells
  if (signal.aborted) cancel()
  signal.addEventListener('abort', cancel, { once: true })
  try {
    const job = await watchJob(client, jobId, ({ done, total }) => progress.show(done, total))
    if (job.state === 'done') return ok(job.result as Value)
    if (job.state === 'cancelled') return err(failed('Cancelled.', afterCancel))
    return err(job.error === null ? failed('The work ended without a result.') : engineFailure(job.error))
  } catch (error) {
    return err(thrownFailure(error))
  } finally {
    signal.removeEventListener('abort', cancel)
    progress.end()
  }
}

/** The job as it ended. */
const watchJob = (client: EngineClient, jobId: string, onChange: (job: Job) => void): Promise<Job> =>
  new Promise((resolve, reject) => {
    let last: Job | undefined
    client.jobs.watch.subscribe(
      { jobId },
      {
        onData: (job) => {
          last = job as Job
          onChange(last)
        },
        onError: reject,
        onComplete: () => (last === undefined ? reject(new Error('a job that says nothing')) : resolve(last)),
      },
    )
  })
