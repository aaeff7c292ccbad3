import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { err, ok } from '#domain/result.ts'
import type { EncryptedDatabase } from '../sqlite/open-encrypted-database.ts'
import { chunkLength } from './chunk-sizes.ts'
import { collect, countRows, createStoreUnderTest, expectOk, streamOf, type StoreUnderTest } from './store-for-tests.ts'

const mebibyte = 1_048_576
let under: StoreUnderTest
beforeEach(() => {
  under = createStoreUnderTest()
})
afterEach(() => under.dispose())

const size = 5 * mebibyte
const addTwo = async () => {
  const [first, second] = [randomBytes(size), randomBytes(size)]
  const one = expectOk(await under.store.add(streamOf(first)))
  const two = expectOk(await under.store.add(streamOf(second)))
  return { first, second, one, two }
}

/** One byte of a page in the middle of the first file's chunks. */
const flipByte = async (): Promise<void> => {
  await under.store.close()
  const bytes = readFileSync(under.siblingPath)
  const place = Math.floor(bytes.length / 4)
  bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place)
  writeFileSync(under.siblingPath, bytes)
  await under.reopen()
}

const alter = async (change: (sibling: EncryptedDatabase) => void): Promise<void> => {
  under.lookInside(change)
  await under.reopen()
}

const expectRefused = async (sha256: string, content: Buffer, detail: string): Promise<number> => {
  const failure = { type: 'FileDamaged', sha256, detail: expect.stringContaining(detail) as string }
  const read = await collect(under.store.read(sha256))
  expect(read.failure).toEqual(failure)
  expect(read.bytes.equals(content.subarray(0, read.bytes.length))).toBe(true)
  expect(read.bytes.length).toBeLessThan(content.length)
  const target = join(under.folder, 'copy')
  expect(await under.store.copyOut(sha256, target)).toEqual(err(failure))
  expect(existsSync(target)).toBe(false)
  const verified = expectOk(await under.store.verify())
  expect(verified.failures).toEqual([{ sha256, detail: failure.detail }])
  return read.bytes.length
}

test('[FILE-21] a flipped byte is found, refused, and leaves the other file readable', async () => {
  const { first, second, one, two } = await addTwo()
  await flipByte()
  await expectRefused(one.sha256, first, 'lies on a damaged page')
  expect((await collect(under.store.read(two.sha256))).bytes.equals(second)).toBe(true)
  expect(await under.store.has(one.sha256)).toEqual(ok(true))
})

test('[FILE-20] an authentic page with other content never leaves: its chunk is compared first', async () => {
  const { first, one } = await addTwo()
  await alter((sibling) => {
    const id = sibling.prepare<[], number>('SELECT min(id) + 7 FROM chunk').pluck().get()
    sibling.prepare('UPDATE chunk SET bytes = zeroblob(?) WHERE id = ?').run(chunkLength, id)
  })
  const handedOut = await expectRefused(one.sha256, first, 'part 8 of 20 is not what was stored')
  expect(handedOut).toBeLessThanOrEqual(7 * chunkLength)
})

test('[FILE-20] the last chunk is held back until the hash of the whole is right', async () => {
  const { first, one } = await addTwo()
  await alter((sibling) => {
    const lowest = sibling.prepare<[], number>('SELECT min(id) FROM chunk').pluck().get() ?? 0
    sibling
      .prepare('UPDATE chunk SET (sha256, bytes) = (SELECT sha256, bytes FROM chunk WHERE id = ?) WHERE id = ?')
      .run(lowest, lowest + 19)
  })
  const handedOut = await expectRefused(one.sha256, first, 'does not have the hash of the file')
  expect(handedOut).toBe(19 * chunkLength)
})

test('[FILE-21] a missing chunk is found and refused', async () => {
  const { first, one } = await addTwo()
  await alter((sibling) => sibling.exec('DELETE FROM chunk WHERE id = (SELECT min(id) + 2 FROM chunk)'))
  await expectRefused(one.sha256, first, 'part 3 of 20 is missing')
})

test('[FILE-21] a sibling cut short is reported as damaged, without harm to the worker', async () => {
  const { one } = await addTwo()
  await under.store.close()
  truncateSync(under.siblingPath, 100_000)
  await under.reopen()
  const answers = [await under.store.verify(), await under.store.add(streamOf(randomBytes(mebibyte)))]
  for (const answer of answers) expect(answer).toMatchObject({ error: { type: 'StoreDamaged' } })
  expect((await collect(under.store.read(one.sha256))).failure).toMatchObject({ type: /^(Store|File)Damaged$/ })
  expect(statSync(under.siblingPath).size).toBe(100_000)
})

test('[FILE-6] adding a damaged file again heals it; what cannot be erased is counted and does no harm', async () => {
  const { first, one, two } = await addTwo()
  await flipByte()
  expect(await under.store.add(streamOf(first))).toEqual(ok({ ...one, alreadyThere: true }))
  expect((await collect(under.store.read(one.sha256))).bytes.equals(first)).toBe(true)
  expect(expectOk(await under.store.verify()).failures).toEqual([])
  const known = new Set([one.sha256, two.sha256])
  expect(await under.store.sweep(known)).toMatchObject({ value: { unfinished: 1, stuck: 1, missing: [] } })
  expect(under.lookInside(countRows)).toEqual({ blobs: 3, chunks: 41 })
})

test('[FILE-6] adding a file with a missing chunk again heals it and leaves nothing of the old copy', async () => {
  const { first, one } = await addTwo()
  await alter((sibling) => sibling.exec('DELETE FROM chunk WHERE id = (SELECT min(id) + 2 FROM chunk)'))
  expect(await under.store.add(streamOf(first))).toEqual(ok({ ...one, alreadyThere: true }))
  expect((await collect(under.store.read(one.sha256))).bytes.equals(first)).toBe(true)
  expect(under.lookInside(countRows)).toEqual({ blobs: 2, chunks: 40 })
})

test('[FILE-30] removing a file with a damaged page takes it away and says that bytes could not be overwritten', async () => {
  const { one, two } = await addTwo()
  await flipByte()
  expect(await under.store.remove(one.sha256)).toMatchObject({ error: { type: 'StoreDamaged' } })
  expect(await under.store.list()).toMatchObject({ value: [{ sha256: two.sha256 }] })
  expect(under.lookInside(countRows)).toEqual({ blobs: 2, chunks: 21 })
})
