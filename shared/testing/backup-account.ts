/** Accounts with something to lose: clients, contacts and evidence, and what tells whether all of it is back. */
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Backup } from '#api/backups.ts'
import type { AddReport } from '#api/evidence.ts'
import type { Account, DoctorReport } from '#api/engine.ts'
import type { OpenAccount } from '#engine/account/open-account.ts'
import { expectOk } from './expect-result.ts'
import { fakeClock, type FakeClock } from './fake-clock.ts'
import { jobEnd } from './create-test-engine.ts'
import { makeAccount, openTestAccount, type OpenTestAccountOptions } from './open-test-account.ts'
import { quickFolder } from './temporary-folder.ts'

export type AccountToLose = OpenAccount & {
  readonly made: OpenTestAccountOptions
  readonly ids: readonly string[]
  /** A folder for backups, outside the data folder. */
  readonly shelf: string
  readonly clock: FakeClock
}

/** The first client has a contact, a tag and accepted evidence of so many bytes. */
export const accountToLose = async (clients = 3, evidenceBytes = 700_000): Promise<AccountToLose> => {
  const made = await makeAccount(clients)
  const clock = fakeClock()
  const opened = await openTestAccount({ ...made, ports: { ...made.ports, clock } })
  const shelf = quickFolder()
  const [first = ''] = made.ids
  expectOk(await opened.account.clients.edit(first, 'contact.add', { name: 'Ada Harbor', email: 'ada@x.example' }))
  expectOk(await opened.account.clients.edit(first, 'client.tag', { label: 'HIPAA' }))
  const source = join(shelf, 'evidence.bin')
  writeFileSync(source, randomBytes(evidenceBytes))
  const order = { files: [{ path: source }], controls: ['BCM-05'], tags: ['backup'] }
  const added = await jobEnd(opened.account, expectOk(opened.account.evidence.add(first, order)).jobId)
  const [evidence] = (added.result as AddReport).added
  expectOk(await opened.account.clients.edit(first, 'evidence.accept', { evidenceId: evidence?.id ?? '' }))
  return { ...opened, made, ids: made.ids, shelf, clock }
}

export const backUp = async (account: Account, path: string): Promise<Backup> => {
  const { jobId } = expectOk(await account.backups.start({ path }))
  const job = await jobEnd(account, jobId)
  if (job.state !== 'done') throw new Error(`the backup ended as ${job.state}: ${JSON.stringify(job.error)}`)
  return job.result as Backup
}

/** Everything that lists show of an account, and the hashes of its evidence. */
export const contentOf = ({ account, evidence }: Pick<OpenAccount, 'account' | 'evidence'>): unknown => {
  const clients = account.clients.list({ archived: 'any', limit: 10_000, sort: [{ by: 'id', direction: 'asc' }] })
  return {
    practice: account.practice(),
    members: account.listMembers(),
    clients,
    evidenceRecords: clients.items.map(({ id }) => account.evidence.list(id, {})),
    each: clients.items.map(({ id }) => ({
      profile: expectOk(account.clients.getProfile(id)),
      contacts: expectOk(account.clients.listContacts(id)),
      activity: expectOk(account.clients.listActivity(id, { limit: 200 })),
      files: expectOk(evidence.list(id)),
    })),
  }
}

export const doctorOf = async (account: Account): Promise<DoctorReport> =>
  (await jobEnd(account, account.startDoctor().jobId)).result as DoctorReport
