import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createEngine } from '../create-engine.ts'
import { startEngine, testPorts } from '#testing/create-test-engine.ts'
import { expectError, expectOk } from '#testing/expect-result.ts'
import { quickFolder } from '#testing/temporary-folder.ts'
import { lockDataDir } from './lock-data-dir.ts'

const root = join(import.meta.dirname, '..', '..', '..')

/** A process of its own that holds a data folder until it is killed, and says on a line once it does. */
const holding = (dataDir: string): string => `
import { lockDataDir } from '#engine/data-dir/lock-data-dir.ts'
const locked = await lockDataDir(${JSON.stringify(dataDir)})
process.stdout.write(locked.ok ? 'held' : locked.error.type)
setInterval(() => undefined, 1000)
`

const holdInChild = async (dataDir: string): Promise<ChildProcess> => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', holding(dataDir)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [line] = (await once(child.stdout ?? child, 'data')) as [Buffer]
  expect(line.toString()).toBe('held')
  return child
}

test('[STORE-60] a second engine on a data folder is refused, and works when the first has closed', async () => {
  const dataDir = quickFolder()
  const first = await startEngine(dataDir)
  const refused = expectError(await createEngine({ dataDir, version: 'test', ports: testPorts() }))
  expect(refused).toEqual({ type: 'DataDirInUse', dataDir })
  await first.close()
  await startEngine(dataDir)
})

test('[STORE-60] whoever waits gets the folder as soon as it is free', async () => {
  const dataDir = quickFolder()
  const held = expectOk(await lockDataDir(dataDir))
  setTimeout(() => held.release(), 120)
  const waited = await lockDataDir(dataDir, 5000)
  expect(waited.ok).toBe(true)
  expectOk(waited).release()
})

test('[STORE-61] the folder of a process that was killed is free at once', async () => {
  const dataDir = quickFolder()
  const child = await holdInChild(dataDir)
  expect(expectError(await lockDataDir(dataDir)).type).toBe('DataDirInUse')
  child.kill('SIGKILL')
  await once(child, 'exit')
  expectOk(await lockDataDir(dataDir)).release()
})

test('[STORE-60] the folder is made when it is not there, for its owner alone; the lock holds nothing', async () => {
  const dataDir = join(quickFolder(), 'new', 'data')
  expectOk(await lockDataDir(dataDir)).release()
  expect(readFileSync(join(dataDir, 'lock'))).toHaveLength(0)
  if (process.platform === 'win32') return
  expect(statSync(dataDir).mode & 0o777).toBe(0o700)
  expect(statSync(join(dataDir, 'lock')).mode & 0o777).toBe(0o600)
})

test('[STORE-62] a folder that cannot be one is refused as what it is', async () => {
  const folder = quickFolder()
  writeFileSync(join(folder, 'file'), '')
  expect(expectError(await lockDataDir(join(folder, 'file'))).type).toBe('StorageFailed')
})

test.skipIf(process.platform === 'win32')(
  '[STORE-62] a folder that cannot be written is refused as read-only',
  async () => {
    const isRoot = process.geteuid?.() === 0
    const dataDir = join(quickFolder(), 'data')
    mkdirSync(dataDir)
    chmodSync(dataDir, 0o555)
    if (isRoot) process.seteuid?.(65_534)
    try {
      expect(expectError(await lockDataDir(dataDir)).type).toBe('ReadOnly')
    } finally {
      if (isRoot) process.seteuid?.(0)
    }
  },
)
