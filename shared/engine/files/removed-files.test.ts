import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { err, ok } from '#domain/result.ts'
import { chunkLength } from './chunk-sizes.ts'
import { defaultSweepGraceMs } from './file-store.ts'
import { collect, countRows, createStoreUnderTest, expectOk, streamOf, type StoreUnderTest } from './store-for-tests.ts'

const mebibyte = 1_048_576
const nothing = { unfinished: 0, orphans: 0, tooYoung: 0, stuck: 0, missing: [] }

let under: StoreUnderTest
beforeEach(() => {
  under = createStoreUnderTest()
})
afterEach(() => under.dispose())

const addFile = async (content: Uint8Array = randomBytes(2 * mebibyte)): Promise<string> =>
  expectOk(await under.store.add(streamOf(content))).sha256

/** As a crash leaves it. */
const addUnfinished = (): void =>
  under.lookInside((sibling) => {
    const { lastInsertRowid } = sibling.prepare('INSERT INTO blob (size, chunks, added_at) VALUES (0, 0, 0)').run()
    const insert = sibling.prepare('INSERT INTO chunk (id, sha256, bytes) VALUES (? * 16777216 + ?, ?, ?)')
    for (let index = 0; index < 9; index += 1)
      insert.run(lastInsertRowid, index, randomBytes(32), randomBytes(chunkLength))
  })

test('[FILE-30] a removed file is gone, its pages are given back, and the others stay', async () => {
  const kept = await addFile()
  const removed = await addFile(randomBytes(20 * mebibyte))
  const before = expectOk(await under.store.size())
  expect(await under.store.remove(removed)).toEqual(ok({ sha256: removed, size: 20 * mebibyte, chunks: 80 }))
  expect(await under.store.has(removed)).toEqual(ok(false))
  expect((await collect(under.store.read(removed))).failure).toEqual({ type: 'FileNotFound', sha256: removed })
  expect(await under.store.remove(removed)).toEqual(err({ type: 'FileNotFound', sha256: removed }))
  expect(before).toMatchObject({ files: 2, bytes: 22 * mebibyte })
  expect(expectOk(await under.store.size())).toMatchObject({ files: 1, bytes: 2 * mebibyte })
  await under.store.close()
  expect(statSync(under.siblingPath).size).toBeLessThan(3 * mebibyte)
  const reopened = await under.reopen()
  expect(await reopened.verify()).toEqual(ok({ checked: 1, bytes: 2 * mebibyte, failures: [] }))
  expect(await reopened.has(kept)).toEqual(ok(true))
})

test('[FILE-30] a reader of a file that is removed meanwhile is told so', async () => {
  const content = randomBytes(9 * mebibyte)
  const sha256 = await addFile(content)
  const read = under.store.read(sha256)
  await read.next()
  expectOk(await under.store.remove(sha256))
  const { bytes, failure } = await collect(read)
  expect(failure).toEqual({ type: 'FileNotFound', sha256 })
  expect(bytes.equals(content.subarray(chunkLength, chunkLength + bytes.length))).toBe(true)
})

test('[FILE-31] the sweep removes what is unfinished at once', async () => {
  const sha256 = await addFile()
  addUnfinished()
  expect(under.lookInside(countRows)).toEqual({ blobs: 2, chunks: 17 })
  expect(await under.store.list()).toMatchObject({ value: [{ sha256 }] })
  expect(await under.store.sweep(new Set([sha256]))).toEqual(ok({ ...nothing, unfinished: 1 }))
  expect(under.lookInside(countRows)).toEqual({ blobs: 1, chunks: 8 })
  expect(await under.store.sweep(new Set([sha256]))).toEqual(ok(nothing))
})

test('[FILE-31] the sweep leaves an add alone that is under way', async () => {
  const go = Promise.withResolvers<undefined>()
  const started = Promise.withResolvers<undefined>()
  const content = randomBytes(4 * mebibyte)
  async function* pausing(): AsyncGenerator<Uint8Array> {
    yield content.subarray(0, 3 * mebibyte)
    await go.promise
    yield content.subarray(3 * mebibyte)
  }
  const onProgress = ({ done }: { readonly done: number }): void => {
    if (done >= 2 * mebibyte) started.resolve(undefined)
  }
  const adding = under.store.add(pausing(), { onProgress })
  await started.promise
  expect(await under.store.sweep(new Set(), { graceMs: 0 })).toEqual(ok(nothing))
  go.resolve(undefined)
  const { sha256 } = expectOk(await adding)
  expect((await collect(under.store.read(sha256))).bytes.equals(content)).toBe(true)
})

test('[FILE-32] a whole file without metadata stays for an hour and then goes', async () => {
  const known = await addFile()
  const orphan = await addFile()
  const sweep = () => under.store.sweep(new Set([known]))
  under.clock.time += defaultSweepGraceMs - 60_000
  expect(await sweep()).toEqual(ok({ ...nothing, tooYoung: 1 }))
  expect(await under.store.has(orphan)).toEqual(ok(true))
  under.clock.time += 120_000
  expect(await sweep()).toEqual(ok({ ...nothing, orphans: 1 }))
  expect(await under.store.has(orphan)).toEqual(ok(false))
  expect(await under.store.has(known)).toEqual(ok(true))
  expect(under.lookInside(countRows)).toEqual({ blobs: 1, chunks: 8 })
})

test('[FILE-32] adding a file again begins its grace anew', async () => {
  const content = randomBytes(9)
  await addFile(content)
  under.clock.time += 2 * defaultSweepGraceMs
  await addFile(content)
  expect(await under.store.sweep(new Set())).toEqual(ok({ ...nothing, tooYoung: 1 }))
})

test('[FILE-33] the sweep says which files have metadata and no bytes', async () => {
  const sha256 = await addFile()
  const lost = ['ff'.repeat(32), '00'.repeat(32)]
  const swept = await under.store.sweep(new Set([...lost, sha256]))
  expect(swept).toEqual(ok({ ...nothing, missing: [...lost].sort() }))
})
