/** Ties a record's field to the page: commit on blur and Enter, back with Esc, and nothing lost when it goes away. */
import { useEffect, useId, useState, useSyncExternalStore, type KeyboardEvent } from 'react'
import { createRecordDraft, type SaveAnswer } from './record-draft.ts'
import { useKeptWords, useRecordId } from './record-scope.tsx'
import { findUnsavedDraft, watchDraft } from './unsaved-drafts.ts'

export type RecordFieldOptions<Value> = {
  /** Tells it from the other fields of its record. */
  readonly label: string
  readonly value: Value
  /** Resolves when the value is on the disk, or with the reason why it is not. */
  readonly save: (value: Value) => Promise<SaveAnswer>
  readonly check?: ((value: Value) => string | undefined) | undefined
}

const savedMarkMs = 2000

export const useRecordField = <Value>({ label, value, save, check }: RecordFieldOptions<Value>) => {
  const ownKey = useId()
  const recordId = useRecordId()
  const key = recordId === undefined ? ownKey : `${recordId}/${label}`
  const keptWords = useKeptWords()
  const [draft] = useState(() => findUnsavedDraft<Value>(key) ?? createRecordDraft({ stored: value, save, check }))
  const state = useSyncExternalStore(draft.subscribe, draft.state)
  useEffect(() => draft.setOptions({ save, check }), [draft, save, check])
  useEffect(() => draft.setStored(value), [draft, value])
  useEffect(() => draft.resume(keptWords), [draft, keptWords])
  useEffect(() => watchDraft(key, draft), [key, draft])
  useEffect(() => {
    if (state.phase !== 'saved') return undefined
    const timer = setTimeout(draft.settle, savedMarkMs)
    return () => clearTimeout(timer)
  }, [draft, state])
  useEffect(() => {
    const flush = (): void => void draft.commit()
    // A window that is closed, and a panel that goes away with the cursor still in it, blur nothing.
    window.addEventListener('beforeunload', flush)
    return () => {
      window.removeEventListener('beforeunload', flush)
      flush()
    }
  }, [draft])
  return {
    ...state,
    type: draft.type,
    commit: (): void => void draft.commit(),
    /** For fields that are done with one choice: a list, a calendar. */
    choose: (next: Value): void => {
      draft.type(next)
      void draft.commit()
    },
    onKeyDown: (event: KeyboardEvent): void => {
      if (event.nativeEvent.isComposing) return
      const isLine = !(event.target instanceof HTMLTextAreaElement)
      if (event.key === 'Enter' && (isLine || event.ctrlKey || event.metaKey)) void draft.commit()
      if (event.key !== 'Escape' || !draft.isOpen()) return
      event.stopPropagation()
      draft.revert()
    },
  }
}

export type RecordFieldControl<Value> = ReturnType<typeof useRecordField<Value>>
