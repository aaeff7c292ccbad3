/** Follows a job to its end and gives its result, for work whose end the caller tells: no notice of its own tells it again. */
import { describeError, type EngineError } from '#api/errors.ts'
import { followJob as tellEndHere } from '#renderer/features/jobs/followed-jobs.ts'
import type { Rpc } from '#renderer/rpc/connection.ts'

export const followJob = <Value>(rpc: Rpc, jobId: string): Promise<Value> =>
  new Promise((resolve, reject) => {
    // For good: the list of jobs may hear of the end later than this.
    tellEndHere(jobId)
    const { unsubscribe } = rpc.jobs.watch.subscribe(
      { jobId },
      {
        onData: (job) => {
          if (job.state === 'running') return
          unsubscribe()
          if (job.state === 'done') resolve(job.result as Value)
          else reject(new Error(wordsOf(job.error ?? { type: 'Cancelled' })))
        },
        onError: reject,
      },
    )
  })

const wordsOf = (error: EngineError): string => {
  const { message, safe, action } = describeError(error)
  return [message, safe, action].filter(Boolean).join(' ')
}
