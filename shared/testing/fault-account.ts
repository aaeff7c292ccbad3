/** Data folders for the rounds of the fault test: one sample practice, made once and copied for each stretch of rounds. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Engine } from '#api/engine.ts'
import { createEngine } from '#engine/create-engine.ts'
import { systemPorts } from '#engine/system-ports.ts'
import { expectOk } from './expect-result.ts'

export const faultPassphrase = 'pulled the plug'

/** The least that a keyring accepts: every round unlocks twice or more. */
const cheapScrypt = { N: 2 ** 14, r: 8, p: 1 } as const

export type FaultAccount = { readonly dataDir: string; readonly accountId: string; readonly recoveryKey: string }

export const openFaultEngine = async (dataDir: string): Promise<Engine> =>
  expectOk(await createEngine({ dataDir, version: 'faults', ports: systemPorts(), passphraseCost: cheapScrypt }))

export const makeFaultAccount = async (clients: number, seed: number): Promise<FaultAccount> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'securatlas-faults-'))
  const engine = await openFaultEngine(dataDir)
  const { accountId, recoveryKey, job } = expectOk(
    await engine.createSample({ clients, seed, light: false, passphrase: faultPassphrase }),
  )
  for await (const { state, error } of engine.findAccount(accountId)?.jobs.watch(job.jobId) ?? []) {
    if (state !== 'running' && state !== 'done') throw new Error(`the sample was not created: ${JSON.stringify(error)}`)
  }
  await engine.close()
  return { dataDir, accountId, recoveryKey }
}

/** Nobody may hold the folder. */
export const copyFaultAccount = (account: FaultAccount): FaultAccount => {
  const dataDir = mkdtempSync(join(tmpdir(), 'securatlas-faults-'))
  cpSync(account.dataDir, dataDir, { recursive: true, preserveTimestamps: true })
  return { ...account, dataDir }
}

export const removeFaultAccount = ({ dataDir }: FaultAccount): void => rmSync(dataDir, { recursive: true, force: true })
