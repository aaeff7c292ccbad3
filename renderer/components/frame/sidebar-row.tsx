/** One row of the sidebar: a link with an icon, a name and, where it means work, a count. */
import { Tooltip } from '@mantine/core'
import type { ComponentProps, ReactNode } from 'react'
import { useFrame } from './frame-context.ts'
import css from './sidebar.module.css'

/** Takes the props of a link, so that the router's `createLink` can wrap it; the open one has `aria-current="page"`. */
export type SidebarRowProps = Omit<ComponentProps<'a'>, 'children' | 'className'> & {
  /** An icon of 16 px, or a Monogram. */
  readonly icon: ReactNode
  readonly label: string
  readonly count?: string | undefined
  /** Of a key that opens it, such as Esc on the way back. */
  readonly hint?: ReactNode
  /** A row that is not what one works with, such as the way back to the practice. */
  readonly quiet?: boolean
}

export const SidebarRow = ({ icon, label, count, hint, quiet = false, ...link }: SidebarRowProps) => {
  const { isCollapsed } = useFrame()
  return (
    <Tooltip label={label} position="right" disabled={!isCollapsed}>
      <a {...link} className={css.row} data-quiet={quiet || undefined}>
        <span className={css.icon}>{icon}</span>
        <span className={css.name}>{label}</span>
        {count !== undefined && <span className={css.count}>{count}</span>}
        {hint !== undefined && <span className={css.hint}>{hint}</span>}
      </a>
    </Tooltip>
  )
}
