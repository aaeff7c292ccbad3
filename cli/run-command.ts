/** From a command's options to its outcome: finds the folder, connects, opens the account, works, closes. */
import { err, type Result } from '#domain/result.ts'
import type { Outcome } from './answer.ts'
import { thrownFailure, type CliError } from './cli-error.ts'
import { connectEngine } from './connect-engine.ts'
import { findDataDir, type GlobalOptions } from './global-options.ts'
import type { Host } from './host.ts'
import { chooseAccount, openAccount } from './open-account.ts'
import { readSecret } from './read-secret.ts'
import type { AccountSession, Alone, EngineSession } from './session.ts'

export type EngineWork = {
  readonly mayCreate: boolean
  readonly work: (session: EngineSession) => Promise<Outcome>
}

export const runOnEngine = async (
  globals: GlobalOptions,
  host: Host,
  { mayCreate, work }: EngineWork,
): Promise<Outcome> => {
  const dataDir = findDataDir(globals, host, mayCreate)
  if (!dataDir.ok) return dataDir
  const passphrase = await readPassphrase(globals, host)
  if (!passphrase.ok) return passphrase
  const connection = await connectEngine({ dataDir: dataDir.value, version: host.version, signal: host.signal })
  if (!connection.ok) return connection
  const { client, isForwarded, close } = connection.value
  try {
    return await work({ client, host, isForwarded, wantedAccount: globals.account, passphrase: passphrase.value })
  } catch (error) {
    return err(thrownFailure(error))
  } finally {
    await close()
  }
}

export const runInAccount = (
  globals: GlobalOptions,
  host: Host,
  work: (session: AccountSession) => Promise<Outcome>,
): Promise<Outcome> =>
  runOnEngine(globals, host, {
    mayCreate: false,
    work: async (session) => {
      const account = await chooseAccount(session.client, session.wantedAccount)
      if (!account.ok) return account
      await openAccount(session.client, account.value, session.passphrase)
      return work({ ...session, accountId: account.value.id })
    },
  })

export const runAlone = async (
  globals: GlobalOptions,
  host: Host,
  work: (session: Alone) => Promise<Outcome>,
): Promise<Outcome> => {
  const passphrase = await readPassphrase(globals, host)
  return passphrase.ok ? work({ host, passphrase: passphrase.value }) : passphrase
}

const readPassphrase = (globals: GlobalOptions, host: Host): Promise<Result<string | undefined, CliError>> =>
  readSecret({ what: 'passphrase', file: globals.passphraseFile, variable: 'SECURATLAS_PASSPHRASE' }, host)
