/** The 52 px row on top of the sidebar: whose workspace this is, and the way to another. */
import { Tooltip } from '@mantine/core'
import { IconSelector } from '@tabler/icons-react'
import type { ComponentProps, ReactNode } from 'react'
import { VisuallyHidden } from '../feedback/visually-hidden.tsx'
import { useFrame } from './frame-context.ts'
import css from './sidebar.module.css'

/** Takes the props of a button, so that a menu can be opened from it. */
export type ClientSwitcherProps = Omit<ComponentProps<'button'>, 'children' | 'className' | 'type'> & {
  /** The practice's logo, or the client's Monogram. */
  readonly mark: ReactNode
  readonly name: string
  /** What the button does, said before the name: "Switch client". */
  readonly action: string
}

export const ClientSwitcher = ({ mark, name, action, ...button }: ClientSwitcherProps) => {
  const { isCollapsed } = useFrame()
  return (
    <Tooltip label={name} position="right" disabled={!isCollapsed}>
      <button {...button} type="button" className={css.switcher}>
        <span className={css.mark}>{mark}</span>
        <VisuallyHidden>{isCollapsed ? `${action}: ${name}` : `${action}: `}</VisuallyHidden>
        <span className={css.switcherName}>{name}</span>
        <IconSelector className={css.selector} size={15} stroke={1.6} aria-hidden />
      </button>
    </Tooltip>
  )
}
