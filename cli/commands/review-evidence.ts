/** `evidence submit | withdraw | accept | reject`: the newest revision of one piece of evidence. */
import { err, ok } from '#domain/result.ts'
import type { Outcome } from '../answer.ts'
import type { AccountSession } from '../session.ts'
import { findEvidence } from './find-evidence.ts'

export type Review = {
  readonly review: 'submit' | 'withdraw' | 'accept' | 'reject'
  readonly id: string
  readonly client?: string
  readonly reason?: string
}

export const reviewEvidence = async (session: AccountSession, order: Review): Promise<Outcome> => {
  const { client } = session
  const found = await findEvidence(session, order.id, order.client)
  if (!found.ok) return err(found.error)
  const { clientId } = found.value
  const input = { evidenceId: order.id }
  if (order.review === 'reject') {
    await client.evidence.reject.mutate({ clientId, input: { ...input, reason: order.reason ?? '' } })
  } else {
    await client.evidence[order.review].mutate({ clientId, input })
  }
  const { id, title, status, standing, revision } = await client.evidence.get.query({ clientId, evidenceId: order.id })
  const { sha256, reason } = revision
  return ok({
    json: { id, name: title, clientId, status, standing, revisionId: revision.id, sha256, reason },
    text: () => `${title}: ${status}${reason === null ? '' : ` (${reason})`}.`,
  })
}
