/** Find clients, their records and people by a few letters. */
import { accountProcedure, router } from './procedure.ts'
import { searchQuerySchema } from './search.ts'

export const searchRouter = router({
  find: accountProcedure.input(searchQuerySchema).query(({ ctx, input }) => ctx.account.search(input)),
})
