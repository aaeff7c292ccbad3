/** The 52 px head of a screen: its title, tabs or context, and the actions, of which one is primary. */
import type { ReactNode } from 'react'
import css from './header.module.css'

export type HeaderProps = {
  readonly title: string
  /** A count or a date beside the title. */
  readonly aside?: ReactNode
  /** Tabs or context chips. */
  readonly tabs?: ReactNode
  /** Secondary buttons, then the one primary button. */
  readonly actions?: ReactNode
}

export const Header = ({ title, aside, tabs, actions }: HeaderProps) => (
  <header className={css.header}>
    <h1 className={css.title} title={title}>
      {title}
    </h1>
    {aside !== undefined && <span className={css.aside}>{aside}</span>}
    {tabs !== undefined && <div className={css.tabs}>{tabs}</div>}
    {actions !== undefined && <div className={css.actions}>{actions}</div>}
  </header>
)
