/** What the page shows, asked from the engine in one place. */
import type { Account, Engine } from '#api/engine.ts'
import type { ClientRow } from '#domain/projection/client-row.ts'

export type Health = {
  readonly state: 'noPractice' | 'locked' | 'open'
  /** Of the open account. */
  readonly accountId: string | undefined
  readonly practice: string | undefined
  readonly version: string
  readonly dataDir: string
}

export type ClientList = {
  readonly items: readonly Pick<ClientRow, 'id' | 'name' | 'status' | 'industry' | 'attention'>[]
  readonly total: number
}

export type PageSource = {
  health(): Promise<Health>
  /** By name; empty while no account is open. */
  listClients(page: { readonly offset: number; readonly limit: number }): Promise<ClientList>
}

/** Shows the first account that is open. */
export const enginePageSource = (engine: Engine): PageSource => ({
  health: async () => {
    const accounts = await engine.listAccounts()
    const account = await findOpenAccount(engine)
    const closedState = accounts.length === 0 ? 'noPractice' : 'locked'
    return {
      state: account === undefined ? closedState : 'open',
      accountId: account?.id,
      practice: account?.practice().name ?? undefined,
      version: engine.version,
      dataDir: engine.dataDir,
    }
  },
  listClients: async ({ offset, limit }) => {
    const account = await findOpenAccount(engine)
    if (account === undefined) return { items: [], total: 0 }
    return account.clients.list({ offset, limit, sort: [{ by: 'name', direction: 'asc' }] })
  },
})

const findOpenAccount = async (engine: Engine): Promise<Account | undefined> => {
  const open = (await engine.listAccounts()).find(({ state }) => state === 'open')
  return open && engine.findAccount(open.id)
}
