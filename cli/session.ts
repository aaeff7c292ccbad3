/** What a command works with: an engine, or one open account of it, for as long as the command runs. */
import type { EngineClient } from '#api/rpc/engine-client.ts'
import type { Outcome } from './answer.ts'
import type { Host } from './host.ts'

export type EngineSession = {
  readonly client: EngineClient
  readonly host: Host
  /** The engine is another process's: what is sent to it has to fit its socket. */
  readonly isForwarded: boolean
  /** As given with --account. */
  readonly wantedAccount: string | undefined
  readonly passphrase: string | undefined
}

export type AccountSession = EngineSession & { readonly accountId: string }

/** Without an engine and without a data folder. */
export type Alone = Pick<EngineSession, 'host' | 'passphrase'>

/** How an action of the program runs: opens what it needs, does the work, closes everything again. */
export type Run = {
  /** For what makes or mends an account. */
  onEngine(work: (session: EngineSession) => Promise<Outcome>, options: { readonly mayCreate: boolean }): Promise<void>
  alone(work: (session: Alone) => Promise<Outcome>): Promise<void>
  inAccount(work: (session: AccountSession) => Promise<Outcome>): Promise<void>
}
