/** The practice, its members, and the session's undo. */
import { z } from 'zod'
import { mutations } from '#domain/mutations/mutation-registry.ts'
import { preferencesSchema } from './preferences.ts'
import { accountProcedure, router, unwrap } from './procedure.ts'

export const practiceRouter = router({
  get: accountProcedure.query(({ ctx }) => ({
    practice: ctx.account.practice(),
    members: ctx.account.listMembers(),
    actingMember: ctx.account.actingMember(),
  })),
  logo: accountProcedure.query(({ ctx }) => ctx.account.practiceLogo()),
  update: accountProcedure
    .input(mutations['practice.update'].input)
    .mutation(async ({ ctx, input }) => unwrap(await ctx.account.editPractice('practice.update', input))),
  addMember: accountProcedure
    .input(mutations['member.add'].input)
    .mutation(async ({ ctx, input }) => unwrap(await ctx.account.editPractice('member.add', input))),
  updateMember: accountProcedure
    .input(mutations['member.update'].input)
    .mutation(async ({ ctx, input }) => unwrap(await ctx.account.editPractice('member.update', input))),
  removeMember: accountProcedure
    .input(mutations['member.remove'].input)
    .mutation(async ({ ctx, input }) => unwrap(await ctx.account.editPractice('member.remove', input))),
  undo: accountProcedure.mutation(async ({ ctx }) => unwrap(await ctx.account.undo())),
  redo: accountProcedure.mutation(async ({ ctx }) => unwrap(await ctx.account.redo())),
  changePassphrase: accountProcedure
    .input(z.strictObject({ current: z.string().max(1024), next: z.string().max(1024) }))
    .mutation(async ({ ctx, input }) => {
      unwrap(await ctx.account.changePassphrase(input.current, input.next))
      return { changed: true }
    }),
  rotateKeys: accountProcedure
    .input(z.strictObject({ passphrase: z.string().max(1024) }))
    .mutation(async ({ ctx, input }) => unwrap(await ctx.account.rotateKeys(input.passphrase))),
  preferences: accountProcedure.query(({ ctx }) => ctx.account.preferences()),
  setPreferences: accountProcedure
    .input(preferencesSchema.partial())
    .mutation(({ ctx, input }) => ctx.account.setPreferences(given(input))),
})

/** Without the fields that were not given: an undefined would wipe what is there. */
const given = <Value extends object>(
  input: Value,
): { readonly [Key in keyof Value]?: Exclude<Value[Key], undefined> } =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as never
