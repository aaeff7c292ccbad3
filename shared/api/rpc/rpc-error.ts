/** The error a failed call rejects with on the caller's side: switch on `tag`, show `message`, `safe` and `action`. */
import { TRPCClientError } from '@trpc/client'
import type { AnyTRPCRouter } from '@trpc/server'
import type { WireError } from './wire-messages.ts'

/** A class because the tRPC client passes only its own error class through unwrapped. */
export class RpcError extends TRPCClientError<AnyTRPCRouter> {
  readonly code: string
  readonly tag: string
  readonly safe: string | undefined
  readonly action: string | undefined
  readonly details: unknown

  constructor(error: WireError) {
    super(error.message)
    // The base class resets the prototype, which would make instanceof fail.
    Object.setPrototypeOf(this, RpcError.prototype)
    this.name = 'RpcError'
    this.code = error.code
    this.tag = error.tag
    this.safe = error.safe
    this.action = error.action
    this.details = error.details
  }
}

export const isRpcError = (error: unknown): error is RpcError => error instanceof RpcError

export const connectionClosed = (): RpcError =>
  new RpcError({
    code: 'UNAVAILABLE',
    tag: 'ConnectionClosed',
    message: 'The connection to the engine was lost before it answered.',
    safe: 'Everything that was confirmed is saved. The last change may or may not have been saved.',
    action: 'Connect again, then look whether the last change is there before you repeat it.',
  })

export const callCancelled = (): RpcError =>
  new RpcError({
    code: 'CONFLICT',
    tag: 'Cancelled',
    message: 'The call was cancelled.',
    safe: 'Everything that was confirmed is saved.',
  })

export const inputNotSendable = (cause: unknown): RpcError =>
  new RpcError({
    code: 'BAD_REQUEST',
    tag: 'InputNotSendable',
    message: `The input of the call cannot be sent: ${cause instanceof Error ? cause.message : String(cause)}`,
    safe: 'Nothing was changed.',
  })
