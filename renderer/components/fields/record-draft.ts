/**
 * What becomes of an edit in a field of a record: typed, sent on commit, acknowledged or refused. A refusal loses
 * nothing that was typed; what others write meanwhile does not disturb who is typing.
 */

export type SaveAnswer =
  | { readonly ok: true }
  /** `isCutOff`: the account was locked or the engine gone, which says nothing about the value. */
  | { readonly ok: false; readonly reason: string; readonly isCutOff?: boolean }

export type RecordDraftOptions<Value> = {
  readonly stored: Value
  readonly save: (value: Value) => Promise<SaveAnswer>
  /** Names the fix for a value that cannot be saved. */
  readonly check?: ((value: Value) => string | undefined) | undefined
  readonly isSame?: (left: Value, right: Value) => boolean
}

export type RecordDraftState<Value> = {
  readonly shown: Value
  readonly phase: 'stored' | 'typed' | 'pending' | 'saved' | 'failed'
  readonly reason?: string
  /** What the reason is about: a value that cannot be right, one that was not saved, or one that nobody could take. */
  readonly failure?: 'value' | 'save' | 'cutOff'
}

export type RecordDraft<Value> = {
  readonly state: () => RecordDraftState<Value>
  readonly subscribe: (listener: () => void) => () => void
  readonly type: (value: Value) => void
  /** Resolves when what was typed by now is acknowledged or refused. */
  readonly commit: () => Promise<void>
  readonly revert: () => void
  /** Whether there is something that nobody has acknowledged. */
  readonly isOpen: () => boolean
  /** The value as it is stored now, by us or by others. */
  readonly setStored: (value: Value) => void
  /** Its field is on the screen again: what nobody could take says so in these words. */
  readonly resume: (keptReason: string) => void
  /** The mark of a saved field has been seen. */
  readonly settle: () => void
  readonly setOptions: (options: Omit<RecordDraftOptions<Value>, 'stored'>) => void
}

export const createRecordDraft = <Value>(initial: RecordDraftOptions<Value>): RecordDraft<Value> => {
  let options: Omit<RecordDraftOptions<Value>, 'stored'> = initial
  let stored = initial.stored
  let state: RecordDraftState<Value> = { shown: stored, phase: 'stored' }
  let sending: Promise<void> | undefined
  const listeners = new Set<() => void>()
  const set = (next: RecordDraftState<Value>): void => {
    state = next
    for (const listener of listeners) listener()
  }
  const isSame = (left: Value, right: Value): boolean => options.isSame?.(left, right) ?? Object.is(left, right)
  const isOpen = (): boolean => state.phase === 'typed' || state.phase === 'pending' || state.phase === 'failed'

  const send = async (): Promise<void> => {
    const value = state.shown
    if (isSame(value, stored)) return set({ shown: stored, phase: 'stored' })
    const problem = options.check?.(value)
    if (problem !== undefined) return set({ shown: value, phase: 'failed', reason: problem, failure: 'value' })
    set({ shown: value, phase: 'pending' })
    const answer = await options.save(value)
    if (answer.ok) stored = value
    // Whoever typed on meanwhile sees what they type; it is sent when they leave the field.
    if (!isSame(state.shown, value)) return
    set(answer.ok ? { shown: value, phase: 'saved' } : { shown: value, phase: 'failed', ...refusalOf(answer) })
  }

  const commit = async (): Promise<void> => {
    // One after the other, so that an older value never overtakes a newer one.
    while (sending !== undefined) await sending
    if (state.phase !== 'typed' && state.phase !== 'failed') return
    sending = send().finally(() => {
      sending = undefined
    })
    await sending
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    type: (value) => set({ shown: value, phase: 'typed' }),
    commit,
    revert: () => set({ shown: stored, phase: 'stored' }),
    isOpen,
    setStored: (value) => {
      stored = value
      if (!isOpen() && !isSame(state.shown, value)) set({ shown: value, phase: 'stored' })
    },
    resume: (keptReason) => {
      if (state.failure === 'cutOff') set({ ...state, reason: keptReason, failure: 'save' })
    },
    settle: () => {
      if (state.phase === 'saved') set({ shown: stored, phase: 'stored' })
    },
    setOptions: (next) => {
      options = next
    },
  }
}

type Refusal = Pick<RecordDraftState<unknown>, 'reason' | 'failure'>

const refusalOf = ({ reason, isCutOff }: Exclude<SaveAnswer, { readonly ok: true }>): Refusal => ({
  reason,
  failure: isCutOff === true ? 'cutOff' : 'save',
})
