import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ClientRestore } from '#api/backups.ts'
import { accountToLose, backUp, doctorOf, type AccountToLose } from '#testing/backup-account.ts'
import { jobEnd, testPassphrase } from '#testing/create-test-engine.ts'
import { flipBit } from '#testing/damage-file.ts'
import { expectError, expectOk } from '#testing/expect-result.ts'
import { openTestAccount } from '#testing/open-test-account.ts'
import { noteExchange, restoredPath } from './exchange-files.ts'

const restore = async ({ account }: Pick<AccountToLose, 'account'>, order: ClientRestore) => {
  const { jobId } = expectOk(await account.backups.startClientRestore(order))
  const job = await jobEnd(account, jobId)
  if (job.state !== 'done') throw new Error(JSON.stringify(job.error))
  return job.result as { readonly kept: string | null; readonly name: string }
}

const stateOf = ({ account }: AccountToLose, id: string) => expectOk(account.clients.get(id)).fileState

test('[BACK-40] a damaged client comes back, with its evidence, and the doctor is content', async () => {
  const lost = await accountToLose()
  const [first = ''] = lost.ids
  const { path } = await backUp(lost.account, lost.shelf)
  lost.handles.closeAll()
  flipBit(lost.parts.paths.tenant(first), 5000)
  flipBit(lost.parts.paths.tenant(first), 100)
  lost.account.clients.getProfile(first)
  expect(stateOf(lost, first)).toBe('damaged')
  const damaged = readFileSync(lost.parts.paths.tenant(first))
  const { kept, name } = await restore(lost, { path, client: first })
  expect(name).toBe('Client 0000')
  expect(stateOf(lost, first)).toBe('ok')
  expect(readFileSync(join(kept ?? '', `${first}.sqlite`)).equals(damaged)).toBe(true)
  const [file] = expectOk(lost.evidence.list(first))
  expectOk(await lost.evidence.copyOut(first, file?.sha256 ?? '', join(lost.shelf, 'back.bin')))
  expect(readFileSync(join(lost.shelf, 'back.bin')).equals(readFileSync(join(lost.shelf, 'evidence.bin')))).toBe(true)
  expect(await doctorOf(lost.account)).toMatchObject({ clean: true, problems: [] })
  expectOk(await lost.account.clients.edit(first, 'client.update', { industry: 'Goes on' }))
})

test('[BACK-40] a missing one comes back by its name, after a change of keys with the passphrase of then', async () => {
  const lost = await accountToLose()
  const [first = ''] = lost.ids
  const { path } = await backUp(lost.account, lost.shelf)
  const { job } = expectOk(await lost.account.rotateKeys(testPassphrase))
  await jobEnd(lost.account, job.jobId)
  lost.handles.closeAll()
  rmSync(lost.parts.paths.tenant(first))
  expect(expectError(await lost.account.backups.startClientRestore({ path, client: 'client 0000' })).type).toBe(
    'BackupNeedsSecret',
  )
  const secret = { passphrase: testPassphrase }
  expect(await restore(lost, { path, secret, client: 'client 0000' })).toMatchObject({ clientId: first })
  expect(await doctorOf(lost.account)).toMatchObject({ clean: true, problems: [] })
  await lost.close()
  const again = await openTestAccount(lost.made)
  expect(expectOk(again.account.clients.listContacts(first))).toHaveLength(1)
})

test('[BACK-41] one that is in order is replaced only when that is asked for, and what was there is kept', async () => {
  const lost = await accountToLose()
  const [, second = ''] = lost.ids
  const { path } = await backUp(lost.account, lost.shelf)
  expectOk(await lost.account.clients.edit(second, 'client.update', { industry: 'Later' }))
  expect(expectError(await lost.account.backups.startClientRestore({ path, client: second }))).toEqual({
    type: 'ClientIsWell',
  })
  const { kept } = await restore(lost, { path, client: second, replace: true })
  expect(expectOk(lost.account.clients.get(second)).industry).toBeNull()
  expect(readdirSync(kept ?? '')).toContain(`${second}.sqlite`)
  expect(await doctorOf(lost.account)).toMatchObject({ clean: true, problems: [] })
})

test('[BACK-42] one that was deleted for good comes back only when that is asked for', async () => {
  const lost = await accountToLose()
  const [first = ''] = lost.ids
  const { path } = await backUp(lost.account, lost.shelf)
  expectOk(await lost.account.clients.remove(first, 'Client 0000'))
  expect(expectError(await lost.account.backups.startClientRestore({ path, client: 'Client 0000' }))).toEqual({
    type: 'ClientWasDeleted',
  })
  expect(await restore(lost, { path, client: 'Client 0000', revive: true })).toMatchObject({
    clientId: first,
    kept: null,
  })
  expect(expectOk(lost.account.clients.get(first)).name).toBe('Client 0000')
  expect(expectOk(lost.evidence.list(first))).toHaveLength(1)
  expect(await doctorOf(lost.account)).toMatchObject({ clean: true, problems: [] })
  await lost.close()
  const again = await openTestAccount(lost.made)
  expect(expectOk(again.account.clients.listContacts(first))).toHaveLength(1)
})

test('[BACK-40] a client that the backup does not hold is refused', async () => {
  const lost = await accountToLose()
  const { path } = await backUp(lost.account, lost.shelf)
  const { id } = expectOk(await lost.account.clients.add({ name: 'Later', status: 'client' }))
  for (const client of [id, 'Later', 'Nobody']) {
    expect(expectError(await lost.account.backups.startClientRestore({ path, client }))).toEqual({
      type: 'ClientNotInBackup',
    })
  }
})

test('[BACK-43] an exchange that was noted is finished by the next start, one that was not is undone', async () => {
  const lost = await accountToLose()
  const [first = '', second = ''] = lost.ids
  const { parts, made } = lost
  await lost.evidence.release(first)
  lost.handles.closeAll()
  const [one, two] = [parts.paths.tenant(first), parts.paths.tenant(second)]
  const before = readFileSync(one)
  for (const path of [one, two]) writeFileSync(restoredPath(path), readFileSync(path))
  const kept = join(parts.paths.folder, 'kept', 'here')
  noteExchange(parts, { clientId: first, kept, isNew: false, restored: ['tenant'] })
  await lost.close()
  const again = await openTestAccount(made)
  expect(readFileSync(join(kept, `${first}.sqlite`)).equals(before)).toBe(true)
  expect(existsSync(join(kept, `${first}.files.sqlite`))).toBe(true)
  expect([one, two].map((path) => existsSync(restoredPath(path)))).toEqual([false, false])
  expect(again.account.clients.list({}).items.map(({ fileState }) => fileState)).toEqual(['ok', 'ok', 'ok'])
  expect(readdirSync(join(parts.paths.folder, 'kept'))).toEqual(['here'])
})
