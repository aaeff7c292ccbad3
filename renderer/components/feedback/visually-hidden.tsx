/** For those who hear the page and do not see it. */
import type { ReactNode } from 'react'
import css from './feedback.module.css'

export const VisuallyHidden = ({ children }: { readonly children: ReactNode }) => (
  <span className={css.hidden}>{children}</span>
)
