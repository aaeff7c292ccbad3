/** How long `export all` of 1,000 light clients takes, and the way back. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expectOk } from '#testing/expect-result.ts'
import { benchPassphrase, endOf, openBenchEngine, withAccount } from './bench-account.ts'
import { forInformation, withLimit, type Figure } from './figure.ts'
import { timeOf } from './measure.ts'

const clients = 1000

export const benchExport = (): Promise<readonly Figure[]> =>
  withAccount(clients, async ({ account, dataDir }) => {
    const path = join(dataDir, '..', 'all.zip')
    const exported = await timeOf(async () => endOf(account, expectOk(await account.startExportAll({ path }))))
    const bytes = statSync(path).size
    const engine = await openBenchEngine(join(dataDir, '..', 'other'))
    const control = { signal: new AbortController().signal, report: () => undefined }
    const imported = await timeOf(async () =>
      expectOk(await engine.importAll({ path, passphrase: benchPassphrase }, control)),
    )
    const opened = await timeOf(async () =>
      expectOk(await engine.unlockAccount(account.id, { passphrase: benchPassphrase })),
    )
    await engine.close()
    return [
      withLimit({ name: `export all of ${clients} light clients`, figure: exported / 1000, unit: 's' }, { most: 60 }),
      forInformation({ name: 'its size', figure: bytes / 1e6, unit: 'MB' }),
      forInformation({ name: `import all of ${clients} light clients`, figure: imported / 1000, unit: 's' }),
      forInformation({ name: 'and its first opening', figure: opened / 1000, unit: 's' }),
    ]
  })
