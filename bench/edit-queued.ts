/** What fifty edits that wait together reach, against the same rows by bare prepared statements and against one by one. */
import { randomBytes } from 'node:crypto'
import { tenantEntities } from '#domain/entities/entity-registry.ts'
import { prepareLogStatements } from '#engine/log/log-statements.ts'
import { migrateDatabase } from '#engine/sqlite/migrations.ts'
import { tenantMigrations } from '#engine/tenant/tenant-migrations.ts'
import { withAccount } from './bench-account.ts'
import { connectInProcess, connectOverSocket } from './bench-client.ts'
import { withRatioLimit, type Figure } from './figure.ts'
import { timeInTurn, type Contest, type Contestant } from './measure.ts'
import { openRawFile } from './raw-file.ts'

const atOnce = 50
const contest: Contest = { warmUp: 20, pairs: 40, rounds: 5 }

export const benchEditQueued = (): Promise<readonly Figure[]> =>
  withAccount(50, async (open) => {
    const { account } = open
    const clientId = account.clients.list({}).items[0]?.id ?? ''
    let edits = 0
    const input = () => ({ location: `Place ${++edits} of many` })
    const byCall = (): Promise<unknown> => account.clients.edit(clientId, 'client.update', input())
    const figures = [await compareWithStatements(byCall, open.dataDir), await compareWithOneByOne('call', byCall)]
    for (const [name, connect] of transports) {
      const { client, close } = await connect(open)
      const byRpc = (): Promise<unknown> => client.clients.update.mutate({ clientId, input: input() })
      figures.push(await compareWithOneByOne(name, byRpc))
      await close()
    }
    return figures
  })

const transports = [
  ['RPC in process', connectInProcess],
  ['RPC over WebSocket', connectOverSocket],
] as const

const together =
  (edit: () => Promise<unknown>): Contestant =>
  () =>
    Promise.all(Array.from({ length: atOnce }, edit))

const oneByOne =
  (edit: () => Promise<unknown>): Contestant =>
  async () => {
    for (let index = 0; index < atOnce; index++) await edit()
  }

const compareWithStatements = async (edit: () => Promise<unknown>, folder: string): Promise<Figure> => {
  const { ours, raw } = await timeInTurn({ ours: together(edit), raw: bareStatements(folder) }, contest)
  const figure = { name: '50 queued edits', unit: 'edits/s', figure: perSecond(ours.quantile(0.5)) }
  return withRatioLimit({ ...figure, peer: perSecond(raw.quantile(0.5)) }, { least: 0.4 })
}

const compareWithOneByOne = async (name: string, edit: () => Promise<unknown>): Promise<Figure> => {
  const { ours, raw } = await timeInTurn(
    { ours: together(edit), raw: oneByOne(edit) },
    { ...contest, warmUp: 2, pairs: 8 },
  )
  const figure = { name: `50 at once, ${name}`, unit: 'edits/s', figure: perSecond(ours.quantile(0.5)) }
  return withRatioLimit({ ...figure, peer: perSecond(raw.quantile(0.5)) }, { least: 2 })
}

const perSecond = (milliseconds: number): number => (atOnce * 1000) / milliseconds

/** The rows of one edit by the engine's own statements, with values of the usual size, at fifty edits a commit. */
const bareStatements = (folder: string): Contestant => {
  const database = openRawFile(folder)
  migrateDatabase(database, tenantMigrations)
  const { begin, commit, insertUpdate, insertOutbox, insertActivity, projections } = prepareLogStatements(
    database,
    tenantEntities,
  )
  const upsert = projections.get('client')?.upsert
  const [update, digest] = [randomBytes(110), randomBytes(32)]
  const [client, member, at] = [crypto.randomUUID(), crypto.randomUUID(), new Date().toISOString()]
  let seq = 0
  return () => {
    begin.run()
    for (let edit = 0; edit < atOnce; edit++) {
      seq += 1
      const location = `Place ${seq} of many`
      insertUpdate.run('profile', seq, 1, 'k3v9q2m7x0ab', update)
      insertOutbox.run('profile', seq)
      upsert?.run(
        client,
        'Harbor Energy 12',
        'client',
        'C-1011',
        'Energy',
        null,
        240,
        location,
        'Germany',
        null,
        null,
        'EUR',
        1_250_000,
        member,
        '2027-04-11',
        null,
        at,
        null,
      )
      insertActivity.run(
        'k3v9q2m7x0ab',
        seq,
        seq,
        at,
        member,
        'client.update',
        'profile',
        'client',
        client,
        'location',
        `"Place ${seq - 1} of many"`,
        `"${location}"`,
        `k3v9q2m7x0ab.${seq - 1}`,
        digest,
      )
    }
    commit.run()
  }
}
