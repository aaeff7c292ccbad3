/** Follows one job to its end. */
import { useEffect, useState } from 'react'
import type { Job } from '#api/jobs.ts'
import { isRpcError, type RpcError } from '#api/rpc/rpc-error.ts'
import { useConnection } from '../../rpc/rpc-context.tsx'

export type FollowedJob = { readonly job: Job | undefined; readonly error: RpcError | undefined }

/** A connection that was lost and came back is asked for the job again. */
export const useJob = (jobId: string | undefined): FollowedJob => {
  const connection = useConnection()
  const [followed, setFollowed] = useState<FollowedJob>({ job: undefined, error: undefined })
  useEffect(() => {
    setFollowed({ job: undefined, error: undefined })
  }, [jobId])
  useEffect(() => {
    if (jobId === undefined || connection.phase !== 'open') return
    const { unsubscribe } = connection.rpc.jobs.watch.subscribe(
      { jobId },
      {
        onData: (job) => setFollowed({ job: { ...job, result: job.result ?? null }, error: undefined }),
        onError: (error) => {
          if (isRpcError(error) && error.tag !== 'ConnectionClosed') setFollowed(({ job }) => ({ job, error }))
        },
      },
    )
    return unsubscribe
  }, [jobId, connection])
  return followed
}
