/**
 * What was typed into fields of records and not acknowledged yet, in the memory of the page alone. Drafts of a known
 * record outlive their field: it gets its draft back when it is shown again, also after the account was locked.
 */
import { create } from 'zustand'
import type { RecordDraft, RecordDraftState } from './record-draft.ts'

/** Whatever a draft is of, it is tried again in the same way. */
type AnyDraft = Pick<RecordDraft<never>, 'isOpen' | 'subscribe' | 'commit'> & {
  readonly state: () => RecordDraftState<unknown>
}

type UnsavedState = {
  readonly drafts: ReadonlyMap<string, AnyDraft>
  /** Rises when a draft that is here changes. */
  readonly turn: number
}

export type NotSaved = {
  readonly reason: string
  /** Nobody could take it: the reason is that of then. */
  readonly isCutOff: boolean
  readonly retry: () => void
}

const useUnsaved = create<UnsavedState>(() => ({ drafts: new Map(), turn: 0 }))

/** The draft that its field left behind. A key belongs to one field, so its value is of the field's own kind. */
export const findUnsavedDraft = <Value>(key: string): RecordDraft<Value> | undefined =>
  useUnsaved.getState().drafts.get(key) as RecordDraft<Value> | undefined

/** Keeps the draft under this key for as long as it is open; the answer to what it sent may come after its field is gone. */
export const watchDraft = (key: string, draft: AnyDraft): (() => void) => {
  let isWatched = true
  const note = (): void => {
    setDraft(key, draft)
    if (!isWatched && !draft.isOpen()) unsubscribe()
  }
  const unsubscribe = draft.subscribe(note)
  note()
  return () => {
    isWatched = false
    if (!draft.isOpen()) unsubscribe()
  }
}

/** What could not be saved, and how to try each again. */
export const useNotSaved = (): readonly NotSaved[] => {
  const { drafts } = useUnsaved()
  return [...drafts.values()].flatMap((draft) => {
    const { phase, failure, reason = '' } = draft.state()
    if (phase !== 'failed' || failure === 'value') return []
    return [{ reason, isCutOff: failure === 'cutOff', retry: () => void draft.commit() }]
  })
}

/** They belong to the account that was open. */
export const forgetUnsavedDrafts = (): void => useUnsaved.setState({ drafts: new Map() })

const setDraft = (key: string, draft: AnyDraft): void => {
  const { drafts, turn } = useUnsaved.getState()
  const isKnown = drafts.get(key) === draft
  if (!draft.isOpen() && !isKnown) return
  const next = new Map(drafts)
  if (draft.isOpen()) next.set(key, draft)
  else next.delete(key)
  useUnsaved.setState({ drafts: next, turn: turn + 1 })
}
