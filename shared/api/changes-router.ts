/** One change to many clients, and its undoing. */
import { z } from 'zod'
import { bulkSchema } from './client-changes.ts'
import { accountProcedure, router, unwrap } from './procedure.ts'

export const changesRouter = router({
  list: accountProcedure.query(({ ctx }) => ctx.account.changes.list()),
  start: accountProcedure.input(bulkSchema).mutation(({ ctx, input }) => unwrap(ctx.account.changes.start(input))),
  undo: accountProcedure
    .input(z.strictObject({ jobId: z.uuid() }))
    .mutation(({ ctx, input }) => unwrap(ctx.account.changes.undo(input.jobId))),
})
