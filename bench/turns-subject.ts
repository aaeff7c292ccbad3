/** A program: does the named work on a data folder and prints the longest turn of its event loop, in milliseconds. */
import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Account } from '#api/engine.ts'
import { expectOk } from '#testing/expect-result.ts'
import { benchPassphrase, createClients, endOf, openBenchEngine } from './bench-account.ts'
import { assignOwner, longList, previewList } from './book.ts'
import { organizationsFile } from './import.ts'
import type { LongWork } from './turns.ts'

const [dataDir, ...works] = process.argv.slice(2) as [string, ...LongWork[]]
const engine = await openBenchEngine(dataDir)
const [known] = await engine.listAccounts()
const account =
  known === undefined ? undefined : expectOk(await engine.unlockAccount(known.id, { passphrase: benchPassphrase }))

const doWork = async (work: LongWork): Promise<void> => {
  if (work === 'sample') await createClients(engine, 1000)
  else if (account !== undefined) await doOnAccount(account, work)
}

const doOnAccount = async (open: Account, work: Exclude<LongWork, 'sample'>): Promise<void> => {
  if (work === 'list') open.clients.list({ limit: 10_000 })
  if (work === 'doctor') await endOf(open, open.startDoctor())
  if (work === 'keys') await endOf(open, expectOk(await open.rotateKeys(benchPassphrase)).job)
  if (work === 'preview') await previewList(open, list)
  if (work === 'owner') await assignOwner(open)
  const shelf = dirname(dataDir)
  if (work === 'backup') await endOf(open, expectOk(await open.backups.start({ path: shelf })))
  if (work === 'export') await endOf(open, expectOk(await open.startExportAll({ path: shelf })))
  if (work !== 'import') return
  const bytes = await readFile(await organizationsFile(dataDir))
  const file = { fileName: 'organizations.csv', bytes, map: 'name=Security,industry=GICS Sector' }
  await endOf(open, expectOk(open.clients.startImport(file)))
}

const list = works.includes('preview') ? longList() : new Uint8Array()
await sleep(200)
// A millisecond timer that comes late says how long the turn before it was.
const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()
await sleep(50)
for (const work of works) await doWork(work)
await sleep(50)
delay.disable()
await engine.close()
process.stdout.write(String(delay.max / 1e6))
