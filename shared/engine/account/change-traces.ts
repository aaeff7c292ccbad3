/** What bulk changes and imports of this session did, so that each can be undone as one step. In memory. */
import type { KnownHead } from '../log/open-log.ts'
import type { EditRef } from '../log/undo-edit.ts'

export type ChangeTrace = {
  /** New clients, each with the head of its file when it was made. */
  readonly created: readonly { readonly clientId: string; readonly head: KnownHead }[]
  readonly edited: readonly { readonly clientId: string; readonly ref: EditRef }[]
}

export type ChangeTraces = {
  add(jobId: string, trace: ChangeTrace): void
  /** A trace is taken once: what was undone cannot be undone again. */
  take(jobId: string): ChangeTrace | undefined
}

const mostKept = 20

export const createChangeTraces = (): ChangeTraces => {
  const traces = new Map<string, ChangeTrace>()
  return {
    add(jobId, trace) {
      traces.set(jobId, trace)
      const [oldest] = traces.keys()
      if (traces.size > mostKept && oldest !== undefined) traces.delete(oldest)
    },
    take(jobId) {
      const trace = traces.get(jobId)
      traces.delete(jobId)
      return trace
    },
  }
}
