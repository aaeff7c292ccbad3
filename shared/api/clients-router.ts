/** The client book: list, look at one, change it, bring clients in and take the list out. */
import { z } from 'zod'
import { clientEntity } from '#domain/entities/client.ts'
import { mutations, type MutationInput, type MutationName } from '#domain/mutations/mutation-registry.ts'
import { exportQuerySchema } from './client-changes.ts'
import { accountProcedure, router, unwrap } from './procedure.ts'
import { activityQuerySchema, clientGroupsSchema, clientQuerySchema } from './queries.ts'

const clientId = z.uuid()
const ofClient = z.strictObject({ clientId })
/** On the machine of the engine. */
const path = z.string().trim().min(1).max(4000)
const secret = z.string().min(1).max(1000)

/** One procedure per mutation of a client's file: `{ clientId, input }`. */
const edit = <Name extends MutationName>(name: Name) =>
  accountProcedure
    .input(z.strictObject({ clientId, input: mutations[name].input }))
    .mutation(async ({ ctx, input }) =>
      unwrap(await ctx.account.clients.edit(input.clientId, name, input.input as MutationInput<Name>)),
    )

export const clientsRouter = router({
  list: accountProcedure.input(clientQuerySchema).query(({ ctx, input }) => ctx.account.clients.list(input)),
  counts: accountProcedure.query(({ ctx }) => ctx.account.clients.counts()),
  groups: accountProcedure.input(clientGroupsSchema).query(({ ctx, input }) => ctx.account.clients.groups(input)),
  filterValues: accountProcedure.query(({ ctx }) => ctx.account.clients.filterValues()),
  overrideCounts: accountProcedure.query(({ ctx }) => ctx.account.clients.overrideCounts()),
  get: accountProcedure.input(ofClient).query(({ ctx, input }) => unwrap(ctx.account.clients.get(input.clientId))),
  find: accountProcedure
    .input(z.strictObject({ idOrName: z.string().trim().min(1).max(400) }))
    .query(({ ctx, input }) => unwrap(ctx.account.clients.find(input.idOrName))),
  namesakes: accountProcedure
    .input(z.strictObject({ name: z.string().max(400) }))
    .query(({ ctx, input }) => ctx.account.clients.namesakes(input.name)),
  add: accountProcedure
    .input(mutations['client.create'].input)
    .mutation(async ({ ctx, input }) => unwrap(await ctx.account.clients.add(input))),
  update: edit('client.update'),
  assignOwner: edit('client.assignOwner'),
  archive: edit('client.archive'),
  restore: edit('client.restore'),
  tag: edit('client.tag'),
  untag: edit('client.untag'),
  addContact: edit('contact.add'),
  updateContact: edit('contact.update'),
  deleteRecord: edit('record.delete'),
  restoreRecord: edit('record.restore'),
  profile: accountProcedure
    .input(ofClient)
    .query(({ ctx, input }) => unwrap(ctx.account.clients.getProfile(input.clientId))),
  contacts: accountProcedure
    .input(ofClient)
    .query(({ ctx, input }) => unwrap(ctx.account.clients.listContacts(input.clientId))),
  trash: accountProcedure
    .input(ofClient)
    .query(({ ctx, input }) => unwrap(ctx.account.clients.listTrash(input.clientId))),
  sinceLastVisit: accountProcedure
    .input(ofClient)
    .query(({ ctx, input }) => unwrap(ctx.account.clients.sinceLastVisit(input.clientId))),
  noteVisit: accountProcedure
    .input(ofClient)
    .mutation(({ ctx, input }) => unwrap(ctx.account.clients.noteVisit(input.clientId))),
  activity: accountProcedure
    .input(z.strictObject({ clientId, query: activityQuerySchema }))
    .query(({ ctx, input }) => unwrap(ctx.account.clients.listActivity(input.clientId, input.query))),
  import: accountProcedure
    .input(
      z.strictObject({
        fileName: z.string().min(1).max(400),
        bytes: z.instanceof(Uint8Array),
        map: z.string().max(4000).optional(),
        header: z.boolean().optional(),
      }),
    )
    .mutation(({ ctx, input }) => unwrap(ctx.account.clients.startImport(input))),
  clone: accountProcedure
    .input(
      z.strictObject({ clientId, name: clientEntity.fields.name.schema, status: clientEntity.fields.status.schema }),
    )
    .mutation(async ({ ctx, input: { clientId: id, ...copy } }) => unwrap(await ctx.account.clients.clone(id, copy))),
  remove: accountProcedure
    .input(z.strictObject({ clientId, typedName: z.string().max(400) }))
    .mutation(async ({ ctx, input }) => {
      unwrap(await ctx.account.clients.remove(input.clientId, input.typedName))
      return { clientId: input.clientId }
    }),
  handOver: accountProcedure
    .input(z.strictObject({ clientId, path, passphrase: secret, replace: z.boolean().optional() }))
    .mutation(({ ctx, input: { clientId: id, ...options } }) => unwrap(ctx.account.clients.startHandOver(id, options))),
  handOverPath: accountProcedure
    .input(ofClient)
    .query(({ ctx, input }) => ({ path: ctx.account.clients.suggestHandOverPath(input.clientId) })),
  takeOver: accountProcedure
    .input(z.strictObject({ path, passphrase: secret }))
    .mutation(({ ctx, input }) => unwrap(ctx.account.clients.startTakeOver(input))),
  exportTable: accountProcedure.input(exportQuerySchema).query(async ({ ctx, input }) => ({
    bytes: unwrap(await ctx.account.clients.exportTable(input)),
  })),
})
