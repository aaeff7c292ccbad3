/** A program that does one piece of work on accounts, to be killed in the middle of it. Says when it begins and when it is done. */
import type { Account } from '#api/engine.ts'
import { createEngine } from '#engine/create-engine.ts'
import { systemPorts } from '#engine/system-ports.ts'
import { expectOk } from './expect-result.ts'
import { cheapScrypt, testPassphrase } from './passphrases.ts'

export type KilledWork = {
  readonly dataDir: string
  readonly path: string
} & (
  | { readonly work: 'backup' | 'restore' | 'importAll' }
  | { readonly work: 'restoreClient'; readonly client: string }
)

const orders = JSON.parse(process.argv[2] ?? '') as KilledWork
const engine = expectOk(
  await createEngine({ dataDir: orders.dataDir, version: 'test', ports: systemPorts(), passphraseCost: cheapScrypt }),
)
const control = { signal: new AbortController().signal, report: () => undefined }
const secret = { passphrase: testPassphrase }
const say = (what: 'begin' | 'done'): void => void process.stdout.write(`${what}\n`)

const openOnly = async () => {
  const [known] = await engine.listAccounts()
  return expectOk(await engine.unlockAccount(known?.id ?? '', secret))
}

/** Of the running account, as a job. */
const jobOf = ({ backups }: Account) =>
  orders.work === 'restoreClient'
    ? backups.startClientRestore({ path: orders.path, client: orders.client, replace: true })
    : backups.start({ path: orders.path, replace: true })

const doWork = async (): Promise<void> => {
  const { path } = orders
  if (orders.work === 'restore' || orders.work === 'importAll') {
    say('begin')
    if (orders.work === 'restore') expectOk(await engine.restoreBackup({ path, secret }, control))
    else expectOk(await engine.importAll({ path, passphrase: testPassphrase }, control))
    return
  }
  const account = await openOnly()
  say('begin')
  const { jobId } = expectOk(await jobOf(account))
  for await (const job of account.jobs.watch(jobId))
    if (job.state === 'failed') throw new Error(JSON.stringify(job.error))
}

await doWork()
say('done')
await engine.close()
