import { expect, test } from 'vitest'
import { createCopies, editOn, exchangeAll, type Device } from '#testing/two-devices.ts'
import { createTestTenant, makeEdit, tenantId } from '#testing/test-tenant.ts'
import type { ActivityEntry } from '#api/engine.ts'
import type { ActivityQuery } from '#api/queries.ts'
import { listActivity } from './list-activity.ts'
import type { Log } from './open-log.ts'

const idOf = ({ device, deviceSeq }: ActivityEntry): string => `${device}.${deviceSeq}`

const allPages = (log: Log, query: ActivityQuery): readonly ActivityEntry[] => {
  const items: ActivityEntry[] = []
  let cursor: string | undefined
  do {
    const page = listActivity(log.database, { ...query, ...(cursor !== undefined && { cursor }) })
    items.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return items
}

const threeDevices = async (): Promise<Log> => {
  const devices = (await createCopies(3, () => undefined)) as [Device, Device, Device]
  for (let round = 0; round < 30; round++) {
    const device = devices[(round * 7) % 3] as Device
    editOn(device, 'client.update', { employees: round, ...(round % 5 === 0 && { industry: `Industry ${round}` }) })
    for (const { clock } of devices) clock.advance(2000)
  }
  exchangeAll(devices)
  return devices[0].log
}

test('[STORE-29] activity of several devices comes newest first, each row once, whatever the page size', async () => {
  const log = await threeDevices()
  const total = log.database.prepare('SELECT count(*) FROM activity').pluck().get()
  const whole = listActivity(log.database, { limit: 500 })
  expect(whole.items).toHaveLength(total as number)
  expect(whole.nextCursor).toBeNull()
  const times = whole.items.map(({ at }) => at)
  expect(times).toEqual(times.toSorted().toReversed())
  for (const limit of [1, 2, 7, 36]) expect(allPages(log, { limit }).map(idOf)).toEqual(whole.items.map(idOf))
})

test('[STORE-29] filters narrow it down', async () => {
  const log = await threeDevices()
  const { device } = log.head
  const whole = allPages(log, {})
  expect(allPages(log, { device, limit: 3 }).map(idOf)).toEqual(whole.filter((row) => row.device === device).map(idOf))
  const industry = allPages(log, { field: 'industry', limit: 2 })
  expect(industry).toHaveLength(6)
  expect(industry[0]).toMatchObject({ entity: 'client', record: tenantId, to: 'Industry 25', serverAt: null })
  expect(allPages(log, { entity: 'contact' })).toEqual([])
  expect(allPages(log, { member: '00000000-0000-7000-8000-00000000dead' })).toEqual([])
})

test('[STORE-29] rows that come in between two pages neither repeat nor hide others', async () => {
  const { log } = await createTestTenant()
  for (let round = 0; round < 6; round++) makeEdit(log, 'client.update', { employees: round })
  const whole = allPages(log, {})
  const first = listActivity(log.database, { limit: 4 })
  makeEdit(log, 'client.update', { employees: 99 })
  const rest = allPages(log, { limit: 500, cursor: first.nextCursor ?? '' })
  expect([...first.items, ...rest].map(idOf)).toEqual(whole.map(idOf))
})

test.each(['', ':', 'x', 'x:y', ',,,', 'x:1e999', "';--:1"])(
  '[STORE-29] a cursor that is none (%j) gives no row',
  async (cursor) => {
    const { log } = await createTestTenant()
    expect(listActivity(log.database, { cursor }).items).toEqual([])
  },
)
