/** Navigation of a single organization: the sections of its one workspace, and its settings; no portal above. */
import { IconActivity, IconBuilding, IconGauge, IconNotes, IconSettings } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ClientSwitcher } from '../components/frame/client-switcher.tsx'
import { SidebarGroup, SidebarRows, SidebarSearch } from '../components/frame/sidebar.tsx'
import { Monogram } from '../components/identity/monogram.tsx'
import { useClientRow } from '../features/clients/use-clients.ts'
import { SidebarLink } from './sidebar-link.tsx'

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const

export const SoloSidebar = ({ clientId, onSearch }: { readonly clientId: string; readonly onSearch: () => void }) => {
  const { t } = useTranslation()
  const name = useClientRow(clientId).data?.name ?? ''
  const params = { clientId }
  return (
    <>
      <ClientSwitcher
        mark={<Monogram name={name} kind="client" />}
        name={name}
        action={t('search')}
        onClick={onSearch}
      />
      <SidebarSearch label={t('search')} keys="Mod+K" onOpen={onSearch} />
      <SidebarRows>
        <SidebarGroup>
          <SidebarLink
            to="/clients/$clientId"
            params={params}
            icon={<IconGauge {...icon} />}
            label={t('sections.overview')}
            activeOptions={{ exact: true }}
          />
          <SidebarLink
            to="/clients/$clientId/notes"
            params={params}
            icon={<IconNotes {...icon} />}
            label={t('sections.notes')}
          />
          <SidebarLink
            to="/clients/$clientId/activity"
            params={params}
            icon={<IconActivity {...icon} />}
            label={t('sections.activity')}
          />
          <SidebarLink
            to="/clients/$clientId/settings"
            params={params}
            icon={<IconBuilding {...icon} />}
            label={t('sections.profile')}
          />
          <SidebarLink to="/settings" icon={<IconSettings {...icon} />} label={t('sections.settings')} />
        </SidebarGroup>
      </SidebarRows>
    </>
  )
}
