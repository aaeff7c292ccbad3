/** Evidence: across clients, and in one client list, look, add, take out and edit. */
import { z } from 'zod'
import { mutations, type MutationInput, type MutationName } from '#domain/mutations/mutation-registry.ts'
import { evidenceFileSchema, evidenceQuerySchema, largestPiece, newEvidenceSchema } from './evidence.ts'
import { evidenceAcrossSchema, reviewManySchema } from './evidence-across.ts'
import { accountProcedure, router, unwrap } from './procedure.ts'

const clientId = z.uuid()
const evidenceId = z.uuid()
const ofRevision = { clientId, evidenceId, revisionId: z.uuid().optional() }
const path = z.string().trim().min(1).max(4000)
const piece = z.custom<Uint8Array>(
  (value) => value instanceof Uint8Array && value.length <= largestPiece,
  'Use at most 1 MiB of bytes.',
)
const uploadId = z.uuid()
const downloadId = z.uuid()

const edit = <Name extends MutationName>(name: Name) =>
  accountProcedure
    .input(z.strictObject({ clientId, input: mutations[name].input }))
    .mutation(async ({ ctx, input }) =>
      unwrap(await ctx.account.clients.edit(input.clientId, name, input.input as MutationInput<Name>)),
    )

export const evidenceRouter = router({
  across: accountProcedure.input(evidenceAcrossSchema).query(({ ctx, input }) => ctx.account.evidence.across(input)),
  counts: accountProcedure.query(({ ctx }) => ctx.account.evidence.counts()),
  review: accountProcedure
    .input(reviewManySchema)
    .mutation(({ ctx, input }) => unwrap(ctx.account.evidence.review(input))),
  list: accountProcedure
    .input(z.strictObject({ clientId, query: evidenceQuerySchema }))
    .query(({ ctx, input }) => unwrap(ctx.account.evidence.list(input.clientId, input.query))),
  get: accountProcedure
    .input(z.strictObject({ clientId, evidenceId }))
    .query(({ ctx, input }) => unwrap(ctx.account.evidence.get(input.clientId, input.evidenceId))),
  add: accountProcedure
    .input(z.strictObject({ clientId, evidence: newEvidenceSchema }))
    .mutation(({ ctx, input }) => unwrap(ctx.account.evidence.add(input.clientId, input.evidence))),
  addRevision: accountProcedure
    .input(z.strictObject({ clientId, evidenceId, file: evidenceFileSchema }))
    .mutation(({ ctx, input }) =>
      unwrap(ctx.account.evidence.addRevision(input.clientId, input.evidenceId, input.file)),
    ),
  save: accountProcedure
    .input(z.strictObject({ ...ofRevision, path }))
    .mutation(({ ctx, input: { clientId: client, ...order } }) => unwrap(ctx.account.evidence.save(client, order))),
  preview: accountProcedure
    .input(z.strictObject(ofRevision))
    .query(async ({ ctx, input: { clientId: client, ...revision } }) =>
      unwrap(await ctx.account.evidence.preview(client, revision)),
    ),
  update: edit('evidence.update'),
  link: edit('evidence.link'),
  unlink: edit('evidence.unlink'),
  submit: edit('evidence.submit'),
  withdraw: edit('evidence.withdraw'),
  accept: edit('evidence.accept'),
  reject: edit('evidence.reject'),
  startUpload: accountProcedure
    .input(z.strictObject({ clientId }))
    .mutation(({ ctx, input }) => unwrap(ctx.account.evidence.uploads.start(input.clientId))),
  uploadPiece: accountProcedure
    .input(z.strictObject({ uploadId, bytes: piece }))
    .mutation(async ({ ctx, input }) => unwrap(await ctx.account.evidence.uploads.piece(input.uploadId, input.bytes))),
  finishUpload: accountProcedure
    .input(z.strictObject({ uploadId }))
    .mutation(async ({ ctx, input }) => unwrap(await ctx.account.evidence.uploads.finish(input.uploadId))),
  cancelUpload: accountProcedure.input(z.strictObject({ uploadId })).mutation(({ ctx, input }) => {
    ctx.account.evidence.uploads.cancel(input.uploadId)
    return { cancelled: true }
  }),
  openDownload: accountProcedure
    .input(z.strictObject(ofRevision))
    .mutation(({ ctx, input: { clientId: client, ...revision } }) =>
      unwrap(ctx.account.evidence.downloads.open(client, revision)),
    ),
  /** `bytes` is null at the end. */
  nextPiece: accountProcedure.input(z.strictObject({ downloadId })).mutation(async ({ ctx, input }) => ({
    bytes: unwrap(await ctx.account.evidence.downloads.next(input.downloadId)),
  })),
  closeDownload: accountProcedure.input(z.strictObject({ downloadId })).mutation(({ ctx, input }) => {
    ctx.account.evidence.downloads.close(input.downloadId)
    return { closed: true }
  }),
})
