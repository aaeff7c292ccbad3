/** Notes of a client: list, make, rename, and the text as it is written. */
import { z } from 'zod'
import { noteAudiences } from '#domain/entities/note.ts'
import { mutations } from '#domain/mutations/mutation-registry.ts'
import { accountProcedure, router, unwrap } from './procedure.ts'

const clientId = z.uuid()
const note = z.strictObject({ id: z.uuid(), audience: z.enum(noteAudiences) })
/** Invented by a page for itself. */
const page = z.string().min(1).max(60)
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'Use bytes.')

export const notesRouter = router({
  list: accountProcedure
    .input(z.strictObject({ clientId }))
    .query(({ ctx, input }) => unwrap(ctx.account.notes.list(input.clientId))),
  create: accountProcedure
    .input(z.strictObject({ clientId, input: mutations['note.create'].input }))
    .mutation(async ({ ctx, input }) => unwrap(await ctx.account.notes.create(input.clientId, input.input))),
  rename: accountProcedure
    .input(z.strictObject({ clientId, input: mutations['note.rename'].input }))
    .mutation(async ({ ctx, input }) =>
      unwrap(await ctx.account.clients.edit(input.clientId, 'note.rename', input.input)),
    ),
  write: accountProcedure
    .input(z.strictObject({ clientId, note, update: bytes, page }))
    .mutation(async ({ ctx, input: { clientId: client, ...change } }) =>
      unwrap(await ctx.account.notes.write(client, change)),
    ),
  open: accountProcedure
    .input(z.strictObject({ clientId, note, page, stateVector: bytes.optional() }))
    .subscription(async function* ({ ctx, input: { clientId: client, ...reader }, signal }) {
      for await (const message of unwrap(ctx.account.notes.open(client, { ...reader, signal }))) yield message
    }),
})
