import { utimesSync } from 'node:fs'
import { expect, test } from 'vitest'
import { expectOk } from '#testing/expect-result.ts'
import { makeAccount, openTestAccount } from '#testing/open-test-account.ts'
import { checkTenants } from './check-tenants.ts'
import { createTenantHandles } from './tenant-handles.ts'

test('[STORE-33] a row that could not be saved at one start is made right at the next', async () => {
  const made = await makeAccount(3)
  const [, id = ''] = made.ids
  const opened = await openTestAccount(made)
  const { parts } = opened
  parts.portfolio.database.exec(`
    UPDATE client_row SET industry = 'Wrong' WHERE id = '${id}';
    CREATE TEMP TRIGGER no_room BEFORE INSERT ON client_row BEGIN SELECT RAISE(ABORT, 'as if the disk were full'); END`)
  utimesSync(parts.paths.tenant(id), new Date(), new Date(Date.now() + 60_000))
  const handles = createTenantHandles(parts, { afterCommit: () => undefined, beforeClose: () => undefined })
  expect(await checkTenants(parts, handles)).toEqual({ opened: 1 })
  expect(handles.openCount()).toBe(0)
  expect(expectOk(opened.account.clients.get(id)).industry).toBe('Wrong')
  await opened.close()
  const again = await openTestAccount(made)
  expect(again.openedAtStart).toBe(1)
  expect(expectOk(again.account.clients.get(id)).industry).toBeNull()
})
