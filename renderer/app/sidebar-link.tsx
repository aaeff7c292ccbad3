/** A sidebar row as a link of the router. */
import { createLink } from '@tanstack/react-router'
import { SidebarRow, type SidebarRowProps } from '../components/frame/sidebar-row.tsx'

/** The open section bears `aria-current="page"`, which the router sets. */
export const SidebarLink = createLink((row: SidebarRowProps) => <SidebarRow {...row} />)
