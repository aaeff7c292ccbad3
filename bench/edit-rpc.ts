/** What one durable edit of one field costs through the RPC. */
import { withAccount, type BenchAccount } from './bench-account.ts'
import { connectInProcess, connectOverSocket, type BenchClient } from './bench-client.ts'
import { compareEdit } from './compare-edit.ts'
import type { Figure } from './figure.ts'
import type { Contestant } from './measure.ts'
import { rawInsert } from './raw-file.ts'

export const benchEditRpc = (): Promise<readonly Figure[]> =>
  withAccount(50, async (open) => {
    const raw = rawInsert(open.dataDir)
    const most = [4, 10] as const
    const figures: Figure[] = []
    for (const [name, connect] of transports) {
      const connection = await connect(open)
      figures.push(...(await compareEdit({ name: `edit-rpc ${name}`, edit: editByRpc(open, connection), raw, most })))
      await connection.close()
    }
    return figures
  })

const transports = [
  ['in process', connectInProcess],
  ['WebSocket', connectOverSocket],
] as const

const editByRpc = ({ account }: BenchAccount, { client }: BenchClient): Contestant => {
  const clientId = account.clients.list({}).items[0]?.id ?? ''
  let edits = 0
  return () => client.clients.update.mutate({ clientId, input: { location: `Place ${++edits} by RPC` } })
}
