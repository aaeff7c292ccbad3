/** What a 2 GB evidence file costs: memory, throughput beside hashing and raw inserts, and the edits made meanwhile. */
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, writeFileSync, appendFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Account } from '#api/engine.ts'
import { openEncryptedDatabase } from '#engine/sqlite/open-encrypted-database.ts'
import { expectOk } from '#testing/expect-result.ts'
import { endOf, withAccount, type BenchAccount } from './bench-account.ts'
import { forInformation, withLimit, withRatioLimit, type Figure } from './figure.ts'
import { timeOf } from './measure.ts'

const mebibyte = 1024 * 1024
const fileSize = 2048 * mebibyte

export const benchEvidenceFile = (): Promise<readonly Figure[]> =>
  withAccount(2, async (open) => {
    const path = join(open.dataDir, '..', 'large.bin')
    writeLarge(path)
    const rawSeconds = (await timeOf(() => hashAndInsert(path, join(open.dataDir, '..', 'raw.sqlite')))) / 1000
    const idle = await editFor(open, sleep(8000))
    const sampler = sampleMemory()
    let seconds = 0
    const adding = timeOf(() => addFile(open, path)).then((milliseconds) => {
      seconds = milliseconds / 1000
    })
    const busy = await editFor(open, adding)
    const growth = sampler.stop()
    rmSync(path)
    const [ours, raw] = [fileSize / mebibyte / seconds, fileSize / mebibyte / rawSeconds]
    return [
      withRatioLimit({ name: 'evidence of 2 GB, added', figure: ours, unit: 'MB/s', peer: raw }, { least: 0.4 }),
      withLimit({ name: 'evidence of 2 GB, memory on top', figure: growth, unit: 'MB' }, { most: 100 }),
      withRatioLimit(
        { name: 'edits meanwhile, p99', figure: quantile(busy, 0.99), unit: 'ms', peer: quantile(idle, 0.99) },
        { most: 5 },
      ),
      forInformation({
        name: 'edits meanwhile, p50',
        figure: quantile(busy, 0.5),
        unit: 'ms',
        peer: quantile(idle, 0.5),
      }),
    ]
  })

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0

const writeLarge = (path: string): void => {
  writeFileSync(path, '')
  const block = randomBytes(16 * mebibyte)
  for (let at = 0; at < fileSize; at += block.length) {
    block.writeDoubleBE(at, 0)
    appendFileSync(path, block)
  }
}

/** The yardstick: the same file read, hashed and put in chunks of 256 KB into a file with the same cipher and pragmas. */
const hashAndInsert = async (path: string, target: string): Promise<void> => {
  const database = openEncryptedDatabase({ path: target, key: randomBytes(32), pageSize: 16_384 })
  database.exec('CREATE TABLE chunk (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)')
  const insert = database.prepare('INSERT INTO chunk (bytes) VALUES (?)')
  const hash = createHash('sha256')
  let inTransaction = 0
  for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    if (inTransaction === 0) database.exec('BEGIN IMMEDIATE')
    hash.update(piece)
    insert.run(piece)
    inTransaction = (inTransaction + 1) % 4
    if (inTransaction === 0) database.exec('COMMIT')
  }
  if (database.inTransaction) database.exec('COMMIT')
  hash.digest('hex')
  database.close()
  rmSync(target)
}

const addFile = async ({ account }: BenchAccount, path: string): Promise<void> => {
  const [client] = account.clients.list({}).items
  await endOf(account, expectOk(account.evidence.add(client?.id ?? '', { files: [{ path }] })))
}

/** Milliseconds of each edit, one every 20 ms, until the work is done. */
const editFor = async ({ account }: BenchAccount, until: Promise<unknown>): Promise<readonly number[]> => {
  const timings: number[] = []
  let isDone = false
  void until.then(() => {
    isDone = true
  })
  const [client] = account.clients.list({}).items
  while (!isDone) {
    timings.push(await timeOf(() => edit(account, client?.id ?? '', timings.length)))
    await sleep(20)
  }
  await until
  return timings
}

const edit = async (account: Account, clientId: string, number: number): Promise<void> => {
  expectOk(await account.clients.edit(clientId, 'client.update', { summary: `Edit ${String(number)}` }))
}

const sampleMemory = (): { stop(): number } => {
  const before = process.memoryUsage.rss()
  let peak = before
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 50)
  return {
    stop() {
      clearInterval(timer)
      return Math.max(0, peak - before) / mebibyte
    },
  }
}
