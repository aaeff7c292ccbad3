/** A real engine on a temporary data folder: the clock stands still, ids count up, scrypt costs the least that is allowed. */
import { onTestFinished } from 'vitest'
import type { Account, Engine } from '#api/engine.ts'
import type { Job } from '#api/jobs.ts'
import type { ClientRow } from '#domain/projection/client-row.ts'
import { createEngine } from '#engine/create-engine.ts'
import { accountPaths, type AccountPaths } from '#engine/data-dir/data-dir-paths.ts'
import type { EnginePorts } from '#engine/ports.ts'
import { expectOk } from './expect-result.ts'
import { fakeClock, type FakeClock } from './fake-clock.ts'
import { fakeRandom } from './fake-random.ts'
import { cheapScrypt, testPassphrase } from './passphrases.ts'
import { quickFolder } from './temporary-folder.ts'

export { cheapScrypt, testPassphrase }

export const practiceInput = {
  name: 'Harbor Security',
  contactEmail: 'ops@harbor.example',
  timezone: 'Europe/Berlin',
  mode: 'partner',
} as const

export type TestEngine = {
  readonly engine: Engine
  readonly account: Account
  readonly dataDir: string
  readonly paths: AccountPaths
  readonly clock: FakeClock
  readonly recoveryKey: string
  /** Closes the engine and opens the account again in a new one. */
  restart(): Promise<TestEngine>
}

export type TestPorts = Omit<EnginePorts, 'clock'> & { readonly clock: FakeClock }
export type TestEngineOptions = { readonly dataDir?: string; readonly ports?: Partial<TestPorts> }

export const createTestEngine = async (options: TestEngineOptions = {}): Promise<TestEngine> => {
  const { dataDir = quickFolder() } = options
  const ports = testPorts(options.ports)
  const engine = await startEngine(dataDir, ports)
  const created = expectOk(await engine.createAccount({ practice: practiceInput, passphrase: testPassphrase }))
  return openTestEngine(engine, { ...created, dataDir, ports })
}

export const testPorts = (ports: Partial<TestPorts> = {}): TestPorts => ({
  clock: fakeClock(),
  random: fakeRandom(),
  keychain: undefined,
  ...ports,
})

/** Closed when the test is over, unless it is closed by then. */
export const startEngine = async (dataDir: string, ports: EnginePorts = testPorts()): Promise<Engine> => {
  const engine = expectOk(await createEngine({ dataDir, version: 'test', ports, passphraseCost: cheapScrypt }))
  onTestFinished(() => engine.close())
  return engine
}

type Opened = {
  readonly accountId: string
  readonly recoveryKey: string
  readonly dataDir: string
  readonly ports: TestPorts
}

const openTestEngine = async (engine: Engine, opened: Opened): Promise<TestEngine> => {
  const { accountId, dataDir, ports, recoveryKey } = opened
  const account = expectOk(await engine.unlockAccount(accountId, { passphrase: testPassphrase }))
  return {
    engine,
    account,
    dataDir,
    recoveryKey,
    paths: accountPaths(dataDir, accountId),
    clock: ports.clock,
    async restart() {
      await engine.close()
      return openTestEngine(await startEngine(dataDir, ports), opened)
    },
  }
}

export const addClient = async (account: Account, name: string): Promise<ClientRow> =>
  expectOk(await account.clients.add({ name, status: 'client' }))

export const addClients = async (account: Account, count: number): Promise<readonly ClientRow[]> => {
  const rows: ClientRow[] = []
  for (let index = 0; index < count; index++) rows.push(await addClient(account, `Client ${index}`))
  return rows
}

/** The job as it ended. */
export const jobEnd = async (account: Account, jobId: string): Promise<Job> => {
  let last: Job | undefined
  for await (const job of account.jobs.watch(jobId)) last = job
  if (last === undefined || last.state === 'running') throw new Error(`the job ${jobId} did not end`)
  return last
}
