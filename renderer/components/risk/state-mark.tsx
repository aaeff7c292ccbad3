/** ok, error, warning and information: each with its icon, the word beside it. */
import { IconAlertTriangle, IconCheck, IconCircleXFilled, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import css from './risk.module.css'

export type StateTone = 'ok' | 'error' | 'warning' | 'info'

const icons = { ok: IconCheck, error: IconCircleXFilled, warning: IconAlertTriangle, info: IconInfoCircle } as const

export const StateIcon = ({ tone, size = 16 }: { readonly tone: StateTone; readonly size?: number }) => {
  const Icon = icons[tone]
  return <Icon className={css.stateIcon} data-tone={tone} size={size} stroke={1.6} aria-hidden />
}

export const StateMark = ({ tone, children }: { readonly tone: StateTone; readonly children: ReactNode }) => (
  <span className={css.state}>
    <StateIcon tone={tone} />
    <span>{children}</span>
  </span>
)
