import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { afterEach, expect, test } from 'vitest'
import { err, ok } from '#domain/result.ts'
import { openEncryptedDatabase } from '../sqlite/open-encrypted-database.ts'
import { createFilesWorker, type FilesWorker } from './create-files-worker.ts'
import { createFileStore } from './file-store.ts'
import { collect, countRows, createStoreUnderTest, expectOk, streamOf, type StoreUnderTest } from './store-for-tests.ts'

const mebibyte = 1_048_576
let threads: Worker[] = []
let opened: StoreUnderTest[] = []

const createWorker = (idleMs = 30_000): FilesWorker =>
  createFilesWorker({
    idleMs,
    start: () => {
      const thread = new Worker(new URL('./files-worker.ts', import.meta.url))
      threads.push(thread)
      return thread
    },
  })

const createStore = (worker?: FilesWorker): StoreUnderTest => {
  const under = createStoreUnderTest(worker)
  opened.push(under)
  return under
}

afterEach(async () => {
  for (const under of opened) await under.dispose()
  threads = []
  opened = []
})

const createWatchedStream = () => {
  const stream = { pulled: false, bytes: generate() }
  async function* generate(): AsyncGenerator<Uint8Array> {
    stream.pulled = true
    yield await Promise.resolve(randomBytes(100))
  }
  return stream
}

async function* stalled(): AsyncGenerator<Uint8Array> {
  yield randomBytes(9)
  await new Promise(() => undefined)
}

test('[FILE-40] all tenants share one thread, which starts with the first question', async () => {
  const worker = createWorker()
  const stores = Array.from({ length: 8 }, () => createStore(worker))
  expect(threads).toHaveLength(0)
  const contents = stores.map(() => randomBytes(2 * mebibyte))
  const added = await Promise.all(stores.map(({ store }, index) => store.add(streamOf(contents[index] ?? Buffer.of()))))
  for (const [index, { store }] of stores.entries()) {
    const [file] = expectOk(await store.list())
    expect(file).toMatchObject({ sha256: expectOk(added[index] ?? err('none')).sha256 })
    const { bytes } = await collect(store.read(file?.sha256 ?? ''))
    expect(bytes.equals(contents[index] ?? Buffer.of())).toBe(true)
  }
  expect(threads).toHaveLength(1)
})

test('[FILE-40] the thread ends when it was idle, and the files are there for the next one', async () => {
  const under = createStore(createWorker(50))
  const { sha256 } = expectOk(await under.store.add(streamOf(randomBytes(100))))
  const [first] = threads
  if (first === undefined) throw new Error('no thread was started')
  await once(first, 'exit')
  expect(under.worker.isRunning()).toBe(false)
  expect(await under.store.has(sha256)).toEqual(ok(true))
  expect(threads).toHaveLength(2)
})

test('[FILE-41] adds pass four at once, the others in turn, and a cancelled one makes room', async () => {
  const { store } = createStore()
  const slow = Array.from({ length: 4 }, () => {
    const abort = new AbortController()
    return { abort, adding: store.add(stalled(), { signal: abort.signal }) }
  })
  const next = createWatchedStream()
  const fifth = store.add(next.bytes)
  const waiter = new AbortController()
  const sixth = store.add(stalled(), { signal: waiter.signal })
  const seventh = store.add(streamOf(randomBytes(100)))
  await sleep(100)
  expect(next.pulled).toBe(false)
  expect(await store.list()).toEqual(ok([]))

  waiter.abort()
  expect(await sixth).toEqual(err({ type: 'Cancelled' }))
  slow[0]?.abort.abort()
  expectOk(await fifth)
  expectOk(await seventh)
  for (const { abort } of slow) abort.abort()
  for (const { adding } of slow) expect(await adding).toEqual(err({ type: 'Cancelled' }))
})

test('[FILE-42] a thread that dies is an error value, the next call starts another, and a sweep tidies up', async () => {
  const under = createStore(createWorker())
  const { sha256 } = expectOk(await under.store.add(streamOf(randomBytes(100))))
  const path = join(under.folder, 'source')
  writeFileSync(path, randomBytes(64 * mebibyte))
  let killed: Promise<number> | undefined
  const onProgress = (): void => void (killed ??= threads[0]?.terminate())
  const [added, verified] = await Promise.all([under.store.add({ path }, { onProgress }), under.store.verify()])
  expect(added).toMatchObject({ error: { type: 'WorkerDied' } })
  expect(verified).toMatchObject({ ok: expect.any(Boolean) as boolean })
  await killed

  expect(await under.store.list()).toMatchObject({ value: [{ sha256 }] })
  expect(threads).toHaveLength(2)
  expect(under.lookInside(countRows).chunks).toBeGreaterThan(1)
  expect(await under.store.sweep(new Set([sha256]))).toMatchObject({ value: { unfinished: 1, missing: [] } })
  expect(under.lookInside(countRows)).toEqual({ blobs: 1, chunks: 1 })
})

test('[FILE-43] edits in the tenant file do not wait for evidence that is being written', async () => {
  const under = createStore()
  expectOk(await under.store.add(streamOf(randomBytes(9))))
  const tenant = openEncryptedDatabase({ path: join(under.folder, 'tenant.sqlite'), key: randomBytes(32) })
  tenant.exec('CREATE TABLE edit (id INTEGER PRIMARY KEY)')
  const sibling = openEncryptedDatabase({ path: under.siblingPath, key: under.key })
  sibling.exec('BEGIN IMMEDIATE')
  const adding = under.store.add(streamOf(randomBytes(3 * mebibyte)))
  await sleep(100)
  const before = performance.now()
  tenant.exec('INSERT INTO edit DEFAULT VALUES')
  const took = performance.now() - before
  sibling.exec('ROLLBACK')
  sibling.close()
  tenant.close()
  expectOk(await adding)
  expect(took).toBeLessThan(1_000)
})

test('[FILE-44] closing cancels what is under way, takes it back, and lets go of the file', async () => {
  const under = createStore()
  const { sha256 } = expectOk(await under.store.add(streamOf(randomBytes(5 * mebibyte))))
  const path = join(under.folder, 'source')
  writeFileSync(path, randomBytes(64 * mebibyte))
  const read = under.store.read(sha256)
  await read.next()
  const started = Promise.withResolvers<undefined>()
  const onProgress = ({ done }: { readonly done: number }): void => {
    if (done > 30 * mebibyte) started.resolve(undefined)
  }
  const adding = under.store.add({ path }, { onProgress })
  await started.promise
  const waiting = under.store.add(stalled())
  await under.store.close()
  expect(await adding).toEqual(err({ type: 'Cancelled' }))
  expect(await waiting).toEqual(err({ type: 'Cancelled' }))
  // SQLite removes the log when the last one who has the file open closes it.
  expect(existsSync(`${under.siblingPath}-wal`)).toBe(false)
  expect((await collect(read)).failure).toEqual({ type: 'Cancelled' })
  await expect(under.store.list()).rejects.toThrow('the file store is closed')
  expect(under.lookInside(countRows)).toEqual({ blobs: 1, chunks: 20 })
})

test('[FILE-44] there is one store on a sibling at a time', async () => {
  const under = createStore()
  const options = { siblingPath: under.siblingPath, key: under.key, clock: under.clock, worker: under.worker }
  expect(() => createFileStore(options)).toThrow('open on this sibling already')
  await under.store.close()
  const next = createFileStore(options)
  expect(await next.list()).toEqual(ok([]))
  await next.close()
})
