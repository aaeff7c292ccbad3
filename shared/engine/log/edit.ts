/** An edit on its way into a file: who asks, and how to work out its changes once its turn comes. */
import type { NoteError } from '#api/errors/note-errors.ts'
import type { RecordChange } from '#domain/document/record-change.ts'
import type { DomainError } from '#domain/errors.ts'
import { inputIssues } from '#domain/input-issues.ts'
import type { MutationContext } from '#domain/mutations/mutation.ts'
import { getMutation, type MutationName } from '#domain/mutations/mutation-registry.ts'
import { can } from '#domain/permissions/can.ts'
import type { Role } from '#domain/permissions/roles.ts'
import { err, ok, type Result } from '#domain/result.ts'

export type Actor = { readonly memberId: string; readonly role: Role }

export type EditError = DomainError | NoteError | { readonly type: 'ChangedSince'; readonly fields: readonly string[] }

export type Edit = {
  /** Stands in the activity row. */
  readonly name: string
  readonly actor: Actor
  readonly plan: (context: MutationContext) => Result<readonly RecordChange[], EditError>
  /** When it is this client's part of a change of many. */
  readonly mark?: EditMark | undefined
}

/** Stands in the file, or goes from it, with the same commit as the edit. */
export type EditMark =
  | { readonly type: 'set'; readonly changeSet: string; readonly kept: ReadonlySet<string> }
  | { readonly type: 'clear'; readonly changeSet: string }

/** Checks the input and the actor's rights; which documents may be written is checked when the changes are known. */
export const editFromMutation = (name: MutationName, input: unknown, actor: Actor): Result<Edit, EditError> => {
  const mutation = getMutation(name)
  if (mutation.action !== undefined && !can(actor.role, { action: mutation.action })) {
    return err({ type: 'NotPermitted', role: actor.role, what: mutation.action })
  }
  const parsed = mutation.input.safeParse(input)
  if (!parsed.success) return err({ type: 'InvalidInput', issues: inputIssues(parsed.error.issues) })
  return { ok: true, value: { name, actor, plan: (context) => mutation.plan(context, parsed.data) } }
}

/** Several edits as one: they are committed together and undone together; one that is refused refuses all. */
export const editOfSeveral = (name: MutationName, edits: readonly Result<Edit, EditError>[], actor: Actor): Edit => ({
  name,
  actor,
  plan(context) {
    const changes: RecordChange[] = []
    for (const edit of edits) {
      const planned = edit.ok ? edit.value.plan(context) : edit
      if (!planned.ok) return planned
      changes.push(...planned.value)
    }
    return ok(changes)
  },
})
