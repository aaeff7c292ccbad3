/** How many clients a second a light sample creates, by engine call and by the command line from start to end. */
import { createClients, openBenchEngine, withFolder } from './bench-account.ts'
import { forInformation, withLimit, type Figure } from './figure.ts'
import { median, timeOf } from './measure.ts'
import { timeCli } from './run-program.ts'

const clients = 1000
const rounds = 3

export const benchSampleLight = async (): Promise<readonly Figure[]> => {
  const perSecond: number[] = []
  for (let round = 0; round < rounds; round++) {
    const milliseconds = await withFolder(async (folder) => {
      const engine = await openBenchEngine(folder)
      const taken = await timeOf(() => createClients(engine, clients))
      await engine.close()
      return taken
    })
    perSecond.push((clients * 1000) / milliseconds)
  }
  const byCli = await withFolder((folder) =>
    timeCli('sample', 'create', '--clients', String(clients), '--light', '--data-dir', folder, '--json'),
  )
  return [
    withLimit({ name: 'sample-light by call', figure: median(perSecond), unit: 'clients/s' }, { least: 100 }),
    withLimit(
      { name: 'sample-light by CLI', figure: (clients * 1000) / byCli.milliseconds, unit: 'clients/s' },
      { least: 100 },
    ),
    forInformation({ name: 'sample-light CLI, whole process', figure: byCli.milliseconds / 1000, unit: 's' }),
  ]
}
