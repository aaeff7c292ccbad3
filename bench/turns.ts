/** The longest turn of the event loop during each kind of long work: nobody else is answered in the meantime. */
import { readFile } from 'node:fs/promises'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { expectOk } from '#testing/expect-result.ts'
import { createClients, endOf, openBenchEngine, withAccount, withFolder } from './bench-account.ts'
import { withLimit, type Figure } from './figure.ts'
import { organizationsFile } from './import.ts'

const most = 50

export const benchTurns = async (): Promise<readonly Figure[]> => [
  await withFolder(async (folder) => {
    const engine = await openBenchEngine(folder)
    const figure = await longestTurn('sample of 1000', () => createClients(engine, 1000))
    await engine.close()
    return figure
  }),
  await withAccount(503, ({ account }) => longestTurn('doctor over 503', () => endOf(account, account.startDoctor()))),
  ...(await withAccount(1000, async ({ account, dataDir }) => {
    const bytes = await readFile(await organizationsFile(dataDir))
    const file = { fileName: 'organizations.csv', bytes, map: 'name=Security,industry=GICS Sector' }
    return [
      await longestTurn('import of 503', () => endOf(account, expectOk(account.clients.startImport(file)))),
      await longestTurn('doctor over 1503', () => endOf(account, account.startDoctor())),
      await longestTurn('change of keys over 1503', async () =>
        endOf(account, expectOk(await account.rotateKeys('measured on the bench')).job),
      ),
    ]
  })),
  await withAccount(10_000, ({ account }) =>
    longestTurn('list of 10000', () => Promise.resolve(account.clients.list({ limit: 10_000 }))),
  ),
]

/** A millisecond timer that comes late says how long the turn before it was. */
const longestTurn = async (name: string, work: () => Promise<unknown>): Promise<Figure> => {
  await sleep(200)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  await sleep(50)
  await work()
  await sleep(50)
  delay.disable()
  return withLimit({ name: `longest turn, ${name}`, figure: delay.max / 1e6, unit: 'ms' }, { most })
}
