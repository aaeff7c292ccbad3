/** Follows long work that is no job of an account, as a stream: shows how far it is, and stops it when whoever called wants to. */
import type { WorkProgress } from '#api/stream-work.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { failed, thrownFailure, type CliError } from './cli-error.ts'
import type { Host } from './host.ts'
import { createProgress } from './print-progress.ts'

export type FollowedWork = {
  readonly label: string
  readonly inPercent?: boolean | undefined
  readonly afterCancel: string
}

type Handlers<Value> = {
  onData(progress: { readonly done: number; readonly total: number; readonly result?: Value | null }): void
  onError(error: unknown): void
  onComplete(): void
}

export const followWork = <Value>(
  subscribe: (handlers: Handlers<Value>) => { unsubscribe(): void },
  { stderr, signal }: Pick<Host, 'stderr' | 'signal'>,
  { label, inPercent, afterCancel }: FollowedWork,
): Promise<Result<Value, CliError>> => {
  const progress = createProgress(stderr, label, { inPercent })
  const { promise, resolve } = Promise.withResolvers<Result<Value, CliError>>()
  let result: WorkProgress<Value>['result'] = null
  const { unsubscribe } = subscribe({
    onData: (step) => {
      progress.show(step.done, step.total)
      result = step.result ?? result
    },
    onError: (error) => resolve(err(thrownFailure(error))),
    onComplete: () => resolve(result === null ? err(failed('The work ended without a result.')) : ok(result)),
  })
  const cancel = (): void => {
    unsubscribe()
    resolve(err(failed('Cancelled.', afterCancel)))
  }
  signal.addEventListener('abort', cancel, { once: true })
  if (signal.aborted) cancel()
  return promise.finally(() => {
    signal.removeEventListener('abort', cancel)
    progress.end()
  })
}
