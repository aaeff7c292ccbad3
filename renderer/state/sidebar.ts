/** View state of the sidebar: collapsed or not, and the clients that were opened lately. Never a copy of tenant data. */
import { create } from 'zustand'

type SidebarState = {
  readonly collapsed: boolean | 'auto'
  /** Ids, newest first. */
  readonly openClients: readonly string[]
}

const mostOpenClients = 8

export const useSidebar = create<SidebarState>(() => ({ collapsed: 'auto', openClients: [] }))

export const toggleSidebar = (): void => useSidebar.setState(({ collapsed }) => ({ collapsed: collapsed !== true }))

export const noteOpenClient = (clientId: string): void =>
  useSidebar.setState(({ openClients }) =>
    openClients.includes(clientId) ? {} : { openClients: [clientId, ...openClients].slice(0, mostOpenClients) },
  )

export const forgetOpenClients = (): void => useSidebar.setState({ openClients: [] })
