/** What a start after a clean shutdown costs: tenant files read, time to unlock, time until the address is printed. */
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { accountPaths } from '#engine/data-dir/data-dir-paths.ts'
import { expectOk } from '#testing/expect-result.ts'
import { benchPassphrase, createClients, openBenchEngine, withFolder } from './bench-account.ts'
import { forInformation, withLimit, type Figure } from './figure.ts'
import { timeOf } from './measure.ts'
import { startProgram } from './run-program.ts'

const execute = promisify(execFile)
const clients = 1000
const edited = 50

export const benchStart = (): Promise<readonly Figure[]> =>
  withFolder(async (dataDir) => {
    const accountId = await makeClosedAccount(dataDir)
    const { tenants } = accountPaths(dataDir, accountId)
    const files = readdirSync(tenants).map((name) => join(tenants, name))
    await forgetReads(files)
    const unlocked = await timeUnlock(dataDir, accountId)
    const readByEngine = countRead(files)
    await timeToAddress(dataDir)
    const second = await timeToAddress(dataDir)
    const readInAll = countRead(files)
    if (!isReadSeen(files)) throw new Error('this file system does not say when a file is read')
    const files1000 = `start with ${clients} clients`
    return [
      withLimit(
        { name: `${files1000}, tenant files read by unlocking`, figure: readByEngine, unit: 'files' },
        { most: 0 },
      ),
      withLimit(
        { name: `${files1000}, tenant files read by npm start`, figure: readInAll, unit: 'files' },
        { most: 0 },
      ),
      forInformation({ name: `${files1000}, unlocked after`, figure: unlocked, unit: 'ms' }),
      withLimit({ name: 'second start to the printed address', figure: second / 1000, unit: 's' }, { most: 3 }),
    ]
  })

const makeClosedAccount = async (dataDir: string): Promise<string> => {
  const engine = await openBenchEngine(dataDir)
  const account = await createClients(engine, clients)
  for (const { id } of account.clients.list({ limit: edited }).items) {
    expectOk(await account.clients.edit(id, 'client.update', { location: 'Edited before the shutdown' }))
  }
  await engine.close()
  return account.id
}

const timeUnlock = async (dataDir: string, accountId: string): Promise<number> => {
  const engine = await openBenchEngine(dataDir)
  const taken = await timeOf(() => engine.unlockAccount(accountId, { passphrase: benchPassphrase }))
  await engine.close()
  return taken
}

const timeToAddress = async (dataDir: string): Promise<number> => {
  const started = performance.now()
  const child = startProgram('electron/browser-window/index.ts', ['--headless', '--data-dir', dataDir])
  const ended = once(child, 'close')
  let output = ''
  child.stdout?.setEncoding('utf8')
  for await (const text of child.stdout ?? []) {
    output += String(text)
    if (/http:\/\/127\.0\.0\.1:\d+\//.test(output)) break
  }
  const taken = performance.now() - started
  child.kill('SIGTERM')
  await ended
  return taken
}

/** The kernel notes a read when the last one is older than the last write, so it is put back to long ago. */
const forgetReads = async (files: readonly string[]): Promise<void> => {
  for (let start = 0; start < files.length; start += 200) {
    await execute('touch', ['-a', '-d', '2001-01-01', ...files.slice(start, start + 200)])
  }
}

const countRead = (files: readonly string[]): number =>
  files.filter((file) => statSync(file).atime.getUTCFullYear() > 2001).length

const isReadSeen = (files: readonly string[]): boolean => {
  const [file = ''] = files
  readFileSync(file)
  return countRead([file]) === 1
}
