import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addClient, createTestEngine, jobEnd } from '#testing/create-test-engine.ts'
import { expectOk } from '#testing/expect-result.ts'
import { canMount, smallDisk } from '#testing/small-disk.ts'

const passphrase = 'a box for another practice'
const before = 'the file of before'

const prepare = async () => {
  const { account } = await createTestEngine()
  const { id } = await addClient(account, 'Harbor')
  const disk = smallDisk('1m')
  const path = join(disk.folder, 'out')
  writeFileSync(path, before)
  const handOver = async () =>
    jobEnd(account, expectOk(account.clients.startHandOver(id, { path, passphrase, replace: true })).jobId)
  return { disk, path, handOver, account }
}

describe.skipIf(!canMount)('a hand-over to a disk', () => {
  test('[HAND-7] that is full fails in words, and the file of before stays as it was', async () => {
    const { disk, path, handOver, account } = await prepare()
    disk.fill(20_000)
    expect((await handOver()).error).toEqual({ type: 'DiskFull' })
    expect(readFileSync(path, 'utf8')).toBe(before)
    disk.empty()
    expect(readdirSync(disk.folder)).toEqual(['out'])
    expect((await handOver()).state).toBe('done')
    expect(readFileSync(path, 'latin1')).not.toBe(before)
    expect((await jobEnd(account, account.startDoctor().jobId)).result).toMatchObject({ clean: true })
  })

  test('[HAND-7] that may not be written fails in words, and the file of before stays as it was', async () => {
    const { disk, path, handOver } = await prepare()
    execFileSync('mount', ['-o', 'remount,ro', disk.folder])
    expect((await handOver()).error).toEqual({ type: 'HandOverUnwritable', path, code: 'EROFS' })
    execFileSync('mount', ['-o', 'remount,rw', disk.folder])
    expect([readdirSync(disk.folder), readFileSync(path, 'utf8')]).toEqual([['out'], before])
  })
})
