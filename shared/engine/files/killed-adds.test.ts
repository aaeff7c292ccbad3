import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { countRows, createStoreUnderTest, expectOk, type StoreUnderTest } from './store-for-tests.ts'

const rounds = Number(process.env['FILE_KILL_ROUNDS'] ?? 20)
const program = fileURLToPath(new URL('./add-until-killed-for-tests.ts', import.meta.url))

let under: StoreUnderTest
beforeEach(() => {
  under = createStoreUnderTest()
})
afterEach(() => under.dispose())

/** Hashes that were acknowledged before the process was killed, some time after its first. */
const addUntilKilled = async (): Promise<readonly string[]> => {
  const key = Buffer.from(under.key).toString('hex')
  const child = spawn(process.execPath, [program, under.siblingPath, key], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  const acknowledged: string[] = []
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => acknowledged.push(line))
  await once(lines, 'line')
  await sleep(Math.random() * 250)
  child.kill('SIGKILL')
  const [, signal] = (await exited) as [number | null, string | null]
  expect(signal).toBe('SIGKILL')
  return acknowledged.filter((line) => line.length === 64)
}

test(
  `[FILE-14] a process killed while it adds loses no acknowledged file, and the sweep removes the rest (${rounds} rounds)`,
  { timeout: 20_000 + rounds * 5_000 },
  async () => {
    let unfinished = 0
    for (let round = 0; round < rounds; round += 1) {
      const acknowledged = await addUntilKilled()
      const store = await under.reopen()
      const known = new Set(acknowledged)
      const swept = expectOk(await store.sweep(known, { graceMs: 0 }))
      unfinished += swept.unfinished
      expect(swept).toMatchObject({ missing: [], stuck: 0, tooYoung: 0 })
      const listed = expectOk(await store.list())
      expect(listed.map(({ sha256 }) => sha256)).toEqual([...known].sort())
      expect(expectOk(await store.verify())).toMatchObject({ checked: known.size, failures: [] })
      const chunks = listed.reduce((sum, file) => sum + file.chunks, 0)
      expect(under.lookInside(countRows)).toEqual({ blobs: known.size, chunks })
      expect(under.lookInside((sibling) => sibling.pragma('integrity_check', { simple: true }))).toBe('ok')
      for (const sha256 of known) expectOk(await store.remove(sha256))
      await store.close()
    }
    // Else the kills did not fall into adds, and the rounds prove nothing.
    expect(unfinished).toBeGreaterThan(rounds / 2)
  },
)
