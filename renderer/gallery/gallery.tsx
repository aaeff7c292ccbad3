/** Chooses the screen of the gallery by the address, and puts what lives once on a page beside it. */
import { useSyncExternalStore } from 'react'
import { Announcer } from '../components/feedback/announcer.tsx'
import { Toasts } from '../components/feedback/toasts.tsx'
import { DamagedScreen } from './screens/damaged-screen.tsx'
import { DashboardScreen } from './screens/dashboard-screen.tsx'
import { EmptyScreen } from './screens/empty-screen.tsx'
import { FormsScreen } from './screens/forms-screen.tsx'
import { ListScreen } from './screens/list-screen.tsx'
import { PanelScreen } from './screens/panel-screen.tsx'
import { PartsScreen } from './screens/parts-screen.tsx'
import { WizardScreen } from './screens/wizard-screen.tsx'

const screens = {
  parts: PartsScreen,
  list: ListScreen,
  panel: PanelScreen,
  forms: FormsScreen,
  dashboard: DashboardScreen,
  empty: EmptyScreen,
  damaged: DamagedScreen,
  wizard: WizardScreen,
} as const

const isScreen = (name: string): name is keyof typeof screens => name in screens

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

export const Gallery = () => {
  const hash = useSyncExternalStore(subscribe, () => location.hash)
  const [name = ''] = hash.slice(1).split('?')
  const Screen = screens[isScreen(name) ? name : 'parts']
  return (
    <>
      <Screen />
      <Announcer />
      <Toasts />
    </>
  )
}
