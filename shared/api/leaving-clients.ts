/** Clients that leave a practice, come into it, or stand model for another one. */
import type { ClientStatus } from '#domain/entities/client.ts'
import type { ClientRow } from '#domain/projection/client-row.ts'
import type { Result } from '#domain/result.ts'
import type { EngineError } from './errors.ts'
import type { JobRef } from './jobs.ts'

export type LeavingClients = {
  /** A client with the structure of another one: never its people, answers, evidence or history. */
  clone(clientId: string, copy: CloneOptions): Promise<Result<ClientRow, EngineError>>
  /** For good. `typedName` has to be the client's name. */
  remove(clientId: string, typedName: string): Promise<Result<void, EngineError>>
  /** The client and its key as one file; result: HandedOver. The client stays. */
  startHandOver(clientId: string, options: HandOverOptions): Result<JobRef, EngineError>
  /** Result: TakenOver. */
  startTakeOver(options: TakeOverOptions): Result<JobRef, EngineError>
  /** Where a hand-over would go by default on this machine. The name of the client is not part of it. */
  suggestHandOverPath(clientId: string): string
}

export type CloneOptions = { readonly name: string; readonly status: ClientStatus }

export type HandOverOptions = {
  /** On the machine of the engine, which is that of the window. Absolute. */
  readonly path: string
  /** Protects the file; the account's own passphrase has nothing to do with it. */
  readonly passphrase: string
  /** A file that is there is replaced once the new one is whole. */
  readonly replace?: boolean | undefined
}
export type HandedOver = { readonly path: string; readonly bytes: number; readonly files: number }

export type TakeOverOptions = { readonly path: string; readonly passphrase: string }
export type TakenOver = { readonly clientId: string; readonly name: string; readonly from: string }
