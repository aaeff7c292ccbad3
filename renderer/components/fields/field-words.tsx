/** The words around every field: label above, "optional" beside it, help or error under it. */
import { IconAlertCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import css from './fields.module.css'

export type FieldWords = {
  readonly label: string
  /** Required is the default: the word that marks a field which may stay empty. */
  readonly optional?: string | undefined
  readonly help?: ReactNode
  /** Names the fix: "Use a date after 1 Jul 2026". */
  readonly error?: string | undefined
}

/** The props that Mantine's inputs take for them. */
export const wordsOf = ({ label, optional, help, error }: FieldWords) => ({
  label: (
    <>
      {label}
      {optional !== undefined && <span className={css.optional}>{optional}</span>}
    </>
  ),
  inputWrapperOrder: ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[],
  ...(help === undefined || error !== undefined ? {} : { description: help }),
  ...(error === undefined ? {} : { error: <FieldError>{error}</FieldError> }),
})

const FieldError = ({ children }: { readonly children: ReactNode }) => (
  <span className={css.error}>
    <IconAlertCircle size={15} stroke={1.6} aria-hidden />
    <span>{children}</span>
  </span>
)
