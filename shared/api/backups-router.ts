/** Backups of the account: make, list, schedule, check, rehearse, and put one client back. */
import { z } from 'zod'
import { backupIntervals } from './backups.ts'
import { accountProcedure, router, unwrap } from './procedure.ts'

const path = z.string().min(1).max(4096)
const backupSecret = z.union([
  z.strictObject({ passphrase: z.string().max(1024) }),
  z.strictObject({ recoveryKey: z.string().max(200) }),
])
const file = z.strictObject({ path, secret: backupSecret.optional() })
const schedule = z.strictObject({ folder: path, every: z.enum(backupIntervals), keep: z.int().min(1).max(365) })
export const lockedBackup = z.strictObject({ path, secret: backupSecret })

export const backupsRouter = router({
  startExportAll: accountProcedure
    .input(z.strictObject({ path, replace: z.boolean().optional() }))
    .mutation(async ({ ctx, input }) => unwrap(await ctx.account.startExportAll(input))),
  list: accountProcedure.query(({ ctx }) => ctx.account.backups.list()),
  holding: accountProcedure
    .input(z.strictObject({ clientId: z.uuid() }))
    .query(({ ctx, input }) => ctx.account.backups.holding(input.clientId)),
  status: accountProcedure.query(({ ctx }) => ctx.account.backups.status()),
  setSchedule: accountProcedure
    .input(z.strictObject({ schedule: schedule.nullable() }))
    .mutation(async ({ ctx, input }) => unwrap(await ctx.account.backups.setSchedule(input.schedule))),
  start: accountProcedure
    .input(z.strictObject({ path, replace: z.boolean().optional() }))
    .mutation(async ({ ctx, input }) => unwrap(await ctx.account.backups.start(input))),
  startVerify: accountProcedure.input(file).mutation(({ ctx, input }) => ctx.account.backups.startVerify(input)),
  startDrill: accountProcedure.input(lockedBackup).mutation(({ ctx, input }) => ctx.account.backups.startDrill(input)),
  startClientRestore: accountProcedure
    .input(
      z.strictObject({
        path,
        secret: backupSecret.optional(),
        client: z.string().min(1).max(400),
        replace: z.boolean().optional(),
        revive: z.boolean().optional(),
      }),
    )
    .mutation(async ({ ctx, input }) => unwrap(await ctx.account.backups.startClientRestore(input))),
})
