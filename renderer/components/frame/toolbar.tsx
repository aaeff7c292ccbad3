/** The 44 px bar over a list: saved views left; filter, sort and columns right. */
import type { ReactNode } from 'react'
import css from './toolbar.module.css'

export const Toolbar = ({
  start,
  end,
  label,
}: {
  readonly start?: ReactNode
  readonly end?: ReactNode
  readonly label: string
}) => (
  <div className={css.toolbar} role="group" aria-label={label}>
    <div className={css.start}>{start}</div>
    {end !== undefined && <div className={css.end}>{end}</div>}
  </div>
)
