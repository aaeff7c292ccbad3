/** Creates a sample practice in an account of its own; its clients come in as a job. */
import type { NewAccount, SampleCreated, SampleOptions } from '#api/engine.ts'
import type { EngineError } from '#api/errors.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { CreatedAccount } from '../account/create-account.ts'
import { createTenants, type TenantDraft } from '../account/create-tenants.ts'
import type { OpenAccount } from '../account/open-account.ts'
import { createGiveWay } from '../jobs/give-way.ts'
import type { JobControl } from '../jobs/job-board.ts'
import { editFromMutation } from '../log/edit.ts'
import { addSampleEvidence } from './add-sample-evidence.ts'
import { createSeededRandom } from './seeded-random.ts'
import { inventPerson, sampleClient } from './sample-clients.ts'

export type StartSampleOptions = {
  readonly sample: SampleOptions
  readonly createAccount: (account: NewAccount) => Promise<Result<CreatedAccount, EngineError>>
}

export const startSample = async ({
  sample,
  createAccount,
}: StartSampleOptions): Promise<Result<SampleCreated, EngineError>> => {
  const created = await createAccount({
    practice: {
      name: 'Tidewater Security (sample)',
      contactEmail: 'team@tidewater.example',
      timezone: 'Europe/Berlin',
      mode: 'partner',
      currency: 'EUR',
      reviewCadenceMonths: 6,
      toleratedLossPercent: 2,
    },
    ownerName: 'Robin Tidewater',
    passphrase: sample.passphrase,
  })
  if (!created.ok) return created
  const { account, recoveryKey, startJob, batches } = created.value
  const job = startJob('sample', (control) => batches.run(() => createSampleClients(created.value, sample, control)))
  return ok({ accountId: account.id, recoveryKey, job })
}

const createSampleClients = async (
  open: OpenAccount,
  { clients, seed, light }: SampleOptions,
  control: JobControl,
): Promise<Result<{ readonly clients: number }, EngineError>> => {
  const owners = light ? [open.account.actingMember()] : await addSampleMembers(open, seed)
  const drafts: TenantDraft[] = []
  const giveWay = createGiveWay()
  for (let index = 0; index < clients; index++) {
    const { tenantId, edits } = sampleClient(seed, index, { light, owners })
    const checked = edits.map(({ mutation, input }) => editFromMutation(mutation, input, open.parts.actor()))
    const refused = checked.find((edit) => !edit.ok)
    if (refused?.ok === false) return err(refused.error)
    drafts.push({ tenantId, edits: checked.flatMap((edit) => (edit.ok ? [edit.value] : [])) })
    await giveWay()
  }
  const created = await createTenants(open.parts, drafts, control)
  if (!created.ok) return created
  if (light) return ok({ clients })
  const sampled = drafts.map(({ tenantId }, index) => {
    const name = open.parts.tenants.findRow(tenantId)?.name ?? ''
    return { index, tenantId, name }
  })
  const evidence = await addSampleEvidence(open, { clients: sampled, seed }, control)
  return evidence.ok ? ok({ clients }) : evidence
}

const addSampleMembers = async ({ account }: OpenAccount, seed: number) => {
  const random = createSeededRandom(seed)
  for (const role of ['admin', 'consultant', 'consultant', 'viewer'] as const) {
    await account.editPractice('member.add', { ...inventPerson(random, 'tidewater.example'), role })
  }
  return account.listMembers().filter(({ role }) => role !== 'viewer')
}
