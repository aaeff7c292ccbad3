import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { accountToLose, backUp, type AccountToLose } from '#testing/backup-account.ts'
import { flipBit } from '#testing/damage-file.ts'
import { expectError, expectOk } from '#testing/expect-result.ts'
import { day } from '#testing/fake-clock.ts'

type Scheduled = AccountToLose & { readonly look: () => Promise<void> }

const everyDay = async (keep = 2): Promise<Scheduled> => {
  const lost = await accountToLose(2, 1000)
  const look = async (): Promise<void> => lost.backups.look()
  rmSync(join(lost.shelf, 'evidence.bin'))
  expectOk(await lost.account.backups.setSchedule({ folder: lost.shelf, every: 'daily', keep }))
  await look()
  return { ...lost, look }
}

const after = async (lost: Scheduled, milliseconds: number): Promise<readonly string[]> => {
  lost.clock.advance(milliseconds)
  await lost.look()
  return readdirSync(lost.shelf).toSorted()
}

test('[BACK-50] one is made when it is due, and none before', async () => {
  const lost = await everyDay()
  expect(readdirSync(lost.shelf)).toHaveLength(1)
  expect(await after(lost, day - 60_000)).toHaveLength(1)
  expect(await after(lost, 60_000)).toHaveLength(2)
  expect(lost.account.backups.status()).toMatchObject({ failure: null, last: { at: '2026-03-03T09:00:00.000Z' } })
  expect(await lost.account.backups.list()).toMatchObject([{ scheduled: true }, { scheduled: true }])
})

test('[BACK-51] the newest two stay; by hand and of others too', async () => {
  const lost = await everyDay()
  const byHand = await backUp(lost.account, join(lost.shelf, 'by-hand'))
  const [first = ''] = readdirSync(lost.shelf).filter((name) => name.startsWith('securatlas'))
  await after(lost, day)
  writeFileSync(join(lost.shelf, first), 'somebody put this here instead')
  const names = await after(lost, day)
  expect(names).toEqual(expect.arrayContaining(['by-hand', first]))
  expect(names).toHaveLength(4)
  expect(existsSync(byHand.path)).toBe(true)
  expect(await after(lost, day)).toHaveLength(4)
})

test('[BACK-51] after a backup with a client in trouble nothing is removed', async () => {
  const lost = await everyDay(1)
  const [first = ''] = lost.ids
  lost.handles.closeAll()
  flipBit(lost.parts.paths.tenant(first), 100)
  expect(await after(lost, day)).toHaveLength(2)
  expect(await after(lost, day)).toHaveLength(3)
})

test('[BACK-52] one that fails is told with its reason, tried again, and forgotten when it succeeds', async () => {
  const lost = await everyDay()
  const away = `${lost.shelf}-away`
  renameSync(lost.shelf, away)
  lost.clock.advance(day)
  await lost.look()
  expect(lost.account.backups.status().failure).toMatchObject({
    at: '2026-03-03T09:00:00.000Z',
    error: { type: 'BackupTargetFailed', trouble: 'missing' },
  })
  renameSync(away, lost.shelf)
  expect(await after(lost, 60_000)).toHaveLength(1)
  expect(await after(lost, 15 * 60_000)).toHaveLength(2)
  expect(lost.account.backups.status().failure).toBeNull()
})

test('[BACK-50] a folder that cannot be used is refused at once', async () => {
  const lost = await everyDay()
  const folder = join(lost.shelf, 'nowhere')
  expect(expectError(await lost.account.backups.setSchedule({ folder, every: 'daily', keep: 1 })).type).toBe(
    'BackupTargetFailed',
  )
  expect(lost.account.backups.status().schedule).toMatchObject({ folder: lost.shelf, keep: 2 })
  expect(expectOk(await lost.account.backups.setSchedule(null)).schedule).toBeNull()
  expect(await after(lost, 3 * day)).toHaveLength(1)
})
