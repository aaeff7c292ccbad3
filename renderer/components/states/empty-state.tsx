/** A place that holds nothing yet: what belongs here, and the way to put it here. */
import type { ReactNode } from 'react'
import css from './states.module.css'

export type EmptyStateProps = {
  readonly title: string
  readonly text?: ReactNode
  /** The primary button, then the secondary one. */
  readonly actions?: ReactNode
  /** Lines under a rule: other ways to begin. `EmptyStateWay`s. */
  readonly ways?: ReactNode
  /** `inline` stands in a part of a page and takes no more room than its words. */
  readonly place?: 'page' | 'inline'
}

export const EmptyState = ({ title, text, actions, ways, place = 'page' }: EmptyStateProps) => (
  <div className={css.state} data-place={place}>
    <div className={css.body}>
      <h2 className={css.title}>{title}</h2>
      {text !== undefined && <p className={css.text}>{text}</p>}
      {actions !== undefined && <div className={css.actions}>{actions}</div>}
      {ways !== undefined && <div className={css.ways}>{ways}</div>}
    </div>
  </div>
)

export type EmptyStateWayProps = {
  readonly icon: ReactNode
  readonly label: string
  readonly note?: string
  readonly onChoose: () => void
}

export const EmptyStateWay = ({ icon, label, note, onChoose }: EmptyStateWayProps) => (
  <div className={css.way}>
    {icon}
    <button type="button" className={css.link} onClick={onChoose}>
      {label}
    </button>
    {note !== undefined && <span className={css.note}>{note}</span>}
  </div>
)
