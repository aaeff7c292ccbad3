/** Accounts of the data folder: list, create, unlock, lock, recover, and which one this connection works in. */
import { z } from 'zod'
import { mutations } from '#domain/mutations/mutation-registry.ts'
import { lockedBackup } from './backups-router.ts'
import { accountProcedure, failure, procedure, router, unwrap } from './procedure.ts'
import { streamWork } from './stream-work.ts'

const passphrase = z.string().max(1024)
const accountId = z.uuid()

export const accountsRouter = router({
  list: procedure.query(({ ctx }) => ctx.engine.listAccounts()),
  create: procedure
    .input(
      z.strictObject({
        practice: mutations['practice.create'].input.omit({ owner: true }),
        ownerName: z.string().trim().min(1).max(200).optional(),
        passphrase: passphrase.optional(),
        useKeychain: z.boolean().optional(),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const created = unwrap(await ctx.engine.createAccount(input))
      ctx.connection.accountId = created.accountId
      return created
    }),
  unlock: procedure
    .input(
      z.strictObject({
        accountId,
        secret: z.union([z.strictObject({ passphrase }), z.strictObject({ keychain: z.literal(true) })]),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const account = unwrap(await ctx.engine.unlockAccount(input.accountId, input.secret))
      ctx.connection.accountId = account.id
      return { accountId: account.id }
    }),
  /** Works in an account that is open already. */
  use: procedure.input(z.strictObject({ accountId })).mutation(({ ctx, input }) => {
    const account = ctx.engine.findAccount(input.accountId)
    if (account === undefined) throw failure({ type: 'AccountLocked' })
    ctx.connection.accountId = account.id
    return { accountId: account.id }
  }),
  lock: accountProcedure.mutation(({ ctx }) => ctx.engine.lockAccount(ctx.account.id)),
  recover: procedure
    .input(z.strictObject({ accountId, recoveryKey: z.string().max(200), newPassphrase: passphrase }))
    .mutation(async ({ ctx, input }) => {
      unwrap(await ctx.engine.recoverAccount(input.accountId, input.recoveryKey, input.newPassphrase))
      return { accountId: input.accountId }
    }),
  createSample: procedure
    .input(
      z.strictObject({
        clients: z.int().min(1).max(10_000),
        seed: z
          .int()
          .min(0)
          .max(2 ** 32 - 1),
        light: z.boolean(),
        passphrase: passphrase.optional(),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const created = unwrap(await ctx.engine.createSample(input))
      ctx.connection.accountId = created.accountId
      return created
    }),
  /** Yields how far it is and then the recovery key; the account is locked. */
  importAll: procedure
    .input(z.strictObject({ path: z.string().min(1).max(4096), passphrase }))
    .subscription(({ ctx, input, signal }) => streamWork((control) => ctx.engine.importAll(input, control), signal)),
  /** Yields how far it is and then what was restored; the account is locked. */
  restoreBackup: procedure
    .input(lockedBackup)
    .subscription(({ ctx, input, signal }) =>
      streamWork((control) => ctx.engine.restoreBackup(input, control), signal),
    ),
})
