/** Libraries of frameworks and controls: the list, and the content of one. */
import { z } from 'zod'
import { accountProcedure, router, unwrap } from './procedure.ts'

export const librariesRouter = router({
  list: accountProcedure.query(({ ctx }) => ctx.account.libraries.list()),
  get: accountProcedure
    .input(z.strictObject({ id: z.string().min(1).max(200) }))
    .query(async ({ ctx, input }) => unwrap(await ctx.account.libraries.get(input.id))),
})
