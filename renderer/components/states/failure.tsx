/** A failure beside what caused it: what happened, what is safe, what to do. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState } from './error-state.tsx'
import css from './failure.module.css'

export type FailureProps = {
  readonly message: string
  readonly safe?: string | undefined
  readonly action?: string | undefined
  /** What somebody who helps wants to know. */
  readonly details?: string | undefined
  /** A way on. */
  readonly children?: ReactNode
}

export const Failure = ({ message, safe, action, details, children }: FailureProps) => {
  const { t } = useTranslation('errors')
  return (
    <div className={css.failure}>
      <ErrorState
        place="inline"
        title={message}
        safe={safe}
        advice={action}
        actions={children}
        details={details === undefined ? undefined : { text: details, copy: t('copyDetails'), copied: t('copied') }}
      />
    </div>
  )
}
