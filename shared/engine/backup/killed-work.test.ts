import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Engine } from '#api/engine.ts'
import { doctorOf } from '#testing/backup-account.ts'
import { addClients, createTestEngine, jobEnd, startEngine, testPassphrase } from '#testing/create-test-engine.ts'
import { expectOk } from '#testing/expect-result.ts'
import type { KilledWork } from '#testing/killed-work.ts'
import { quickFolder } from '#testing/temporary-folder.ts'
import { systemPorts } from '../system-ports.ts'

/** `npm run test:faults` is about edits; this is the same for work on whole accounts. */
const rounds = Number(process.env['FAULT_ROUNDS'] ?? 4)
const program = fileURLToPath(new URL('../../testing/killed-work.ts', import.meta.url))
const secret = { passphrase: testPassphrase }

/** Whether it was done when the kill came. */
const runAndKill = async (orders: KilledWork, delay: number): Promise<boolean> => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, JSON.stringify(orders)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const closed = once(child, 'close')
  let output = ''
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text))
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const hadBegun = output.includes('begin')
    output += text
    if (!hadBegun && output.includes('begin')) void sleep(delay).then(() => child.kill('SIGKILL'))
  })
  await closed
  if (!output.includes('begin')) throw new Error(complaint)
  return output.includes('done')
}

/** Spread over the time that the work takes, beginning with the first moments. */
const delayOf = (round: number, longest: number): number => Math.round(((round + 0.5) / rounds) ** 2 * longest)

const made = async () => {
  const { engine, account, dataDir } = await createTestEngine({ ports: systemPorts() as never })
  const clients = await addClients(account, 30)
  const shelf = quickFolder()
  const backup = join(shelf, 'a.securatlas-backup')
  const zip = join(shelf, 'all.zip')
  await jobEnd(account, expectOk(await account.backups.start({ path: backup })).jobId)
  await jobEnd(account, expectOk(await account.startExportAll({ path: zip })).jobId)
  await engine.close()
  return { dataDir, accountId: account.id, first: clients[0]?.id ?? '', backup, zip, shelf }
}

const openOnly = async (dataDir: string): Promise<{ readonly engine: Engine; readonly ids: readonly string[] }> => {
  const engine = await startEngine(dataDir, systemPorts())
  return { engine, ids: (await engine.listAccounts()).map(({ id }) => id) }
}

const expectClean = async (engine: Engine, accountId: string, clients: number): Promise<void> => {
  const account = expectOk(await engine.unlockAccount(accountId, secret))
  expect(account.clients.list({}).total).toBe(clients)
  expect(await doctorOf(account)).toMatchObject({ clean: true, problems: [] })
}

test('[BACK-35] a backup killed at any moment leaves the one before it or the new one, whole', async () => {
  const { dataDir, accountId, backup } = await made()
  for (let round = 0; round < rounds; round++) {
    await runAndKill({ work: 'backup', dataDir, path: backup }, delayOf(round, 250))
    const { engine } = await openOnly(dataDir)
    await expectClean(engine, accountId, 30)
    const account = expectOk(await engine.unlockAccount(accountId, secret))
    const check = await jobEnd(account, account.backups.startVerify({ path: backup }).jobId)
    expect(check).toMatchObject({ state: 'done', result: { clients: 30 } })
    await engine.close()
  }
}, 600_000)

/** How many rounds left no account. Fails when one is there and not whole, or was made and is gone. */
const killNewAccounts = async (work: 'restore' | 'importAll'): Promise<number> => {
  const { accountId, backup, zip } = await made()
  let none = 0
  for (let round = 0; round < rounds; round++) {
    const dataDir = quickFolder()
    const isDone = await runAndKill({ work, dataDir, path: work === 'restore' ? backup : zip }, delayOf(round, 400))
    const { engine, ids } = await openOnly(dataDir)
    const accounts = join(dataDir, 'accounts')
    const folders = existsSync(accounts) ? readdirSync(accounts) : []
    expect(folders).toEqual(ids)
    expect([[], [accountId]].slice(isDone ? 1 : 0)).toContainEqual(ids)
    if (ids.length === 0) none += 1
    else await expectClean(engine, accountId, 30)
    await engine.close()
    rmSync(dataDir, { recursive: true })
  }
  return none
}

test('[BACK-30] a restore killed at any moment leaves the whole account or none', async () => {
  // Else the kills came too late, and the rounds prove nothing.
  expect(await killNewAccounts('restore')).toBeGreaterThan(0)
}, 600_000)

test('[EXPALL-10] an import of everything killed at any moment leaves the whole account or none', async () => {
  expect(await killNewAccounts('importAll')).toBeGreaterThan(0)
}, 600_000)

test('[BACK-43] a restore of a client killed at any moment leaves the file before it or the restored one', async () => {
  const { dataDir: template, accountId, backup, first } = await made()
  const { engine: editing } = await openOnly(template)
  const edited = expectOk(await editing.unlockAccount(accountId, secret))
  expectOk(await edited.clients.edit(first, 'client.update', { industry: 'After the backup' }))
  await editing.close()
  for (let round = 0; round < rounds; round++) {
    const dataDir = join(quickFolder(), 'data')
    cpSync(template, dataDir, { recursive: true, preserveTimestamps: true })
    const isDone = await runAndKill(
      { work: 'restoreClient', dataDir, path: backup, client: first },
      delayOf(round, 120),
    )
    const { engine } = await openOnly(dataDir)
    const account = expectOk(await engine.unlockAccount(accountId, secret))
    const { industry } = expectOk(account.clients.getProfile(first))
    expect(isDone ? [undefined, null] : [undefined, null, 'After the backup']).toContain(industry)
    await expectClean(engine, accountId, 30)
    const names = readdirSync(join(dataDir, 'accounts', accountId, 'tenants'))
    expect(names.filter((name) => name.includes('.restored'))).toEqual([])
    await engine.close()
    expect(readFileSync(backup).length).toBeGreaterThan(0)
  }
}, 600_000)
