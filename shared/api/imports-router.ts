/** Clients from a list: read it once, try mappings, commit one. */
import { z } from 'zod'
import { importPlanSchema, importRowsSchema } from './client-import.ts'
import { accountProcedure, router, unwrap } from './procedure.ts'

export const importsRouter = router({
  read: accountProcedure
    .input(
      z.strictObject({
        fileName: z.string().min(1).max(400),
        bytes: z.instanceof(Uint8Array),
        header: z.boolean().optional(),
      }),
    )
    .mutation(async ({ ctx, input, signal }) => unwrap(await ctx.account.imports.read(input, signal))),
  preview: accountProcedure
    .input(importPlanSchema)
    .query(async ({ ctx, input }) => unwrap(await ctx.account.imports.preview(input))),
  rows: accountProcedure
    .input(importRowsSchema)
    .query(async ({ ctx, input }) => unwrap(await ctx.account.imports.rows(input))),
  refusedRows: accountProcedure
    .input(importPlanSchema)
    .query(async ({ ctx, input }) => ({ bytes: unwrap(await ctx.account.imports.refusedRows(input)) })),
  commit: accountProcedure
    .input(importPlanSchema)
    .mutation(({ ctx, input }) => unwrap(ctx.account.imports.commit(input))),
  drop: accountProcedure.input(z.strictObject({ importId: z.uuid() })).mutation(({ ctx, input }) => {
    ctx.account.imports.drop(input.importId)
    return { dropped: true }
  }),
})
