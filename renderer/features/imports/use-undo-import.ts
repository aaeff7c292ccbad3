/** Takes a whole import back, as a job of its own. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { UndoReport } from '#api/client-changes.ts'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'
import { useReportFailure } from '../clients/use-report-failure.ts'
import { useJob } from '../jobs/use-job.ts'

export type UndoImport = {
  readonly isRunning: boolean
  readonly report: UndoReport | undefined
  undo(): void
}

export const useUndoImport = (jobId: string): UndoImport => {
  const rpc = useRpc()
  const [undoId, setUndoId] = useState<string>()
  const { job } = useJob(undoId)
  const starting = useMutation({
    mutationFn: () => rpc.changes.undo.mutate({ jobId }),
    onSuccess: (started) => setUndoId(started.jobId),
    onError: useReportFailure(),
  })
  return {
    isRunning: starting.isPending || (undoId !== undefined && (job === undefined || job.state === 'running')),
    report: job?.state === 'done' ? (job.result as UndoReport) : undefined,
    undo: () => starting.mutate(),
  }
}
