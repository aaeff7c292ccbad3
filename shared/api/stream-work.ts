/** Long work of the engine itself, where no account is open that could have a job: a stream of how far it is, and its end. */
import type { Result } from '#domain/result.ts'
import type { WorkControl } from './engine.ts'
import type { EngineError } from './errors.ts'
import { failure } from './procedure.ts'

export type WorkProgress<Value> = { readonly done: number; readonly total: number; readonly result: Value | null }

/** Whoever stops listening cancels it. Throws the error that it ended with. */
export async function* streamWork<Value>(
  work: (control: WorkControl) => Promise<Result<Value, EngineError>>,
  signal: AbortSignal | undefined,
): AsyncGenerator<WorkProgress<Value>> {
  const controller = new AbortController()
  const cancel = (): void => controller.abort()
  signal?.addEventListener('abort', cancel, { once: true })
  if (signal?.aborted === true) cancel()
  let latest: { readonly done: number; readonly total: number } | undefined
  let wake = (): void => undefined
  let outcome: Result<Value, EngineError> | undefined
  const report = (done: number, total: number): void => {
    latest = { done, total }
    wake()
  }
  const ended = work({ signal: controller.signal, report }).then((result) => {
    outcome = result
    wake()
  })
  try {
    while (outcome === undefined) {
      if (latest !== undefined) {
        const progress = latest
        latest = undefined
        yield { ...progress, result: null }
      } else {
        await Promise.race([ended, new Promise<void>((resolve) => (wake = resolve))])
      }
    }
    if (!outcome.ok) throw failure(outcome.error)
    yield { done: 1, total: 1, result: outcome.value }
  } finally {
    cancel()
    signal?.removeEventListener('abort', cancel)
    await ended
  }
}
