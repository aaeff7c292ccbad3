/** The clients in the sidebar: the last eight that were opened, in the order that the person gave them, kept encrypted. */
import { useCallback, useEffect, useRef } from 'react'
import { usePreferences } from '../features/settings/use-preferences.ts'
import { moveItem } from './move-item.ts'

const mostOpen = 8
const mostRecent = 20

export type OpenClients = {
  readonly openClients: readonly string[]
  readonly move: (clientId: string, to: number) => void
  readonly remove: (clientId: string) => void
}

export const useOpenClients = (): OpenClients => {
  const { preferences, setPreferences } = usePreferences()
  const { openClients } = preferences
  const keep = (next: readonly string[]): void => void setPreferences({ openClients: [...next] })
  return {
    openClients,
    move: (clientId, to) => keep(moveItem(openClients, openClients.indexOf(clientId), to)),
    remove: (clientId) => keep(openClients.filter((id) => id !== clientId)),
  }
}

/** One that is there keeps its place, so that its key stays the same. */
export const useNoteOpened = (): ((clientId: string) => void) => {
  const { preferences, setPreferences } = usePreferences()
  const newest = useRef(preferences)
  useEffect(() => {
    newest.current = preferences
  })
  return useCallback(
    (clientId) => {
      const { openClients, recentClients } = newest.current
      if (recentClients[0] === clientId && openClients.includes(clientId)) return
      void setPreferences({
        openClients: openClients.includes(clientId) ? [...openClients] : [clientId, ...openClients].slice(0, mostOpen),
        recentClients: [clientId, ...recentClients.filter((id) => id !== clientId)].slice(0, mostRecent),
      })
    },
    [setPreferences],
  )
}
