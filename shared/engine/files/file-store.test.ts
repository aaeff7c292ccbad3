import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { err, ok } from '#domain/result.ts'
import { chunkLength, transactionLength } from './chunk-sizes.ts'
import { collect, countRows, createStoreUnderTest, expectOk, streamOf, type StoreUnderTest } from './store-for-tests.ts'

const mebibyte = 1_048_576
const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

let under: StoreUnderTest
beforeEach(() => {
  under = createStoreUnderTest()
})
afterEach(() => under.dispose())

describe('the sibling', () => {
  test('[FILE-1] a store without files has no sibling, whatever it is asked', async () => {
    const { store, siblingPath, folder } = under
    const sha256 = 'ab'.repeat(32)
    const notFound = err({ type: 'FileNotFound', sha256 })
    expect(await store.list()).toEqual(ok([]))
    expect(await store.has(sha256)).toEqual(ok(false))
    expect(await store.size()).toEqual(ok({ files: 0, bytes: 0, bytesOnDisk: 0 }))
    expect(await store.verify()).toEqual(ok({ checked: 0, bytes: 0, failures: [] }))
    expect(await store.remove(sha256)).toEqual(notFound)
    expect(await store.copyOut(sha256, join(folder, 'out'))).toEqual(notFound)
    expect((await collect(store.read(sha256))).failure).toEqual(notFound.error)
    expect(await store.sweep(new Set([sha256]))).toMatchObject({ value: { missing: [sha256] } })
    expect(await store.add({ path: join(folder, 'nothing') })).toMatchObject({ error: { type: 'SourceUnreadable' } })
    expect(existsSync(siblingPath)).toBe(false)

    expectOk(await store.add(streamOf()))
    expect(existsSync(siblingPath)).toBe(true)
  })

  test('[FILE-2] neither the sibling nor its log shows SQLite, the content or its hash', async () => {
    const { store, siblingPath } = under
    const sentence = 'Passwords are changed every ninety days. '
    const content = Buffer.from(sentence.repeat(150_000))
    const { sha256 } = expectOk(await store.add(streamOf(content)))
    const files = [siblingPath, `${siblingPath}-wal`].map((path) => readFileSync(path))
    for (const bytes of files) {
      expect(bytes.length).toBeGreaterThan(mebibyte)
      expect(bytes.includes('SQLite format 3')).toBe(false)
      expect(bytes.includes(sentence)).toBe(false)
      expect(bytes.includes(sha256)).toBe(false)
    }
  })

  test('[FILE-2] pages are 16 KB and another key opens nothing and changes nothing', async () => {
    const { store, siblingPath } = under
    const { sha256 } = expectOk(await store.add(streamOf(randomBytes(chunkLength))))
    expect(under.lookInside((sibling) => sibling.pragma('page_size', { simple: true }))).toBe(16_384)
    const stranger = await under.reopen(randomBytes(32))
    const before = readFileSync(siblingPath)
    expect(await stranger.list()).toMatchObject({ error: { type: 'StoreDamaged' } })
    expect(await stranger.add(streamOf(randomBytes(9)))).toMatchObject({ error: { type: 'StoreDamaged' } })
    expect((await collect(stranger.read(sha256))).failure).toMatchObject({ type: 'StoreDamaged' })
    expect(readFileSync(siblingPath).equals(before)).toBe(true)
    const again = await under.reopen()
    expect(await again.has(sha256)).toEqual(ok(true))
  })

  test('[FILE-2] a sibling of a newer version is refused and left as it is', async () => {
    expectOk(await under.store.add(streamOf(randomBytes(9))))
    under.lookInside((sibling) => sibling.pragma('user_version = 7'))
    const store = await under.reopen()
    const newer = err({ type: 'NewerVersion', found: 7, supported: 1 })
    expect(await store.list()).toEqual(newer)
    expect(await store.add(streamOf(randomBytes(9)))).toEqual(newer)
    expect(under.lookInside(countRows)).toEqual({ blobs: 1, chunks: 1 })
  })

  test('[FILE-3] content lies in chunks of 256 KB, each with its own hash', async () => {
    const content = randomBytes(2 * chunkLength + 5)
    const added = expectOk(await under.store.add(streamOf(content)))
    expect(added.chunks).toBe(3)
    const rows = under.lookInside((sibling) =>
      sibling.prepare<[], { sha256: Buffer; bytes: Buffer }>('SELECT sha256, bytes FROM chunk ORDER BY id').all(),
    )
    expect(rows.map(({ bytes }) => bytes.length)).toEqual([chunkLength, chunkLength, 5])
    expect(Buffer.concat(rows.map(({ bytes }) => bytes)).equals(content)).toBe(true)
    for (const { sha256, bytes } of rows) expect(sha256.toString('hex')).toBe(sha256Of(bytes))
  })
})

