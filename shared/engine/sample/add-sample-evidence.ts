/** Puts the invented evidence into the clients of a sample practice, the way it comes into any other. */
import type { EngineError } from '#api/errors.ts'
import { isExecutable, mediaTypeOf } from '#domain/evidence/evidence-file-name.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { MutationName } from '#domain/mutations/mutation-registry.ts'
import type { OpenAccount } from '../account/open-account.ts'
import { commitTenantEdit } from '../account/tenant-access.ts'
import { evidenceFailure } from '../evidence/evidence-failure.ts'
import type { JobControl } from '../jobs/job-board.ts'
import { editFromMutation } from '../log/edit.ts'
import { sampleEvidence, type SampleEvidence } from './sample-evidence.ts'

export type SampledClient = { readonly index: number; readonly tenantId: string; readonly name: string }

export const addSampleEvidence = async (
  open: OpenAccount,
  { clients, seed }: { readonly clients: readonly SampledClient[]; readonly seed: number },
  { signal, report }: JobControl,
): Promise<Result<void, EngineError>> => {
  const today = new Date(open.parts.ports.clock.now()).toISOString().slice(0, 10)
  for (const [done, { index, tenantId, name }] of clients.entries()) {
    if (signal.aborted) return err({ type: 'Cancelled' })
    for (const evidence of sampleEvidence({ seed, index, clientName: name, today })) {
      const added = await addOne(open, tenantId, evidence)
      if (!added.ok) return added
    }
    report(done + 1, clients.length)
  }
  return ok(undefined)
}

const addOne = async (
  open: OpenAccount,
  tenantId: string,
  { fileName, bytes, details, state, reason }: SampleEvidence,
): Promise<Result<void, EngineError>> => {
  const mediaType = mediaTypeOf(fileName)
  const stored = await open.evidence.add(tenantId, piecesOf(bytes), { mediaType })
  if (!stored.ok) return err(evidenceFailure(stored.error, fileName))
  const { sha256, size } = stored.value
  const id = open.parts.ports.random.id()
  const executable = isExecutable(fileName, bytes.subarray(0, 16)) ? 1 : 0
  const file = { sha256, size, fileName, originalName: null, mediaType, executable }
  const edits: readonly (readonly [MutationName, unknown])[] = [
    ['evidence.create', { ...details, id, file, submit: state !== 'draft' }],
    ...(state === 'accepted' ? ([['evidence.accept', { evidenceId: id }]] as const) : []),
    ...(state === 'rejected' ? ([['evidence.reject', { evidenceId: id, reason }]] as const) : []),
  ]
  const checked = edits.map(([name, input]) => editFromMutation(name, input, open.parts.actor()))
  for (const edit of checked) {
    const outcome = edit.ok ? await commitTenantEdit(open.handles, tenantId, () => edit.value) : edit
    if (!outcome.ok) return outcome
  }
  return ok(undefined)
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
