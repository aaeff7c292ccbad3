/** A page without screens: it hands the product's own connection to the tests. */
import { connectToEngine, rememberAccount } from '#renderer/rpc/connection.ts'
import { getUntypedClient } from '@trpc/client'

export type FixturePage = {
  /** Every phase of the connection so far. */
  readonly phases: readonly string[]
  /** Both wait for an open connection. */
  query(path: string, input?: unknown): Promise<unknown>
  mutate(path: string, input?: unknown): Promise<unknown>
  readonly rememberAccount: typeof rememberAccount
}

const connection = connectToEngine()
const phases: string[] = [connection.getState().phase]
connection.subscribe(({ phase }) => phases.push(phase))

const openClient = () =>
  new Promise<ReturnType<typeof getUntypedClient>>((resolve) => {
    const tell = (): void => {
      const state = connection.getState()
      if (state.phase !== 'open') return
      unsubscribe()
      resolve(getUntypedClient(state.rpc))
    }
    const unsubscribe = connection.subscribe(tell)
    tell()
  })

const fixture: FixturePage = {
  phases,
  query: async (path, input) => (await openClient()).query(path, input),
  mutate: async (path, input) => (await openClient()).mutation(path, input),
  rememberAccount,
}
Object.assign(globalThis, { fixture })
