/** Two lines in a cell: what it is, and a quiet line under it. */
import type { ReactNode } from 'react'
import css from './two-lines.module.css'

export type TwoLinesProps = { readonly icon?: ReactNode; readonly title: ReactNode; readonly note?: ReactNode }

export const TwoLines = ({ icon, title, note }: TwoLinesProps) => (
  <span className={css.cell}>
    {icon}
    <span className={css.lines}>
      <span className={css.title}>{title}</span>
      {note !== undefined && <span className={css.note}>{note}</span>}
    </span>
  </span>
)
