/** Something to know before going on. */
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import css from './notice.module.css'

export const Notice = ({ children }: { readonly children: ReactNode }) => (
  <p className={css.notice}>
    <IconAlertTriangle className={css.icon} size={16} stroke={1.6} aria-hidden />
    <span>{children}</span>
  </p>
)
