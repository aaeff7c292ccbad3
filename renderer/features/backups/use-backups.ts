/** What is known of backups, and the work on them: each piece as a job that its screen follows. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BackupSchedule } from '#api/backups.ts'
import type { JobRef } from '#api/jobs.ts'
import { describeError } from '#api/errors.ts'
import { isRpcError } from '#api/rpc/rpc-error.ts'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'
import { useJob } from '#renderer/features/jobs/use-job.ts'

export const useBackupStatus = () => {
  const rpc = useRpc()
  return useQuery({ queryKey: ['practice', 'backups', 'status'], queryFn: () => rpc.backups.status.query() }).data
}

export const useBackupList = () => {
  const rpc = useRpc()
  return useQuery({ queryKey: ['practice', 'backups', 'list'], queryFn: () => rpc.backups.list.query() }).data
}

/** The backups of this device that still hold a client. */
export const useBackupsHolding = (clientId: string) => {
  const rpc = useRpc()
  return useQuery({
    queryKey: ['practice', 'backups', 'holding', clientId],
    queryFn: () => rpc.backups.holding.query({ clientId }),
  }).data
}

export const useSetSchedule = () => {
  const rpc = useRpc()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (schedule: BackupSchedule | null) => rpc.backups.setSchedule.mutate({ schedule }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['practice', 'backups'] }),
  })
}

/** Starts a job and follows it. `problem` is why it could not begin or did not end well. */
export const useStartedJob = <Order>(start: (order: Order) => Promise<JobRef>) => {
  const rpc = useRpc()
  const [jobId, setJobId] = useState<string>()
  const { mutate, error, isPending } = useMutation({
    mutationFn: start,
    onSuccess: (started) => setJobId(started.jobId),
    onError: () => setJobId(undefined),
  })
  const { job } = useJob(jobId)
  const failed = job?.state === 'failed' && job.error !== null ? describeError(job.error) : undefined
  return {
    start: mutate,
    isBusy: isPending || job?.state === 'running',
    job,
    /** The tag of what refused to begin. */
    refusal: isRpcError(error) ? error.tag : undefined,
    problem: isRpcError(error) ? wordsOf(error) : failed && wordsOf(failed),
    cancel: () => void (job && rpc.jobs.cancel.mutate({ jobId: job.id })),
  }
}

export const wordsOf = ({
  message,
  safe,
  action,
}: {
  readonly message: string
  readonly safe?: string | undefined
  readonly action?: string | undefined
}): string => [message, safe, action].filter(Boolean).join(' ')
