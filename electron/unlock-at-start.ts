/** Opens the account of the data folder with the passphrase that the program was started with. */
import type { Engine } from '#api/engine.ts'
import type { EngineError } from '#api/errors.ts'
import { err, ok, type Result } from '#domain/result.ts'

/** Without a passphrase or without an account there is nothing to open, and the page says so. */
export const unlockAtStart = async (
  engine: Engine,
  start: { readonly accountId: string | undefined; readonly passphrase: string | undefined },
): Promise<Result<void, EngineError>> => {
  const accounts = (await engine.listAccounts()).map(({ id }) => id)
  if (start.accountId !== undefined && !accounts.includes(start.accountId)) return err({ type: 'AccountNotFound' })
  if (start.passphrase === undefined) return ok(undefined)
  if (start.accountId === undefined && accounts.length > 1) return err({ type: 'AccountChoiceNeeded', accounts })
  const accountId = start.accountId ?? accounts[0]
  if (accountId === undefined) return ok(undefined)
  const unlocked = await engine.unlockAccount(accountId, { passphrase: start.passphrase })
  return unlocked.ok ? ok(undefined) : unlocked
}