describe('round trips', () => {
  const borders = [0, 1, chunkLength - 1, chunkLength, chunkLength + 1]
  const sizes = [...borders, transactionLength - 1, transactionLength, transactionLength + 1, 5 * mebibyte]

  test.each(sizes)('[FILE-4] a file of %i bytes comes back as it was', async (size) => {
    const content = randomBytes(size)
    const path = join(under.folder, 'source')
    writeFileSync(path, content)
    const expected = { sha256: sha256Of(content), size, chunks: Math.ceil(size / chunkLength) }

    expect(await under.store.add({ path })).toEqual(ok({ ...expected, alreadyThere: false }))
    expect((await collect(under.store.read(expected.sha256))).bytes.equals(content)).toBe(true)
    const target = join(under.folder, 'copy')
    expect(await under.store.copyOut(expected.sha256, target)).toEqual(ok(expected))
    expect(readFileSync(target).equals(content)).toBe(true)
    expect(await under.store.list()).toEqual(ok([expected]))
    expect(await under.store.verify()).toEqual(ok({ checked: 1, bytes: size, failures: [] }))
  })

  test('[FILE-4] a stream cut anywhere comes back as it was, beside all others', async () => {
    const added = new Set<string>()
    const lengths = fc.array(fc.oneof(fc.nat(3000), fc.nat(2 * chunkLength), fc.constant(chunkLength)), {
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(lengths, async (cuts) => {
        const pieces = cuts.map((length) => randomBytes(length))
        const content = Buffer.concat(pieces)
        const { sha256 } = expectOk(await under.store.add(streamOf(...pieces)))
        expect(sha256).toBe(sha256Of(content))
        expect((await collect(under.store.read(sha256))).bytes.equals(content)).toBe(true)
        added.add(sha256)
      }),
      { numRuns: 40 },
    )
    const listed = expectOk(await under.store.list())
    expect(listed.map(({ sha256 }) => sha256)).toEqual([...added].sort())
    expect(expectOk(await under.store.verify()).failures).toEqual([])
  })

  test('[FILE-4] a source that uses its buffer again, and views into larger buffers, are stored as they were', async () => {
    const large = randomBytes(3 * chunkLength)
    async function* reusing(): AsyncGenerator<Uint8Array> {
      const buffer = Buffer.alloc(100_000)
      for (let at = 0; at < large.length; at += buffer.length) {
        const length = large.copy(buffer, 0, at)
        yield buffer.subarray(0, length)
        await Promise.resolve()
      }
    }
    const { sha256 } = expectOk(await under.store.add(reusing()))
    expect(sha256).toBe(sha256Of(large))
    expect((await collect(under.store.read(sha256))).bytes.equals(large)).toBe(true)
    expect(large.length).toBe(3 * chunkLength)
  })

  test.each([200, 500_000_000])(
    '[FILE-4] the file after %i others is written, read and removed like the first',
    async (others) => {
      const first = expectOk(await under.store.add(streamOf(randomBytes(9))))
      under.lookInside((sibling) =>
        sibling.prepare('INSERT INTO blob (id, size, chunks, added_at) VALUES (?, 0, 0, 0)').run(others),
      )
      const content = randomBytes(5 * mebibyte)
      const { sha256 } = expectOk(await under.store.add(streamOf(content)))
      expect((await collect(under.store.read(sha256))).bytes.equals(content)).toBe(true)
      expect(under.lookInside((sibling) => sibling.prepare('SELECT max(id) FROM chunk').pluck().get())).toBe(
        (others + 1) * 2 ** 24 + 19,
      )
      expectOk(await under.store.remove(sha256))
      expect(under.lookInside(countRows)).toEqual({ blobs: 2, chunks: 1 })
      expect(await under.store.sweep(new Set([first.sha256]))).toMatchObject({ value: { unfinished: 1 } })
      expect(under.lookInside(countRows)).toEqual({ blobs: 1, chunks: 1 })
    },
  )

  test('[FILE-4] progress reaches the size', async () => {
    const content = randomBytes(3 * mebibyte)
    const path = join(under.folder, 'source')
    writeFileSync(path, content)
    const seen: unknown[] = []
    const { sha256 } = expectOk(await under.store.add({ path }, { onProgress: (progress) => seen.push(progress) }))
    expect(seen.at(-1)).toEqual({ done: content.length, total: content.length })
    const verifying: unknown[] = []
    expectOk(await under.store.verify({ onProgress: (progress) => verifying.push(progress) }))
    expect(verifying.at(-1)).toEqual({ done: content.length, total: content.length })
    const copying: unknown[] = []
    const target = join(under.folder, 'copy')
    expectOk(await under.store.copyOut(sha256, target, { onProgress: (progress) => copying.push(progress) }))
    expect(copying.at(-1)).toEqual({ done: content.length, total: content.length })
  })
})

describe('the same bytes again', () => {
  test('[FILE-5] are kept once and said to be there', async () => {
    const content = randomBytes(3 * mebibyte)
    const first = expectOk(await under.store.add(streamOf(content)))
    const second = expectOk(await under.store.add(streamOf(content.subarray(0, 7), content.subarray(7))))
    expect(second).toEqual({ ...first, alreadyThere: true })
    expect(under.lookInside(countRows)).toEqual({ blobs: 1, chunks: 12 })
    expect((await collect(under.store.read(first.sha256))).bytes.equals(content)).toBe(true)
  })

  test('[FILE-5] added at once by several are kept once', async () => {
    const content = randomBytes(2 * mebibyte)
    const all = await Promise.all(Array.from({ length: 6 }, () => under.store.add(streamOf(content))))
    expect(all.map((added) => expectOk(added).alreadyThere).filter((there) => !there)).toHaveLength(1)
    expect(under.lookInside(countRows)).toEqual({ blobs: 1, chunks: 8 })
  })

  test('[FILE-5] can be added while they are read', async () => {
    const content = randomBytes(5 * mebibyte)
    const { sha256 } = expectOk(await under.store.add(streamOf(content)))
    const taken: Uint8Array[] = []
    for await (const chunk of under.store.read(sha256)) {
      taken.push(chunk)
      if (taken.length === 2) expectOk(await under.store.add(streamOf(content)))
    }
    expect(Buffer.concat(taken).equals(content)).toBe(true)
  })
})

describe('reading', () => {
  test('[FILE-22] copying out replaces the target and leaves nothing else behind', async () => {
    const content = randomBytes(mebibyte)
    const { sha256 } = expectOk(await under.store.add(streamOf(content)))
    const target = join(under.folder, 'report.pdf')
    writeFileSync(target, 'an older report')
    expectOk(await under.store.copyOut(sha256, target))
    expect(readFileSync(target).equals(content)).toBe(true)
    expect(statSync(target).mode & 0o777).toBe(0o600)
    expect(readdirSync(under.folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  test('[FILE-22] a target that cannot be written is an error value', async () => {
    const { sha256 } = expectOk(await under.store.add(streamOf(randomBytes(9))))
    const path = join(under.folder, 'no', 'such', 'folder')
    expect(await under.store.copyOut(sha256, path)).toEqual(err({ type: 'TargetUnwritable', path, code: 'ENOENT' }))
  })

  test('[FILE-23] a reader that stops early lets go, and the store goes on', async () => {
    const { sha256 } = expectOk(await under.store.add(streamOf(randomBytes(5 * mebibyte))))
    for (let round = 0; round < 50; round += 1) {
      for await (const chunk of under.store.read(sha256)) {
        expect(chunk.length).toBe(chunkLength)
        break
      }
    }
    expect((await collect(under.store.read(sha256))).bytes.length).toBe(5 * mebibyte)
  })

  test('[FILE-23] a reader can cancel', async () => {
    const { sha256 } = expectOk(await under.store.add(streamOf(randomBytes(5 * mebibyte))))
    const abort = new AbortController()
    const read = under.store.read(sha256, abort.signal)
    await read.next()
    abort.abort()
    const { failure } = await collect(read)
    expect(failure).toEqual({ type: 'Cancelled' })
  })

  test('[FILE-23] copying out and verifying can be cancelled, and leave nothing', async () => {
    const { sha256 } = expectOk(await under.store.add(streamOf(randomBytes(20 * mebibyte))))
    const abort = new AbortController()
    const options = { signal: abort.signal, onProgress: () => abort.abort() }
    expect(await under.store.copyOut(sha256, join(under.folder, 'copy'), options)).toEqual(err({ type: 'Cancelled' }))
    expect(readdirSync(under.folder).filter((name) => name.startsWith('copy'))).toEqual([])
    const other = new AbortController()
    const verifying = { signal: other.signal, onProgress: () => other.abort() }
    expect(await under.store.verify(verifying)).toEqual(err({ type: 'Cancelled' }))
  })
})
