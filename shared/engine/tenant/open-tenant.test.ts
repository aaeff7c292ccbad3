import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { expectError } from '#testing/expect-result.ts'
import { fakeClock } from '#testing/fake-clock.ts'
import { fakeRandom } from '#testing/fake-random.ts'
import { createTestTenant, memberId, tenantId } from '#testing/test-tenant.ts'
import { openTenant, type OpenTenantOptions } from './open-tenant.ts'

const closedTenant = async (): Promise<OpenTenantOptions> => {
  const { log, path, key } = await createTestTenant()
  log.database.close()
  return { path, keys: [key], tenantId, clock: fakeClock(), random: fakeRandom() }
}

test('[STORE-40] a file of another client is refused even where the key opens it', async () => {
  const tenant = await closedTenant()
  const before = readFileSync(tenant.path)
  const refused = openTenant({ ...tenant, tenantId: memberId })
  expect(expectError(refused)).toEqual({ type: 'FileDamaged', detail: 'the file belongs to another client' })
  expect(readFileSync(tenant.path).equals(before)).toBe(true)
})

test('[STORE-72] of two keys the one that the file has opens it, in either order', async () => {
  const tenant = await closedTenant()
  const [key = new Uint8Array()] = tenant.keys
  for (const keys of [
    [key, randomBytes(32)],
    [randomBytes(32), key],
  ]) {
    const opened = openTenant({ ...tenant, keys })
    expect(opened.ok).toBe(true)
    if (opened.ok) opened.value.database.close()
  }
  expect(expectError(openTenant({ ...tenant, keys: [randomBytes(32), randomBytes(32)] })).type).toBe('FileDamaged')
  expect(expectError(openTenant({ ...tenant, keys: [] })).type).toBe('FileKeyMissing')
})

test('[STORE-6] an empty file is damaged, a missing one missing', async () => {
  const tenant = await closedTenant()
  writeFileSync(tenant.path, '')
  expect(expectError(openTenant(tenant)).type).toBe('FileDamaged')
  expect(readFileSync(tenant.path)).toHaveLength(0)
  expect(expectError(openTenant({ ...tenant, path: `${tenant.path}.not` })).type).toBe('FileMissing')
})
