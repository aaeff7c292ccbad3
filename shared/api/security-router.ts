/** How the open account is unlocked next time. */
import { z } from 'zod'
import { accountProcedure, router, unwrap } from './procedure.ts'

const passphrase = z.string().max(1024)

export const securityRouter = router({
  unlockWays: accountProcedure.query(({ ctx }) => ctx.account.unlockWays()),
  addPassphrase: accountProcedure.input(z.strictObject({ next: passphrase })).mutation(async ({ ctx, input }) => {
    unwrap(await ctx.account.addPassphrase(input.next))
    return ctx.account.unlockWays()
  }),
  setKeychain: accountProcedure.input(z.strictObject({ isOn: z.boolean() })).mutation(async ({ ctx, input }) => {
    unwrap(await ctx.account.setKeychain(input.isOn))
    return ctx.account.unlockWays()
  }),
})
