/** Sends a list of clients to the engine and follows the work to its report. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportReport } from '#api/engine.ts'
import type { EngineError } from '#api/errors.ts'
import type { RpcError } from '#api/rpc/rpc-error.ts'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'
import { useJob } from './use-job.ts'

export type ImportState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running'; readonly done: number; readonly total: number }
  | { readonly phase: 'cancelled' }
  | { readonly phase: 'unreadable' }
  /** The call or the following of the job was refused. */
  | { readonly phase: 'refused'; readonly error: RpcError }
  | { readonly phase: 'failed'; readonly error: EngineError }
  | { readonly phase: 'done'; readonly report: ImportReport }

export type ClientImport = {
  readonly state: ImportState
  start(file: File): void
  cancel(): void
  /** Forgets how the last one ended. */
  reset(): void
}

export const useClientImport = (): ClientImport => {
  const rpc = useRpc()
  const [jobId, setJobId] = useState<string>()
  const [isUnreadable, setUnreadable] = useState(false)
  const { job, error } = useJob(jobId)
  const starting = useMutation<
    { readonly jobId: string },
    RpcError,
    { readonly fileName: string; readonly bytes: Uint8Array<ArrayBuffer> }
  >({
    mutationFn: (file) => rpc.clients.import.mutate(file),
    onSuccess: (started) => setJobId(started.jobId),
  })
  const reset = (): void => {
    setJobId(undefined)
    setUnreadable(false)
    starting.reset()
  }
  const read = async (file: File): Promise<void> => {
    reset()
    const bytes = await file.arrayBuffer().then(
      (buffer) => new Uint8Array(buffer),
      () => undefined,
    )
    if (bytes === undefined) setUnreadable(true)
    else starting.mutate({ fileName: file.name, bytes })
  }
  const state = (): ImportState => {
    if (isUnreadable) return { phase: 'unreadable' }
    const refusal = starting.error ?? error
    if (refusal !== undefined && refusal !== null) return { phase: 'refused', error: refusal }
    if (job === undefined) return starting.isIdle ? { phase: 'idle' } : { phase: 'running', done: 0, total: 0 }
    if (job.state === 'running') return { phase: 'running', done: job.done, total: job.total }
    if (job.state === 'cancelled') return { phase: 'cancelled' }
    if (job.state === 'done') return { phase: 'done', report: job.result as ImportReport }
    return { phase: 'failed', error: job.error ?? { type: 'Cancelled' } }
  }
  return {
    state: state(),
    start: (file) => void read(file),
    cancel: () => void (jobId === undefined ? undefined : rpc.jobs.cancel.mutate({ jobId }).catch(() => undefined)),
    reset,
  }
}
