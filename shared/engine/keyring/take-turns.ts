/** Runs the changes of one keyring one after the other, and none after it was locked. */
import { type Result, err } from '#domain/result.ts'

export type Turns = {
  take<Value, Failure>(
    work: () => Promise<Result<Value, Failure>>,
  ): Promise<Result<Value, Failure | { readonly type: 'KeyringLocked' }>>
  /** Refuses from now on, and waits for what is under way. */
  close(): Promise<void>
  isClosed(): boolean
}

export const createTurns = (): Turns => {
  let last: Promise<unknown> = Promise.resolve()
  let isClosed = false
  return {
    take: (work) => {
      if (isClosed) return Promise.resolve(err({ type: 'KeyringLocked' }))
      const result = last.then(work)
      // A bug thrown in one turn reaches its caller; the next turn must still come.
      last = result.catch(() => undefined)
      return result
    },
    close: async () => {
      isClosed = true
      await last
    },
    isClosed: () => isClosed,
  }
}
