import { execFileSync, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { err } from '#domain/result.ts'
import { createFilesWorker, type FilesWorker } from './create-files-worker.ts'
import { createFileStore, type FileStore } from './file-store.ts'
import { collect, expectOk, streamOf } from './store-for-tests.ts'

const mebibyte = 1_048_576
const diskSize = 24 * mebibyte
const diskFull = err({ type: 'DiskFull' })
const clock = { now: () => 0 }

let folder: string
let worker: FilesWorker
let store: FileStore
let whyNot: string | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'full-disk-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${diskSize}`, 'tmpfs', folder], { encoding: 'utf8' })
  whyNot =
    mounted.status === 0
      ? undefined
      : `a small disk cannot be mounted here: ${mounted.error?.message ?? mounted.stderr}`
  worker = createFilesWorker()
  store = createFileStore({ siblingPath: join(folder, 'tenant.files.sqlite'), key: randomBytes(32), clock, worker })
})
afterEach(async () => {
  await store.close()
  await worker.end()
  if (whyNot === undefined) execFileSync('umount', [folder])
  rmSync(folder, { recursive: true, force: true })
})

/** Leaves this many bytes of room. */
const fill = (room: number): (() => void) => {
  const ballast = join(folder, 'ballast')
  const free = Number(execFileSync('stat', ['-f', '--format=%f', folder], { encoding: 'utf8' })) * 4096
  writeFileSync(ballast, Buffer.alloc(Math.max(0, free - room)))
  return () => rmSync(ballast)
}

test('[FILE-16] an add on a full disk is refused, the others stay, and work goes on when there is room', async ({
  skip,
}) => {
  if (whyNot !== undefined) return skip(whyNot)
  const content = randomBytes(3 * mebibyte)
  const { sha256 } = expectOk(await store.add(streamOf(content)))
  const makeRoom = fill(2 * mebibyte)
  const large = randomBytes(12 * mebibyte)
  expect(await store.add(streamOf(large))).toEqual(diskFull)
  expect(await store.list()).toMatchObject({ value: [{ sha256 }] })
  expect((await collect(store.read(sha256))).bytes.equals(content)).toBe(true)
  expect(await store.copyOut(sha256, join(folder, 'copy'))).toEqual(diskFull)
  expect(existsSync(join(folder, 'copy'))).toBe(false)

  makeRoom()
  expectOk(await store.sweep(new Set([sha256])))
  const added = expectOk(await store.add(streamOf(large)))
  expect((await collect(store.read(added.sha256))).bytes.equals(large)).toBe(true)
  expect(expectOk(await store.verify())).toMatchObject({ checked: 2, failures: [] })
})

test('[FILE-16] a sibling that could not be made for want of room is made when there is some', async ({ skip }) => {
  if (whyNot !== undefined) return skip(whyNot)
  for (const room of [0, 8_192, 20_000, 60_000, 100_000]) {
    const makeRoom = fill(room)
    expect(await store.add(streamOf(randomBytes(mebibyte)))).toEqual(diskFull)
    makeRoom()
  }
  const content = randomBytes(mebibyte)
  const { sha256 } = expectOk(await store.add(streamOf(content)))
  expect((await collect(store.read(sha256))).bytes.equals(content)).toBe(true)
  expectOk(await store.sweep(new Set([sha256])))
  expect(expectOk(await store.verify())).toMatchObject({ checked: 1, failures: [] })
})
