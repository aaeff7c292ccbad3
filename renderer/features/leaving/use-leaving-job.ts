/** Starts a job and follows it to its end: how far it is, what came of it, why it failed. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { describeError } from '#api/errors.ts'
import type { JobRef } from '#api/jobs.ts'
import { isRpcError } from '#api/rpc/rpc-error.ts'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'
import { useJob } from '../jobs/use-job.ts'

export type JobFailure = {
  readonly tag: string
  readonly message: string
  readonly safe?: string | undefined
  readonly action?: string | undefined
}

export const useLeavingJob = <Input, Value>(start: (input: Input) => Promise<JobRef>) => {
  const rpc = useRpc()
  const [jobId, setJobId] = useState<string>()
  const starting = useMutation({ mutationFn: start, onSuccess: (job) => setJobId(job.jobId) })
  const { job, error } = useJob(jobId)
  const isEnded = job !== undefined && job.state !== 'running'
  const failure = failureOf(starting.error ?? error) ?? failureOf(job?.error ?? null)
  return {
    start: (input: Input): void => {
      setJobId(undefined)
      starting.mutate(input)
    },
    cancel: (): void => {
      if (jobId !== undefined) void rpc.jobs.cancel.mutate({ jobId }).catch(() => undefined) // the watch tells
    },
    isBusy: starting.isPending || (jobId !== undefined && !isEnded && error === undefined),
    isRunning: jobId !== undefined && !isEnded && error === undefined,
    done: job?.done ?? 0,
    total: job?.total ?? 0,
    result: job?.state === 'done' ? (job.result as Value) : undefined,
    failure: job?.state === 'cancelled' ? undefined : failure,
  }
}

const failureOf = (error: unknown): JobFailure | undefined => {
  if (error === null || error === undefined) return undefined
  if (isRpcError(error)) return { tag: error.tag, message: error.message, safe: error.safe, action: error.action }
  if (error instanceof Error) return { tag: error.name, message: error.message }
  const failed = error as Parameters<typeof describeError>[0]
  return { tag: failed.type, ...describeError(failed) }
}
