/** Several devices of a team that edit the same client apart, and exchange what they wrote when a test says so. */
import { randomBytes } from 'node:crypto'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MutationInput, MutationName } from '#domain/mutations/mutation-registry.ts'
import { ownPush, receivePush } from '#engine/log/receive-push.ts'
import type { EditOutcome } from '#engine/log/commit-edits.ts'
import type { Edit } from '#engine/log/edit.ts'
import type { Log } from '#engine/log/open-log.ts'
import { fakeClock, type FakeClock } from './fake-clock.ts'
import { fakeRandom } from './fake-random.ts'
import { quickFolder } from './temporary-folder.ts'
import { createTestTenant, editOf, openTestTenant, tryEdit, type TestTenant } from './test-tenant.ts'

export type Device = { readonly log: Log; readonly clock: FakeClock }

/** Files that nobody has shared: each device made its own of the same client. */
export const createStrangers = async (count: number): Promise<readonly Device[]> => {
  const devices: Device[] = []
  for (let index = 0; index < count; index++) {
    devices.push(await createTestTenant({ series: index + 1, clock: laterClock(index) }))
  }
  return devices
}

/** The first device's file and key, copied to the others: each copy gets a device id of its own when it is opened. */
export const createCopies = async (count: number, before: (log: Log) => void): Promise<readonly Device[]> => {
  const first = await createTestTenant({ series: 1, clock: laterClock(0) })
  before(first.log)
  first.log.database.pragma('wal_checkpoint(TRUNCATE)')
  return Array.from({ length: count }, (_, index) => (index === 0 ? first : copyOf(first, index)))
}

const copyOf = (first: TestTenant, index: number): Device => {
  const path = join(quickFolder(), 'copy.sqlite')
  copyFileSync(first.path, path)
  const knownHead = { device: randomBytes(4).toString('hex'), deviceSeq: 0 }
  return openTestTenant({ path, key: first.key, clock: laterClock(index), random: fakeRandom(index + 1), knownHead })
}

/** Clocks of different devices never quite agree. */
const laterClock = (index: number): FakeClock => {
  const clock = fakeClock()
  clock.advance(index * 777)
  return clock
}

export const commitOn = (device: Device, edit: Edit): EditOutcome => {
  device.clock.advance(1000)
  return tryEdit(device.log, edit)
}

export const editOn = <Name extends MutationName>(
  device: Device,
  name: Name,
  input: MutationInput<Name>,
): EditOutcome => commitOn(device, editOf(name, input))

/** What travels is bytes and rows, never objects of the sender. */
export const deliver = (from: Device, to: Device): void => receivePush(to.log, structuredClone(ownPush(from.log)))

export const exchangeAll = (devices: readonly Device[]): void => {
  for (const from of devices) for (const to of devices) if (from !== to) deliver(from, to)
}
