/** View state of the sidebar: collapsed or not. */
import { create } from 'zustand'

type SidebarState = { readonly collapsed: boolean | 'auto' }

export const useSidebar = create<SidebarState>(() => ({ collapsed: 'auto' }))

export const toggleSidebar = (): void => useSidebar.setState(({ collapsed }) => ({ collapsed: collapsed !== true }))
