/** The data folder that the program works on: looking at another one, moving to it, and showing it. */
import { z } from 'zod'
import { pathKinds, type Host } from './host.ts'
import { failure, procedure, router, unwrap } from './procedure.ts'

const path = z.string().trim().min(1).max(4096)
/** A name alone, so that it says nothing about where. */
const fileName = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^/\\\0]+$/)

export const foldersRouter = router({
  find: procedure
    .input(z.strictObject({ path }))
    .query(async ({ ctx, input }) => unwrap(await hostOf(ctx).findDataFolder(input.path))),
  use: procedure
    .input(z.strictObject({ path }))
    .mutation(async ({ ctx, input }) => unwrap(await hostOf(ctx).useDataFolder(input.path))),
  /** Null when the person chose nothing. */
  choose: procedure
    .input(z.strictObject({ kind: z.enum(pathKinds), name: fileName.optional() }))
    .mutation(async ({ ctx, input }) => ({ path: (await hostOf(ctx).choosePath?.(input)) ?? null })),
  show: procedure.mutation(async ({ ctx }) => {
    await hostOf(ctx).showFolder?.(ctx.engine.dataDir)
    return { shown: true }
  }),
})

const hostOf = ({ host }: { readonly host?: Host | undefined }): Host => {
  if (host === undefined) throw failure({ type: 'FolderFixed' })
  return host
}
