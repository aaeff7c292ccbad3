/** The base of every procedure: the caller's connection, and how an expected failure travels. */
import { initTRPC, TRPCError } from '@trpc/server'
import { z } from 'zod'
import { inputIssues } from '#domain/input-issues.ts'
import type { Result } from '#domain/result.ts'
import type { Account, Engine } from './engine.ts'
import type { Host } from './host.ts'
import { describeError, type EngineError, type ErrorCode } from './errors.ts'
import type { WireError } from './rpc/wire-messages.ts'

/** One per connection. The account is chosen once and then stands for every call on it. */
export type Connection = { accountId: string | undefined }
export type ApiContext = {
  readonly engine: Engine
  readonly connection: Connection
  readonly host?: Host | undefined
}

const trpc = initTRPC.context<ApiContext>().create()

export const router = trpc.router
export const procedure = trpc.procedure

/** Needs an unlocked account. */
export const accountProcedure = procedure.use(({ ctx, next }) => {
  const { accountId } = ctx.connection
  const account = accountId === undefined ? undefined : ctx.engine.findAccount(accountId)
  if (account === undefined) throw failure({ type: 'AccountLocked' })
  return next({ ctx: { ...ctx, account } satisfies ApiContext & { account: Account } })
})

/** The value, or the error on its way to `formatError`. */
export const unwrap = <Value>(result: Result<Value, EngineError>): Value => {
  if (!result.ok) throw failure(result.error)
  return result.value
}

/** The error that one place turns into words: a class because a thrown value must say what it is. */
export class EngineFailure extends Error {
  readonly error: EngineError

  constructor(error: EngineError) {
    super(error.type)
    this.error = error
  }
}

export const failure = (error: EngineError): EngineFailure => new EngineFailure(error)

/** Everything that a procedure can throw, as the wire carries it. Bugs lose their message: it could hold a secret. */
export const formatError = (thrown: unknown): WireError => {
  const cause = thrown instanceof TRPCError && thrown.cause instanceof EngineFailure ? thrown.cause : thrown
  if (cause instanceof EngineFailure) {
    return { ...describeError(cause.error), tag: cause.error.type, details: detailsOf(cause.error) }
  }
  if (thrown instanceof TRPCError && thrown.code !== 'INTERNAL_SERVER_ERROR') {
    return {
      code: wireCode(thrown.code),
      tag: 'BadRequest',
      message: inputWords(thrown),
      safe: 'Nothing was changed.',
      action: 'Correct what is named, then try again.',
    }
  }
  return {
    code: 'INTERNAL',
    tag: 'Internal',
    message: 'Something went wrong inside the engine.',
    safe: 'Everything that was saved before is safe.',
    action: 'Try again; if it happens again, report what you were doing.',
  }
}

/** What storage reports can be the message of a bug. */
const detailsOf = (error: EngineError): Record<string, unknown> => {
  if (error.type === 'StorageFailed') return { code: error.code }
  const { type: _tag, ...details } = error
  return details
}

/** What the schema found wrong, in one line. */
const inputWords = ({ cause, message }: TRPCError): string => {
  if (!(cause instanceof z.core.$ZodError)) return message
  const reasons = inputIssues(cause.issues).map(({ field, reason }) => (field === '' ? reason : `${field}: ${reason}`))
  return `Not accepted: ${reasons.join(' ')}`
}

const wireCode = (code: TRPCError['code']): ErrorCode => {
  if (code === 'NOT_FOUND' || code === 'CONFLICT' || code === 'FORBIDDEN' || code === 'UNAUTHORIZED') return code
  return code === 'TOO_MANY_REQUESTS' ? code : 'BAD_REQUEST'
}
