/** Navigation inside one client: the way back first, then the client, then its sections. */
import { IconActivity, IconArrowLeft, IconGauge, IconNotes, IconSettings } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { ClientSwitcher } from '../components/frame/client-switcher.tsx'
import { SidebarGroup, SidebarRows, SidebarSearch } from '../components/frame/sidebar.tsx'
import { Monogram } from '../components/identity/monogram.tsx'
import { useClientRow, usePractice } from '../features/clients/use-clients.ts'
import { useNoteOpened } from './use-open-clients.ts'
import { SidebarLink } from './sidebar-link.tsx'

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const

export const ClientSidebar = ({ clientId, onSearch }: { readonly clientId: string; readonly onSearch: () => void }) => {
  const { t } = useTranslation()
  const { data: client } = useClientRow(clientId)
  const practice = usePractice().data?.practice
  const name = client?.name ?? ''
  const noteOpened = useNoteOpened()
  const isFound = client !== undefined
  useEffect(() => {
    if (isFound) noteOpened(clientId)
  }, [clientId, isFound, noteOpened])
  return (
    <>
      <ClientSwitcher
        mark={<Monogram name={name} kind="client" />}
        name={name}
        action={t('switchClient')}
        onClick={onSearch}
      />
      <SidebarSearch label={t('search')} keys="Mod+K" onOpen={onSearch} />
      <SidebarRows>
        <SidebarGroup>
          <SidebarLink
            to="/clients"
            icon={<IconArrowLeft {...icon} />}
            label={practice?.name ?? t('backToPractice')}
            quiet
            activeOptions={{ exact: true }}
          />
        </SidebarGroup>
        <SidebarGroup label={name}>
          <SidebarLink
            to="/clients/$clientId"
            params={{ clientId }}
            icon={<IconGauge {...icon} />}
            label={t('sections.overview')}
            activeOptions={{ exact: true }}
          />
          <SidebarLink
            to="/clients/$clientId/notes"
            params={{ clientId }}
            icon={<IconNotes {...icon} />}
            label={t('sections.notes')}
          />
          <SidebarLink
            to="/clients/$clientId/activity"
            params={{ clientId }}
            icon={<IconActivity {...icon} />}
            label={t('sections.activity')}
          />
          <SidebarLink
            to="/clients/$clientId/settings"
            params={{ clientId }}
            icon={<IconSettings {...icon} />}
            label={t('sections.settings')}
          />
        </SidebarGroup>
      </SidebarRows>
    </>
  )
}
