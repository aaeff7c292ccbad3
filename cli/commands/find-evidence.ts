/** Whose a piece of evidence is, when only its id is named. */
import { isRpcError } from '#api/rpc/rpc-error.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { badInput, type CliError } from '../cli-error.ts'
import type { AccountSession } from '../session.ts'

export type FoundEvidence = { readonly clientId: string }

export const findEvidence = async (
  { client }: AccountSession,
  evidenceId: string,
  named: string | undefined,
): Promise<Result<FoundEvidence, CliError>> => {
  if (named !== undefined) return ok({ clientId: (await client.clients.find.query({ idOrName: named })).id })
  const { items } = await client.clients.list.query({ archived: 'any', limit: 10_000 })
  for (const { id: clientId } of items) if (await hasEvidence(client, clientId, evidenceId)) return ok({ clientId })
  return err(badInput(`There is no evidence with the id ${evidenceId}.`, 'Use an id that "evidence list" shows.'))
}

const hasEvidence = async (
  client: AccountSession['client'],
  clientId: string,
  evidenceId: string,
): Promise<boolean> => {
  try {
    await client.evidence.get.query({ clientId, evidenceId })
    return true
  } catch (error) {
    // A client whose file is in trouble has none to give.
    if (isRpcError(error)) return false
    throw error
  }
}
