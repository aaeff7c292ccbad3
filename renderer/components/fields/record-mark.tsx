/** What a record's field says about itself: nothing, while it is stored; pending, saved or refused otherwise. */
import { IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { FieldWords } from './field-words.tsx'
import css from './record-field.module.css'
import type { RecordFieldControl } from './use-record-field.ts'

export type RecordTexts = {
  /** "Saving…" */
  readonly pending: string
  /** "Saved on this device" */
  readonly saved: string
  /** "Try again" */
  readonly retry: string
}

export const RecordField = <Value,>(props: {
  readonly field: RecordFieldControl<Value>
  readonly texts: RecordTexts
  readonly children: ReactNode
}) => {
  const { field, texts, children } = props
  return (
    <div className={css.field} data-phase={field.phase}>
      {children}
      <div className={css.mark}>
        {field.phase === 'pending' && <span className={css.pending}>{texts.pending}</span>}
        {field.phase === 'saved' && (
          <span className={css.saved}>
            <IconCheck size={15} stroke={1.6} aria-hidden />
            <span className={css.savedWords}>{texts.saved}</span>
          </span>
        )}
        {field.phase === 'failed' && (
          <button type="button" className={css.retry} onClick={field.commit}>
            {texts.retry}
          </button>
        )}
      </div>
      <div className={css.alert} role="alert">
        {field.phase === 'failed' ? field.reason : ''}
      </div>
    </div>
  )
}

/** The words of a field with the refusal as its error, in place of its help. */
export const recordWords = (words: Omit<FieldWords, 'error'>, field: { readonly reason?: string }): FieldWords => ({
  ...words,
  error: field.reason,
})
