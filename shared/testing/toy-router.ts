/** A router with one procedure for each thing that a transport can get wrong. */
import type { WireError } from '#api/rpc/wire-messages.ts'
import { initTRPC, TRPCError } from '@trpc/server'
import { on, once, type EventEmitter } from 'node:events'
import { z } from 'zod'

export type ToyContext = {
  readonly events: EventEmitter
  /** What the procedures noticed: "slow aborted", "watch ended". */
  readonly notes: string[]
}

const t = initTRPC.context<ToyContext>().create()

export const toyRouter = t.router({
  echo: t.procedure.input(z.unknown()).query(({ input }) => input),
  nothing: t.procedure.query(() => undefined),
  double: t.procedure.input(z.object({ value: z.number(), note: z.string().optional() })).mutation(({ input }) => ({
    value: input.value * 2,
  })),
  unsendable: t.procedure.query(() => ({ callback: () => 1 })),
  /** Answers only when it is cancelled. */
  slow: t.procedure.query(
    ({ ctx, signal }) =>
      new Promise<string>((resolve) => {
        ctx.events.emit('slow started')
        signal?.addEventListener('abort', () => {
          ctx.notes.push('slow aborted')
          ctx.events.emit('noted')
          resolve('aborted')
        })
      }),
  ),
  clients: t.router({
    rename: t.procedure.input(z.string()).mutation(({ input }) => {
      throw new TRPCError({ code: 'CONFLICT', message: `There is a client "${input}" already.` })
    }),
  }),
  count: t.procedure.input(z.number()).subscription(async function* ({ input }) {
    for (let value = 1; value <= input; value++) {
      await Promise.resolve()
      yield value
    }
  }),
  /** Yields what is emitted as "value" until it is stopped. */
  watch: t.procedure.subscription(async function* ({ ctx, signal }) {
    const values = on(ctx.events, 'value', signal === undefined ? {} : { signal })
    ctx.events.emit('watch started')
    try {
      for await (const [value] of values) yield value as unknown
    } finally {
      ctx.notes.push('watch ended')
      ctx.events.emit('noted')
    }
  }),
  /** Does not watch its signal. */
  stubborn: t.procedure.subscription(async function* ({ ctx }) {
    try {
      for (;;) {
        const next = once(ctx.events, 'value')
        ctx.events.emit('stubborn waits')
        yield ((await next) as unknown[])[0]
      }
    } finally {
      ctx.notes.push('stubborn ended')
    }
  }),
  failing: t.procedure.subscription(async function* () {
    await Promise.resolve()
    yield 1
    throw new TRPCError({ code: 'UNAUTHORIZED', message: 'The practice was locked.' })
  }),
})

export type ToyRouter = typeof toyRouter

export const formatToyError = (error: unknown): WireError => {
  const code = error instanceof TRPCError ? error.code : 'INTERNAL_SERVER_ERROR'
  const message = error instanceof Error ? error.message : String(error)
  return { code, tag: `Toy.${code}`, message, safe: 'Nothing was changed.', action: 'Try again.' }
}
