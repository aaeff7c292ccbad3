/** Long work: start the doctor, look at jobs, cancel them, and watch one to its end. */
import { z } from 'zod'
import type { Job } from './jobs.ts'
import { accountProcedure, failure, router } from './procedure.ts'

const ofJob = z.strictObject({ jobId: z.uuid() })

export const jobsRouter = router({
  startDoctor: accountProcedure.mutation(({ ctx }) => ctx.account.startDoctor()),
  list: accountProcedure.query(({ ctx }) => ctx.account.jobs.list().map(jobOnTheWire)),
  cancel: accountProcedure
    .input(ofJob)
    .mutation(({ ctx, input }) => ({ cancelled: ctx.account.jobs.cancel(input.jobId) })),
  watch: accountProcedure.input(ofJob).subscription(async function* ({ ctx, input, signal }) {
    if (ctx.account.jobs.find(input.jobId) === undefined) throw failure({ type: 'JobNotFound' })
    for await (const job of ctx.account.jobs.watch(input.jobId, signal)) yield jobOnTheWire(job)
  }),
})

/** What storage reports can be the message of a bug, which could hold a secret. */
export const jobOnTheWire = (job: Job): Job =>
  job.error?.type === 'StorageFailed' ? { ...job, error: { ...job.error, detail: '' } } : job
