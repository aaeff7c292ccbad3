/** Follows a job to its end and gives its result, for work whose end is told in passing. */
import { describeError, type EngineError } from '#api/errors.ts'
import type { Rpc } from '#renderer/rpc/connection.ts'

export const followJob = <Value>(rpc: Rpc, jobId: string): Promise<Value> =>
  new Promise((resolve, reject) => {
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
