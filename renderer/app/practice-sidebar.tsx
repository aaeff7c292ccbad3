/** Navigation of the practice: the sections that exist, and the clients opened lately. */
import { IconBuilding, IconLayoutDashboard, IconSettings } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ClientSwitcher } from '../components/frame/client-switcher.tsx'
import { SidebarGroup, SidebarRows, SidebarSearch } from '../components/frame/sidebar.tsx'
import { Monogram } from '../components/identity/monogram.tsx'
import { PracticeLogo } from '../components/identity/product-mark.tsx'
import { useClientCounts, usePractice } from '../features/clients/use-clients.ts'
import { useFormats } from '../features/clients/use-formats.ts'
import { usePracticeLogo } from '../features/settings/use-practice-logo.ts'
import { OpenClients } from './open-clients.tsx'
import { SidebarLink } from './sidebar-link.tsx'

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const

export const PracticeSidebar = ({ onSearch }: { readonly onSearch: () => void }) => {
  const { t } = useTranslation()
  const name = usePractice().data?.practice.name ?? ''
  const logo = usePracticeLogo()
  const counts = useClientCounts().data
  const formats = useFormats()
  return (
    <>
      <ClientSwitcher
        mark={logo === undefined ? <Monogram name={name} kind="client" /> : <PracticeLogo src={logo} />}
        name={name}
        action={t('switchClient')}
        onClick={onSearch}
      />
      <SidebarSearch label={t('search')} keys="Mod+K" onOpen={onSearch} />
      <SidebarRows>
        <SidebarGroup>
          <SidebarLink to="/dashboard" icon={<IconLayoutDashboard {...icon} />} label={t('sections.dashboard')} />
          <SidebarLink
            to="/clients"
            icon={<IconBuilding {...icon} />}
            label={t('sections.clients')}
            count={counts === undefined ? undefined : formats.number(counts.clients)}
          />
          <SidebarLink to="/settings" icon={<IconSettings {...icon} />} label={t('sections.settings')} />
        </SidebarGroup>
        <OpenClients />
      </SidebarRows>
    </>
  )
}
