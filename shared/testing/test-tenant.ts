/** A client's own file for tests of the log: made and opened as the engine does it, in a temporary folder. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { MutationInput, MutationName } from '#domain/mutations/mutation-registry.ts'
import type { Role } from '#domain/permissions/roles.ts'
import { commitEdits, type EditAck, type EditOutcome } from '#engine/log/commit-edits.ts'
import { editFromMutation, type Edit } from '#engine/log/edit.ts'
import type { KnownHead, Log } from '#engine/log/open-log.ts'
import type { Random } from '#engine/ports.ts'
import { standardThresholds } from '#domain/scoring/band-thresholds.ts'
import { settleTenantFiles, writeTenantFile } from '#engine/tenant/create-tenant-file.ts'
import { openTenant } from '#engine/tenant/open-tenant.ts'
import { expectOk } from './expect-result.ts'
import { fakeClock, type FakeClock } from './fake-clock.ts'
import { fakeRandom } from './fake-random.ts'
import { quickFolder } from './temporary-folder.ts'

export const tenantId = '00000000-0000-7000-8000-00000000c11e'
export const memberId = '00000000-0000-7000-8000-0000000000a1'

export type TestTenant = {
  readonly log: Log
  readonly path: string
  readonly key: Uint8Array
  readonly clock: FakeClock
  readonly random: Random
}

export type TestTenantOptions = { readonly folder?: string; readonly series?: number; readonly clock?: FakeClock }

export const createTestTenant = async (options: TestTenantOptions = {}): Promise<TestTenant> => {
  const { folder = quickFolder(), series = 1, clock = fakeClock() } = options
  const path = join(folder, `${tenantId}.sqlite`)
  const key = randomBytes(32)
  const random = fakeRandom(series)
  const edits = [editOf('client.create', { name: 'Harbor Foods', status: 'client' })]
  expectOk(writeTenantFile({ tenantId, path, key, edits, thresholds: standardThresholds, clock, random }))
  await settleTenantFiles([path])
  return openTestTenant({ path, key, clock, random })
}

export type OpenTestTenantOptions = Omit<TestTenant, 'log'> & { readonly knownHead?: KnownHead | undefined }

export const openTestTenant = ({ path, key, clock, random, knownHead }: OpenTestTenantOptions): TestTenant => {
  const log = expectOk(openTenant({ path, keys: [key], tenantId, clock, random, knownHead }))
  onTestFinished(() => void log.database.close())
  return { log, path, key, clock, random }
}

/** The edit, or the error as a failed test. */
export const editOf = <Name extends MutationName>(name: Name, input: MutationInput<Name>, role: Role = 'owner'): Edit =>
  expectOk(editFromMutation(name, input, { memberId, role }))

export const tryEdit = (log: Log, edit: Edit): EditOutcome => {
  const [outcome] = commitEdits(log, [edit])
  if (outcome === undefined) throw new Error('the edit was not answered')
  return outcome
}

export const makeEdit = <Name extends MutationName>(log: Log, name: Name, input: MutationInput<Name>): EditAck =>
  expectOk(tryEdit(log, editOf(name, input)))

/** Every row of every table that screens read. */
export const projectedRows = (log: Log): Readonly<Record<string, readonly unknown[]>> =>
  Object.fromEntries([...log.statements.projections].map(([name, { all }]) => [name, all.all()]))

export const countRows = (log: Log, table: string): number =>
  log.database.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number
