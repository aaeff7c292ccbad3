/** A process that adds files until it is killed, and prints the hash of each one that was acknowledged. */
import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import { createFilesWorker } from './create-files-worker.ts'
import { createFileStore } from './file-store.ts'
import { expectOk, streamOf } from './store-for-tests.ts'

const [siblingPath = '', key = ''] = process.argv.slice(2)
const clock = { now: () => 0 }
const store = createFileStore({ siblingPath, key: Buffer.from(key, 'hex'), clock, worker: createFilesWorker() })

const addForEver = async (size: number): Promise<void> => {
  for (;;) {
    const content = randomBytes(size)
    const { sha256 } = expectOk(await store.add(streamOf(content)))
    writeSync(1, `${sha256}\n`)
  }
}
await Promise.all([addForEver(9_000_000), addForEver(100_000), addForEver(3_000_000)])
