/** How fast a backup is beside `cp` of the same files, each until its bytes are on the disk; the backup is read again as well. */
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Account } from '#api/engine.ts'
import { createFilesWorker } from '#engine/files/create-files-worker.ts'
import { createFileStore } from '#engine/files/file-store.ts'
import { systemPorts } from '#engine/system-ports.ts'
import { expectOk } from '#testing/expect-result.ts'
import { endOf, withAccount } from './bench-account.ts'
import { forInformation, withLimit, withRatioLimit, type Figure } from './figure.ts'
import { median, timeOf } from './measure.ts'

const rounds = 5
const clients = 200
/** Evidence of one client, as large as practices have. */
const evidenceMegabytes = 768

export const benchBackup = (): Promise<readonly Figure[]> =>
  withAccount(clients, async ({ account, dataDir }) => {
    const shelf = join(dataDir, '..', 'shelf')
    mkdirSync(shelf)
    await addLoad(dataDir, account)
    const megabytes = sizeOf(join(dataDir, 'accounts')) / 1e6
    const ours: number[] = []
    const raw: number[] = []
    const unsynced: number[] = []
    for (let round = 0; round < rounds; round++) {
      const copy = join(shelf, 'copy')
      unsynced.push((megabytes / (await timeOf(() => copyFiles(dataDir, copy, false)))) * 1000)
      rmSync(copy, { recursive: true })
      raw.push((megabytes / (await timeOf(() => copyFiles(dataDir, copy, true)))) * 1000)
      rmSync(copy, { recursive: true })
      const path = join(shelf, 'a.securatlas-backup')
      ours.push(
        (megabytes / (await timeOf(async () => endOf(account, expectOk(await account.backups.start({ path })))))) *
          1000,
      )
      rmSync(path)
    }
    const figure = median(ours)
    const name = `backup of ${Math.round(megabytes)} MB, on the disk and read again`
    return [
      withRatioLimit({ name: `${name}, beside cp`, figure, unit: 'MB/s', peer: median(unsynced) }, { least: 0.5 }),
      forInformation({ name: `${name}, beside cp and sync`, figure, unit: 'MB/s', peer: median(raw) }),
      withLimit(
        { name: 'memory after the backups', figure: process.memoryUsage().rss / 1e6, unit: 'MB' },
        { most: 400 },
      ),
    ]
  })

/** Beside the first client's file, as a sibling that an earlier session filled. */
const addLoad = async (dataDir: string, account: Account): Promise<void> => {
  const [first] = account.clients.list({ limit: 1 }).items
  const folder = join(dataDir, 'accounts', account.id, 'tenants')
  const source = join(dataDir, '..', 'source')
  for (let written = 0; written < evidenceMegabytes; written += 16) {
    writeFileSync(source, randomBytes(16e6), { flag: 'a' })
  }
  const worker = createFilesWorker()
  const siblingPath = join(folder, `${first?.id ?? ''}.files.sqlite`)
  const store = createFileStore({ siblingPath, key: randomBytes(32), clock: systemPorts().clock, worker })
  expectOk(await store.add({ path: source }))
  await store.close()
  await worker.end()
  rmSync(source)
}

const copyFiles = (dataDir: string, copy: string, synced: boolean): void => {
  execFileSync('cp', ['-r', join(dataDir, 'accounts'), copy])
  if (synced) execFileSync('sync', ['-f', copy])
}

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
