/** Chooses the account that a command works in, and opens it. */
import type { AccountSummary } from '#api/account-access.ts'
import type { EngineClient } from '#api/rpc/engine-client.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { badInput, engineFailure, type CliError } from './cli-error.ts'
import { beginHere } from './global-options.ts'

/** The named account, else the only one. */
export const chooseAccount = async (
  client: EngineClient,
  wanted: string | undefined,
): Promise<Result<AccountSummary, CliError>> => {
  const accounts = await client.accounts.list.query()
  const ids = accounts.map(({ id }) => id)
  const [only, ...others] = accounts
  if (only === undefined) {
    return err(badInput('This data folder has no account yet.', 'Name another folder with --data-dir,', beginHere))
  }
  if (wanted !== undefined) {
    const found = accounts.find(({ id }) => id === wanted.toLowerCase())
    if (found !== undefined) return ok(found)
    return err(
      badInput(`This data folder has no account ${wanted}.`, `It has ${ids.join(', ')}.`, 'Name one with --account.'),
    )
  }
  return others.length === 0 ? ok(only) : err(engineFailure({ type: 'AccountChoiceNeeded', accounts: ids }))
}

/** A passphrase is verified also when the account is open already. Without one, the keychain of the engine is asked. */
export const openAccount = async (
  client: EngineClient,
  account: AccountSummary,
  passphrase: string | undefined,
): Promise<void> => {
  const accountId = account.id
  if (passphrase !== undefined) await client.accounts.unlock.mutate({ accountId, secret: { passphrase } })
  else if (account.state === 'open') await client.accounts.use.mutate({ accountId })
  else await client.accounts.unlock.mutate({ accountId, secret: { keychain: true } })
}
