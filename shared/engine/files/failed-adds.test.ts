import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { appendFileSync, existsSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { err, ok } from '#domain/result.ts'
import { openEncryptedDatabase } from '../sqlite/open-encrypted-database.ts'
import { chunkLength } from './chunk-sizes.ts'
import { countRows, createStoreUnderTest, expectOk, streamOf, type StoreUnderTest } from './store-for-tests.ts'

const mebibyte = 1_048_576
const cancelled = err({ type: 'Cancelled' })

let under: StoreUnderTest
beforeEach(() => {
  under = createStoreUnderTest()
})
afterEach(() => under.dispose())

const writeSource = (size: number): string => {
  const path = join(under.folder, 'source')
  writeFileSync(path, randomBytes(size))
  return path
}

/** Yields pieces until it is told to stop, and remembers how many. */
const createStream = (limit = Infinity) => {
  const stream = { pieces: 0, stopped: false, bytes: generate() }
  async function* generate(): AsyncGenerator<Uint8Array> {
    try {
      for (; stream.pieces < limit; stream.pieces += 1) yield randomBytes(chunkLength)
      await sleep(60_000)
    } finally {
      stream.stopped = true
    }
  }
  return stream
}

test.each([
  ['grows', (path: string) => appendFileSync(path, 'one line more')],
  ['shrinks', (path: string) => truncateSync(path, 10)],
  ['has another time', (path: string) => utimesSync(path, 1, 1)],
])('[FILE-10] a file that %s while it is read is refused and nothing of it stays', async (_, change) => {
  const path = writeSource(64 * mebibyte)
  let changed = false
  const onProgress = (): void => {
    if (!changed) change(path)
    changed = true
  }
  expect(await under.store.add({ path }, { onProgress })).toEqual(err({ type: 'SourceChanged', path }))
  expect(changed).toBe(true)
  expect(await under.store.list()).toEqual(ok([]))
  expect(under.lookInside(countRows)).toEqual({ blobs: 0, chunks: 0 })
})

test('[FILE-11] what is not a readable ordinary file is refused, without waiting for it', async () => {
  const pipe = join(under.folder, 'pipe')
  execFileSync('mkfifo', [pipe])
  for (const [path, code] of [
    [join(under.folder, 'missing'), 'ENOENT'],
    [under.folder, 'ENOTFILE'],
    [pipe, 'ENOTFILE'],
    ['/dev/zero', 'ENOTFILE'],
  ] as const) {
    expect(await under.store.add({ path })).toMatchObject({ error: { type: 'SourceUnreadable', path, code } })
  }
  expect(existsSync(under.siblingPath)).toBe(false)
})

test('[FILE-12] a stream that fails takes back what it had given', async () => {
  async function* failing(): AsyncGenerator<Uint8Array> {
    for (let piece = 0; piece < 9; piece += 1) yield randomBytes(chunkLength)
    await Promise.reject(Object.assign(new Error('the connection was lost'), { code: 'ECONNRESET' }))
  }
  const failure = { type: 'SourceUnreadable', path: undefined, code: 'ECONNRESET', detail: 'the connection was lost' }
  expect(await under.store.add(failing())).toEqual(err(failure))
  expect(under.lookInside(countRows)).toEqual({ blobs: 0, chunks: 0 })
})

test('[FILE-13] a cancelled add takes back what it had written before it answers', async () => {
  const path = writeSource(64 * mebibyte)
  const abort = new AbortController()
  let written = 0
  const onProgress = ({ done }: { readonly done: number }): void => {
    written = done
    abort.abort()
  }
  expect(await under.store.add({ path }, { signal: abort.signal, onProgress })).toEqual(cancelled)
  expect(written).toBeGreaterThan(0)
  expect(await under.store.list()).toEqual(ok([]))
  expect(under.lookInside(countRows)).toEqual({ blobs: 0, chunks: 0 })
})

test('[FILE-13] an add waiting for its source is cancelled at once, and the source told to stop', async () => {
  const stream = createStream(9)
  const abort = new AbortController()
  const adding = under.store.add(stream.bytes, { signal: abort.signal })
  while (stream.pieces < 9) await sleep(5)
  const before = Date.now()
  abort.abort()
  expect(await adding).toEqual(cancelled)
  expect(Date.now() - before).toBeLessThan(5_000)
  expect(under.lookInside(countRows)).toEqual({ blobs: 0, chunks: 0 })

  const endless = createStream()
  const other = new AbortController()
  const onProgress = ({ done }: { readonly done: number }): void => {
    if (done > 3 * mebibyte) other.abort()
  }
  expect(await under.store.add(endless.bytes, { signal: other.signal, onProgress })).toEqual(cancelled)
  await expect.poll(() => endless.stopped).toBe(true)
})

test('[FILE-13] an add that is cancelled beforehand touches nothing', async () => {
  const stream = createStream()
  expect(await under.store.add(stream.bytes, { signal: AbortSignal.abort() })).toEqual(cancelled)
  expect(stream.pieces).toBe(0)
  expect(existsSync(under.siblingPath)).toBe(false)
})

test('[FILE-7] a stream is not read ahead of what the worker has taken', async () => {
  expectOk(await under.store.add(streamOf(randomBytes(9))))
  const sibling = openEncryptedDatabase({ path: under.siblingPath, key: under.key })
  const stream = createStream()
  const abort = new AbortController()
  sibling.exec('BEGIN IMMEDIATE')
  const adding = under.store.add(stream.bytes, { signal: abort.signal })
  await sleep(500)
  const takenWhileWaiting = stream.pieces
  sibling.exec('ROLLBACK')
  sibling.close()
  await expect.poll(() => stream.pieces).toBeGreaterThan(40)
  abort.abort()
  expect(await adding).toEqual(cancelled)
  expect(takenWhileWaiting).toBeGreaterThan(0)
  expect(takenWhileWaiting).toBeLessThanOrEqual(10)
})

test('[FILE-15] a sibling that stays locked is an error value, and what was written goes when it is free again', async () => {
  expectOk(await under.store.add(streamOf(randomBytes(9))))
  const sibling = openEncryptedDatabase({ path: under.siblingPath, key: under.key })
  const go = Promise.withResolvers<undefined>()
  const written = Promise.withResolvers<undefined>()
  async function* pausing(): AsyncGenerator<Uint8Array> {
    yield randomBytes(2 * mebibyte)
    await go.promise
    yield randomBytes(2 * mebibyte)
  }
  const onProgress = ({ done }: { readonly done: number }): void => {
    if (done === 2 * mebibyte) written.resolve(undefined)
  }
  const adding = under.store.add(pausing(), { onProgress })
  await written.promise
  await under.store.list()
  expect(countRows(sibling)).toEqual({ blobs: 2, chunks: 9 })
  sibling.exec('BEGIN IMMEDIATE')
  go.resolve(undefined)
  // The worker gives up waiting for the lock after 2 s, and then waits as long to take back what it wrote.
  await sleep(3_000)
  sibling.exec('ROLLBACK')
  expect(await adding).toMatchObject({ error: { type: 'StoreUnavailable', code: 'SQLITE_BUSY' } })
  expect(countRows(sibling)).toEqual({ blobs: 1, chunks: 1 })
  sibling.close()
  expectOk(await under.store.add(streamOf(randomBytes(100))))
})
