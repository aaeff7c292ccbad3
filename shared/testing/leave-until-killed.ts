/** A program that hands over, takes over or deletes one client and says so, to be killed somewhere on the way. */
import { writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { JobRef } from '#api/jobs.ts'
import { expectOk } from './expect-result.ts'
import { faultPassphrase, openFaultEngine } from './fault-account.ts'

export type LeavingOrders = {
  readonly dataDir: string
  readonly accountId: string
  readonly what: 'handOver' | 'takeOver' | 'delete'
  readonly clientId: string
  readonly name: string
  readonly path: string
  readonly passphrase: string
}

const { dataDir, accountId, what, clientId, name, path, passphrase } = JSON.parse(
  process.argv[2] ?? '',
) as LeavingOrders
const engine = await openFaultEngine(dataDir)
const account = expectOk(await engine.unlockAccount(accountId, { passphrase: faultPassphrase }))

const followed = async ({ jobId }: JobRef): Promise<void> => {
  for await (const { state, error } of account.jobs.watch(jobId))
    if (state !== 'running' && state !== 'done') throw new Error(JSON.stringify(error))
}

writeSync(1, 'ready\n')
if (what === 'delete') expectOk(await account.clients.remove(clientId, name))
else if (what === 'takeOver') await followed(expectOk(account.clients.startTakeOver({ path, passphrase })))
else await followed(expectOk(account.clients.startHandOver(clientId, { path, passphrase, replace: true })))
writeSync(1, 'done\n')
await sleep(60_000)
