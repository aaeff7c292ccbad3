/** A failure in words: what happened, what is safe, what to do; and its details to copy. */
import { Button } from '@mantine/core'
import { IconAlertTriangleFilled } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import css from './states.module.css'

export type ErrorStateProps = {
  /** What happened. */
  readonly title: string
  /** What is safe. */
  readonly safe?: ReactNode
  /** What to do. */
  readonly advice?: ReactNode
  readonly actions?: ReactNode
  /** Facts, and ways back. */
  readonly children?: ReactNode
  readonly details?: { readonly text: string; readonly copy: string; readonly copied: string } | undefined
  readonly place?: 'page' | 'inline'
}

export const ErrorState = ({ title, safe, advice, actions, children, details, place = 'page' }: ErrorStateProps) => (
  <div className={css.state} data-place={place} data-wide={children !== undefined || undefined} role="alert">
    <div className={css.body}>
      <h2 className={css.title}>
        <IconAlertTriangleFilled className={css.errorIcon} size={20} aria-hidden />
        {title}
      </h2>
      {safe !== undefined && <p className={css.text}>{safe}</p>}
      {advice !== undefined && <p className={css.text}>{advice}</p>}
      {children}
      {(actions !== undefined || details !== undefined) && (
        <div className={css.actions}>
          {actions}
          {details !== undefined && <CopyDetails {...details} />}
        </div>
      )}
    </div>
  </div>
)

const CopyDetails = ({
  text,
  copy,
  copied,
}: {
  readonly text: string
  readonly copy: string
  readonly copied: string
}) => {
  const [isCopied, setCopied] = useState(false)
  const run = async (): Promise<void> => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  return (
    <Button variant="subtle" onClick={() => void run()}>
      <span aria-live="polite">{isCopied ? copied : copy}</span>
    </Button>
  )
}

export type WayBackProps = {
  readonly title: string
  readonly text: string
  /** "recommended" */
  readonly mark?: string
  readonly action: ReactNode
}

/** One of the ways out of a failure, ordered by what they lose. */
export const WayBack = ({ title, text, mark, action }: WayBackProps) => (
  <div className={css.wayBack}>
    <div>
      <div className={css.wayBackTitle}>
        {title}
        {mark !== undefined && <span className={css.tag}>{mark}</span>}
      </div>
      <div className={css.wayBackText}>{text}</div>
    </div>
    {action}
  </div>
)

/** Facts of a failure, in the box of a foreign thing. */
export const FactBox = ({
  facts,
}: {
  readonly facts: readonly { readonly label: string; readonly value: ReactNode }[]
}) => (
  <dl className={css.factBox}>
    {facts.map(({ label, value }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)
