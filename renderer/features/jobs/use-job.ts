/** Follows one job to its end. */
import { useEffect, useState } from 'react'
import type { Job } from '#api/jobs.ts'
import { isRpcError, type RpcError } from '#api/rpc/rpc-error.ts'
import { useConnection } from '#renderer/rpc/rpc-context.tsx'
import { followJob } from './followed-jobs.ts'

export type FollowedJob = { readonly job?: Job | undefined; readonly error?: RpcError | undefined }

/** A connection that was lost and came back is asked for the job again. */
export const useJob = (jobId: string | undefined): FollowedJob => {
  const connection = useConnection()
  const [followed, setFollowed] = useState<FollowedJob & { readonly of?: string }>({})
  // Whoever shows a job to its end needs no toast about it.
  useEffect(() => (jobId === undefined ? undefined : followJob(jobId)), [jobId])
  useEffect(() => {
    if (jobId === undefined || connection.phase !== 'open') return
    const { unsubscribe } = connection.rpc.jobs.watch.subscribe(
      { jobId },
      {
        onData: (job) => setFollowed({ of: jobId, job: { ...job, result: job.result ?? null } }),
        onError: (error) => {
          if (isRpcError(error) && error.tag !== 'ConnectionClosed') setFollowed({ of: jobId, error })
        },
      },
    )
    return unsubscribe
  }, [jobId, connection])
  return followed.of === jobId ? followed : {}
}
