/** Accounts to measure on: invented clients in a temporary folder of the disk that the temporary folder is on. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Account, Engine } from '#api/engine.ts'
import type { Job, JobRef } from '#api/jobs.ts'
import { createEngine } from '#engine/create-engine.ts'
import { accountPaths, portfolioKeyName } from '#engine/data-dir/data-dir-paths.ts'
import { openKeyring } from '#engine/keyring/open-keyring.ts'
import { openEncryptedDatabase, type EncryptedDatabase } from '#engine/sqlite/open-encrypted-database.ts'
import { systemPorts } from '#engine/system-ports.ts'
import { expectOk } from '#testing/expect-result.ts'

export const benchPassphrase = 'measured on the bench'

export type BenchAccount = { readonly engine: Engine; readonly account: Account; readonly dataDir: string }

/** The least that a keyring accepts: unlocking is not what is measured, unless a bench says so. */
const cheapScrypt = { N: 2 ** 14, r: 8, p: 1 } as const

export const openBenchEngine = async (dataDir: string): Promise<Engine> =>
  expectOk(await createEngine({ dataDir, version: 'bench', ports: systemPorts(), passphraseCost: cheapScrypt }))

/** Runs the work with an open account of so many clients, then removes it. */
export const withAccount = async <Value>(
  clients: number,
  work: (open: BenchAccount) => Promise<Value>,
): Promise<Value> =>
  withFolder(async (folder) => {
    const dataDir = join(folder, 'data')
    const engine = await openBenchEngine(dataDir)
    try {
      return await work({ engine, dataDir, account: await createClients(engine, clients) })
    } finally {
      await engine.close()
    }
  })

export const createClients = async (engine: Engine, clients: number): Promise<Account> => {
  const { accountId, job } = expectOk(
    await engine.createSample({ clients, seed: 1, light: true, passphrase: benchPassphrase }),
  )
  const account = engine.findAccount(accountId)
  if (account === undefined) throw new Error('the sample account is not open')
  await endOf(account, job)
  return account
}

/** Throws unless the job comes to a good end. */
export const endOf = async (account: Account, { jobId }: JobRef): Promise<Job> => {
  let last: Job | undefined
  for await (const job of account.jobs.watch(jobId)) last = job
  if (last?.state !== 'done') throw new Error(`the job failed: ${JSON.stringify(last)}`)
  return last
}

export const withFolder = async <Value>(work: (folder: string) => Promise<Value>): Promise<Value> => {
  const folder = mkdtempSync(join(tmpdir(), 'securatlas-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A second connection to the practice's file, for what is measured without the engine. */
export const openPortfolioBeside = async ({ dataDir, account }: BenchAccount): Promise<EncryptedDatabase> => {
  const { folder, portfolio } = accountPaths(dataDir, account.id)
  const keyring = await openKeyring({
    folder,
    random: systemPorts().random,
    unlockWith: { passphrase: benchPassphrase },
  })
  const [key] = keyring.ok ? keyring.value.keysOf(portfolioKeyName) : []
  if (key === undefined) throw new Error('the portfolio has no key')
  return openEncryptedDatabase({ path: portfolio, key, mustExist: true })
}
